import { delegation, memberOf } from '@entente/engine/consultation';
import { forumOfPlan, isHindered, isOver, leadOf, openBlock, type RunningPlan, type Task, waitsFor } from '@entente/engine/execution';
import { useState } from 'react';
import { type Command, useAct, useNow, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import type { IconName } from '../../../kit/icons.tsx';
import type { MatrixRow } from '../../../kit/plan/rows.ts';
import { usePlanWords } from '../../../kit/plan/usePlanWords.ts';
import { Refused } from '../../../kit/Refused.tsx';
import { type FormAct, StepForm } from './StepForm.tsx';

const ICONS: Readonly<Record<FormAct, IconName>> = { report: 'report', block: 'stop', hand: 'swap', fail: 'cross', happened: 'clock' };

/** What a seat can do with a step: its lead begins, reports, ends it or hands it over; a side gives its word. */
export function StepActs({
  plan,
  row,
  rows,
  task,
}: {
  readonly plan: RunningPlan;
  readonly row: MatrixRow;
  readonly rows: readonly MatrixRow[];
  readonly task: Task | undefined;
}) {
  if (row.own) return <OwnActs row={row} />;
  const early = row.terms.after
    .filter((a) => a.kind === 'FS')
    .flatMap((a) => rows.find((r) => r.id === a.step && r.state !== 'done')?.number ?? []);
  return task ? <TaskActs plan={plan} task={task} early={early} /> : null;
}

function TaskActs({ plan, task, early }: { readonly plan: RunningPlan; readonly task: Task; readonly early: readonly number[] }) {
  const t = useWords('running');
  const { letter, list } = usePlanWords();
  const { world, me } = useSeat();
  const now = useNow(10_000);
  const { run, busy, error } = useAct();
  const [doing, begin] = useState<FormAct | undefined>();
  const forum = forumOfPlan(world, plan.id);
  const member = forum && memberOf(forum, me.seat);
  if (!forum || !member || isOver(task)) return null;
  const leads = leadOf(task) === me.seat;
  const waits = waitsFor(world, task);
  const hindered = isHindered(task, now);
  const block = openBlock(task);
  const id = task.id;
  const act = (command: Command) => void run(command);
  if (!leads) {
    const word = waits === 'word' && task.terms.word === member.party;
    const asked = block?.on === member.party;
    if (!word && !asked) return null;
    return (
      <div className="px-acts row wrap">
        {word && (
          <Button kind="main" busy={busy} onClick={() => act({ type: 'GiveWord', task: id })}>
            {t('act.word')}
          </Button>
        )}
        {asked && <p className="small">{t('act.asked')}</p>}
        <Refused words={error} />
      </div>
    );
  }
  const forms: readonly FormAct[] = [
    ...(task.started ? (['report'] as const) : []),
    ...(block ? [] : (['block'] as const)),
    ...(delegation(forum, member.party).length > 1 ? (['hand'] as const) : []),
    'fail',
    'happened',
  ];
  return (
    <>
      <div className="px-acts row wrap">
        {block ? (
          <Button kind="main" busy={busy} onClick={() => act({ type: 'UnblockStep', task: id })}>
            {t('act.unblock')}
          </Button>
        ) : waits !== undefined || hindered ? (
          <p className="small">
            {t(hindered ? 'act.hindered' : waits === 'word' ? 'act.waitsForWord' : 'act.waits', { party: letter(task.terms.word ?? '') })}
          </p>
        ) : task.started || task.terms.duration === 0 ? (
          <Button kind="main" busy={busy} onClick={() => act({ type: 'FinishStep', task: id })}>
            {t(task.terms.decision ? 'act.decided' : 'act.finish')}
          </Button>
        ) : (
          <>
            <Button kind={early.length > 0 ? 'plain' : 'main'} busy={busy} onClick={() => act({ type: 'StartStep', task: id })}>
              {t('act.start')}
            </Button>
            {early.length > 0 && <span className="small soon">{t('act.early', { steps: list(early.map(String)) })}</span>}
          </>
        )}
        {forms.map((f) => (
          <Button
            key={f}
            icon={ICONS[f]}
            kind={f === 'fail' || f === 'happened' ? 'quiet' : 'plain'}
            aria-expanded={doing === f}
            onClick={() => begin(doing === f ? undefined : f)}
          >
            {t(`act.${f}`)}
          </Button>
        ))}
        <Refused words={error} />
      </div>
      {doing && <StepForm key={doing} act={doing} task={task} forum={forum} member={member} done={() => begin(undefined)} />}
    </>
  );
}

/** A step that one’s own side keeps beside the plan. */
function OwnActs({ row }: { readonly row: MatrixRow }) {
  const t = useWords('running');
  const { run, busy, error } = useAct();
  const mark = (is: 'started' | 'done' | 'dropped') => void run({ type: 'MarkOwnStep', own: row.id, is });
  if (row.state === 'done') return null;
  return (
    <div className="px-acts row wrap">
      <Button kind="main" busy={busy} onClick={() => mark(row.state === 'running' ? 'done' : 'started')}>
        {t(row.state === 'running' ? 'act.finish' : 'act.start')}
      </Button>
      <Button kind="quiet" busy={busy} onClick={() => mark('dropped')}>
        {t('act.drop')}
      </Button>
      <Refused words={error} />
    </div>
  );
}
