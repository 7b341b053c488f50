import { type Address, grained, type Text } from '@entente/engine';
import { forumOfPlan, isOver, leadOf, openBlock, type Task, waitsFor } from '@entente/engine/execution';
import { useState } from 'react';
import { ActingFor, type Command, useNow } from '../../../connection/index.ts';
import { Button } from '../../../kit/Button.tsx';
import { Check } from '../../../kit/Choice.tsx';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { ClockField, clockMs } from '../../../kit/plan/ClockField.tsx';
import { type TaskActs, TaskDetail } from '../look/TaskDetail.tsx';
import { StepActs } from '../running/StepActs.tsx';
import { InName } from './InName.tsx';
import { voicesOf } from './voices.ts';

/** A step, with what lead control puts in its way, and what control reports in the name of a seat for which it acts. */
export const TaskDesk = (props: DetailProps) => <TaskDetail {...props} Acts={Desk} />;

const Desk: TaskActs = ({ plan, task, row, rows }) => {
  const { world, viewer, ended, lead } = useControl();
  const [chosen, choose] = useState<Address | undefined>();
  const forum = forumOfPlan(world, plan.id);
  if (ended || !forum) return null;
  const seats = forum.card.members.flatMap((m) => voicesOf(world, viewer.address, forum, m.party));
  // Its lead first; of a side whose word or answer is waited for, each who may give it.
  const asked = [waitsFor(world, task) === 'word' ? task.terms.word : undefined, openBlock(task)?.on];
  const voices = seats
    .filter((s) => s === leadOf(task) || forum.card.members.some((m) => asked.includes(m.party) && m.seats.includes(s)))
    .sort((a, b) => Number(b === leadOf(task)) - Number(a === leadOf(task)));
  const speaker = voices.find((s) => s === chosen) ?? voices[0];
  return (
    <>
      {speaker !== undefined && !isOver(task) && (
        <ActingFor key={speaker} seat={speaker}>
          <InName seats={voices} seat={speaker} choose={choose} />
          <StepActs plan={plan} row={row} rows={rows} task={task} />
        </ActingFor>
      )}
      {lead && <Hinder task={task} />}
    </>
  );
};

/** Holds a step up, until a time, until it is lifted, or for good; its lead’s side alone is told. */
function Hinder({ task }: { readonly task: Task }) {
  const { say } = useControl();
  const [writes, write] = useState(false);
  if (task.hindered.some((h) => !h.lifted && !task.done))
    return (
      <div className="px-acts row wrap">
        <Act command={{ type: 'LiftHindrance', task: task.id }}>{say('plan.lift')}</Act>
      </div>
    );
  if (isOver(task)) return null;
  return (
    <div className="px-acts">
      {writes ? (
        <HinderForm task={task} done={() => write(false)} />
      ) : (
        <Button size="small" icon="stop" onClick={() => write(true)}>
          {say('plan.hinder')}
        </Button>
      )}
    </div>
  );
}

interface Draft {
  readonly text: Text;
  readonly until: string;
  readonly fails: boolean;
}
function HinderForm({ task, done }: { readonly task: Task; readonly done: () => void }) {
  const { say, start, names, pick } = useControl();
  const now = useNow(10_000);
  const { draft, change, run, busy, error, drop } = useForm<Draft>(`hinder ${task.id}`, () => ({ text: '', until: '', fails: false }));
  const until = clockMs(draft.until, start, grained(now));
  const submit = async () => {
    const more = draft.fails ? { fails: true } : until === undefined ? {} : { until };
    if ((await run({ type: 'HinderStep', task: task.id, text: sentText(draft.text), ...more } as unknown as Command)).ok) done();
  };
  return (
    <ActForm
      title={say('plan.hinderTitle')}
      go={say(draft.fails ? 'plan.failGo' : 'plan.hinderGo')}
      danger={draft.fails}
      submit={submit}
      missing={isBlank(draft.text) ? '' : undefined}
      told={say('plan.hinderTold', { who: names.say(leadOf(task), pick, say) })}
      busy={busy}
      error={error}
      cancel={() => {
        drop();
        done();
      }}
      focus
    >
      <TextField both title={say('plan.hinderText')} rows={2} most={2000} required value={draft.text} change={(text) => change({ text })} />
      {!draft.fails && (
        <ClockField
          title={say('plan.until')}
          help={say('plan.untilHelp')}
          now={now}
          value={draft.until}
          change={(time) => change({ until: time })}
        />
      )}
      <Check checked={draft.fails} onChange={(fails) => change({ fails })} help={say('plan.failsHelp')}>
        {say('plan.fails')}
      </Check>
    </ActForm>
  );
}
