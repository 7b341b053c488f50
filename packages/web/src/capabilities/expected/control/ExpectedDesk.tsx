import { doneWhen, type Ms } from '@entente/engine';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { TimeField, timeTyped } from '../../../kit/control/TimeField.tsx';
import { ActForm, Details } from '../../../kit/form/ActForm.tsx';
import { TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { ExpectedDetail } from './ExpectedDetail.tsx';

/** One expected action, and my judgement. */
export function ExpectedDesk(props: DetailProps) {
  const { id } = props;
  const { world, now, ended } = useControl();
  const row = world.expected.rows.get(id);
  if (!row) return null;
  return <ExpectedDetail {...props} foot={ended && row.judged ? undefined : <Judgement id={id} known={doneWhen(row, now)} />} />;
}

/**
 * Met, partly or not; with a note, and the time at which it was done: as written, else as fits: as the record tells, now while there is time, its deadline after that.
 * A later judgement replaces an earlier one.
 */
function Judgement({ id, known }: { id: string; known: Ms }) {
  const { say, now, start } = useControl();
  const { draft, change, busy, error, run } = useForm(`control judge ${id}`, () => ({ done: '', note: '' }));
  const typed = timeTyped(draft.done, start, now);
  const at = typed ?? known;
  const judge = (verdict: 'met' | 'partly' | 'not') => () =>
    void run({
      type: 'JudgeExpected',
      expected: id,
      verdict,
      // Judged as it is now, it is done now: the clock has gone on meanwhile.
      ...(at === 'wrong' || at === now ? {} : { at: Math.round(at) }),
      ...(draft.note.trim() ? { note: draft.note.trim() } : {}),
    });
  return (
    <ActForm
      title={say('detail.judge')}
      headed
      either={(['met', 'partly', 'not'] as const).map((verdict) => ({
        words: say(`verdict.${verdict}`),
        go: judge(verdict),
        can: at !== 'wrong',
      }))}
      busy={busy}
      error={error}
    >
      <TextField title={say('detail.judgeNote')} rows={1} most={2000} value={draft.note} change={(note) => change({ note })} />
      <Details title={say('detail.doneAt')} says={at === 'wrong' ? undefined : clockWords(at, start)} open={draft.done !== ''}>
        <TimeField title={say('detail.doneAt')} hint={clockWords(known, start)} time={draft.done} change={(done) => change({ done })} />
      </Details>
    </ActForm>
  );
}
