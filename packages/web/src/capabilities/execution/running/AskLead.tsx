import type { Text } from '@entente/engine';
import { memberOf } from '@entente/engine/consultation';
import { forumOfPlan, isOver, leadOf, type RunningPlan, type Task } from '@entente/engine/execution';
import { useState } from 'react';
import { type Command, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { Sent } from '../../../kit/form/Sent.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { useNamer } from '../../../kit/Names.tsx';
import { type MatrixRow, movedFrom } from '../../../kit/plan/rows.ts';
import { usePlanWords } from '../../../kit/plan/usePlanWords.ts';

interface Props {
  readonly plan: RunningPlan;
  readonly row: MatrixRow;
  readonly rows: readonly MatrixRow[];
  readonly task: Task;
}

/** Where a step of another side makes steps of mine wait: asks whoever leads it, by message, and says when that was done. */
export function AskLead({ plan, row, rows, task }: Props) {
  const t = useWords('running');
  const { letter, list } = usePlanWords();
  const { world, me } = useSeat();
  const [writes, write] = useState(false);
  const forum = forumOfPlan(world, plan.id);
  const own = forum && memberOf(forum, me.seat)?.party;
  const lead = leadOf(task);
  if (own === undefined || own === row.party || lead === me.seat || isOver(task)) return null;
  const moved = movedFrom(rows, row.id);
  const waiting = rows.filter(
    (r) => r.party === own && !r.done && (moved.includes(r) || r.terms.after.some((a) => a.step === row.id)) && r.number !== undefined,
  );
  if (waiting.length === 0) return null;
  const subject = t('askLead.subject', { n: row.number ?? '' });
  // By what it is about, in whichever language it was asked.
  const asked = [...world.messages.messages.values()].findLast((m) => m.from === me.seat && m.to.includes(lead) && m.about?.id === task.id);
  const steps = list(waiting.map((r) => String(r.number)));
  return (
    <>
      <div className="px-acts row wrap">
        <Button aria-expanded={writes} icon="message" onClick={() => write(!writes)}>
          {t('askLead.do', { party: letter(row.party) })}
        </Button>
        <span className="small">
          {t('askLead.holdsUp', { n: row.number ?? '', steps, count: waiting.length })}{' '}
          {asked ? <Sent at={asked.at} /> : <span className="dim">{t('askLead.notYet')}</span>}
        </span>
      </div>
      {writes && (
        <AskForm
          task={task}
          lead={lead}
          subject={subject}
          begins={t('askLead.text', { n: row.number ?? '', steps, count: waiting.length })}
          done={() => write(false)}
        />
      )}
    </>
  );
}

interface FormProps {
  readonly task: Task;
  readonly lead: string;
  readonly subject: string;
  /** What it says if nothing else is typed. */
  readonly begins: string;
  readonly done: () => void;
}
function AskForm({ task, lead, subject, begins, done }: FormProps) {
  const t = useWords('running');
  const name = useNamer();
  const { draft, change, run, busy, error, drop } = useForm<{ readonly text: Text }>(`ask lead ${task.id}`, () => ({ text: begins }));
  const submit = async () => {
    const asks = { to: [lead], subject, text: sentText(draft.text), purpose: 'ask', about: task.id };
    const command = { type: 'SendMessage', ...asks } as unknown as Command;
    if ((await run(command)).ok) done();
  };
  return (
    <ActForm
      title={t('askLead.title', { who: name(lead) })}
      go={t('askLead.go')}
      submit={submit}
      missing={isBlank(draft.text) ? '' : undefined}
      told={t('askLead.told', { who: name(lead) })}
      busy={busy}
      error={error}
      cancel={() => {
        drop();
        done();
      }}
      focus
    >
      <TextField both title={t('askLead.words')} rows={2} most={2000} required value={draft.text} change={(text) => change({ text })} />
    </ActForm>
  );
}
