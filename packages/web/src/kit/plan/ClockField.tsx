import { grained, type Ms } from '@entente/engine';
import { TextInput } from '@mantine/core';
import { useWords } from '../../i18n/words.ts';
import { parseClock } from '../control/scenarioTime.ts';
import { useDirectory } from '../Directory.tsx';
import { usePlanWords } from './usePlanWords.ts';

/** A time of the exercise’s own clock, as people type it: 13:06, 09:10 D2, or +25 for minutes from now. */
export function ClockField({
  title,
  help,
  now,
  value,
  change,
  required = false,
}: {
  readonly title: string;
  readonly help?: string | undefined;
  readonly now: Ms;
  readonly value: string;
  readonly change: (time: string) => void;
  readonly required?: boolean;
}) {
  const t = useWords('plan');
  const { moments } = usePlanWords();
  const { start } = useDirectory();
  const at = clockMs(value, start, now);
  const wrong = value.trim() !== '' && at === undefined;
  return (
    <TextInput
      label={title}
      description={help ?? t('clock.help')}
      error={wrong ? t('clock.wrong') : undefined}
      value={value}
      autoComplete="off"
      required={required}
      inputContainer={(children) => (
        <>
          {children}
          {at !== undefined && <span className="small dim">{moments(at)}</span>}
        </>
      )}
      onChange={(e) => change(e.currentTarget.value)}
    />
  );
}

/** Scenario ms on whole ten seconds; undefined if nothing was typed, or no time. */
export function clockMs(value: string, start: string | undefined, now: Ms): Ms | undefined {
  if (value.trim() === '' || start === undefined) return undefined;
  const at = parseClock(value, start, now);
  return at === undefined ? undefined : grained(at);
}
