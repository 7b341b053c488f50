import '../../../kit/plan/plan.css';
import { type RunningPlan, type Task, tasksOf } from '@entente/engine/execution';
import { type ComponentType, useMemo } from 'react';
import { useSeat, useSteadyNow } from '../../../connection/SeatProvider.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { type MatrixRow, rowsOfPlan } from '../../../kit/plan/rows.ts';
import { Said } from '../../../kit/Said.tsx';
import { StepCards } from '../running/StepCards.tsx';

/** What control does with a step. */
export type TaskActs = ComponentType<{
  readonly plan: RunningPlan;
  readonly task: Task;
  readonly row: MatrixRow;
  readonly rows: readonly MatrixRow[];
}>;

/** One step of an active plan: its times and reports, what it moves, and what keeps it. */
export function TaskDetail({ id, Acts }: DetailProps & { readonly Acts?: TaskActs }) {
  const { version } = useSeat();
  const { world, say, select } = useControl();
  const now = useSteadyNow(10_000);
  const task = world.execution.tasks.get(id);
  const plan = world.execution.plans.get(task?.plan ?? '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world changes in place; its version tells when
  const rows = useMemo(() => (plan ? rowsOfPlan(world, plan.id, now) : []), [world, plan, now, version]);
  const row = rows.find((r) => r.task === id);
  if (!task || !plan || !row) return null;
  const choose = (step: string | undefined) => {
    const next = tasksOf(world, plan.id).find((t) => t.step === step);
    if (next) select({ kind: 'task', id: next.id });
  };
  return (
    <SidePanel title={say('plan.step', { n: row.number ?? '' })}>
      <p className="ct-small ct-quiet">
        <Said text={world.consultation.texts.get(plan.of)?.card.title} />
      </p>
      <div className="px-narrow">
        <StepCards row={row} rows={rows} now={now} select={choose} />
      </div>
      {Acts && <Acts plan={plan} task={task} row={row} rows={rows} />}
    </SidePanel>
  );
}
