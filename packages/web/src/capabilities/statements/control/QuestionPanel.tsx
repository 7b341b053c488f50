import { type Command, grained, type Text } from '@entente/engine';
import { useNow } from '../../../connection/SeatProvider.tsx';
import { AddressField } from '../../../kit/AddressField.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { PanelForm } from '../../../kit/control/PanelForm.tsx';
import type { PanelProps } from '../../../kit/control/part.ts';
import { TimeField, timeTyped } from '../../../kit/control/TimeField.tsx';
import { useWhom } from '../../../kit/control/useWhom.ts';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { OutletField } from './OutletField.tsx';

interface Draft {
  readonly outlet: string;
  readonly to: readonly string[];
  readonly text: Text;
  readonly venue: Text;
  readonly time: string;
}

/** Puts an outlet’s question to one side, and says until when it wants an answer. */
export function QuestionPanel({ side, made }: PanelProps) {
  const { say, open, start } = useControl();
  const now = useNow();
  const groups = useWhom({});
  const { draft, change, busy, error, run } = useForm<Draft>('control question', () => ({
    ...{ outlet: side.speaker ?? '', to: side.to ?? [], text: '', venue: '', time: '+30' },
  }));
  const { outlet, to, text, venue, time } = draft;
  const due = time.trim() === '' ? undefined : timeTyped(time, start, now);
  const submit = async (): Promise<void> => {
    const answer = await run({
      ...{ type: 'PutQuestion', speaker: outlet, to: [...to], text: sentText(text) },
      ...(isBlank(venue) ? {} : { venue: sentText(venue) }),
      ...(typeof due === 'number' ? { due: grained(due) } : {}),
    } as Command);
    if (!answer.ok) return;
    open(undefined);
    made(answer.events);
  };
  const missing = outlet === '' ? say('report.needsOutlet') : to.length === 0 ? say('question.needsTo') : isBlank(text) ? '' : undefined;
  return (
    <PanelForm
      title={say('question.title')}
      go={say('question.go')}
      submit={() => void submit()}
      missing={missing ?? (time.trim() !== '' && (typeof due !== 'number' || due <= now) ? say('question.needsTime') : undefined)}
      told={say('question.told')}
      busy={busy}
      error={error}
    >
      <OutletField outlet={outlet} change={(o) => change({ outlet: o })} />
      <AddressField
        title={say('question.to')}
        hint={say('question.whom')}
        groups={groups}
        to={to}
        change={(next) => change({ to: next })}
      />
      <TextField both title={say('question.text')} rows={3} most={2_000} required value={text} change={(t) => change({ text: t })} />
      <TextField both title={say('speak.venue')} rows={1} most={200} value={venue} change={(v) => change({ venue: v })} />
      <TimeField title={say('question.due')} time={time} change={(t) => change({ time: t })} />
    </PanelForm>
  );
}
