import { TextInput } from '@mantine/core';
import { useControl } from './controlContext.ts';
import { parseClock } from './scenarioTime.ts';

/** When it happens: a time as the exercise tells it, or at once. */
export function TimeField({
  title,
  hint,
  time,
  change,
}: {
  readonly title: string;
  /** What stands where nothing is typed; “at once” if absent. */
  readonly hint?: string;
  readonly time: string;
  readonly change: (time: string) => void;
}) {
  const { say, start, now } = useControl();
  return (
    <TextInput
      label={title}
      description={say('detail.timeHint')}
      placeholder={hint ?? say('improvise.atOnce')}
      error={timeTyped(time, start, now) === 'wrong'}
      value={time}
      autoComplete="off"
      onChange={(e) => change(e.currentTarget.value)}
    />
  );
}

/** Scenario ms of what was typed; undefined if nothing was. */
export function timeTyped(time: string, start: string, now: number): number | 'wrong' | undefined {
  if (time.trim() === '') return undefined;
  const at = parseClock(time, start, now);
  return at === undefined ? 'wrong' : Math.round(at);
}
