import { clockStatus } from '@entente/engine';
import type { RunningPlan } from '@entente/engine/execution';
import { useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { AskLead } from './AskLead.tsx';
import { StepActs } from './StepActs.tsx';
import { type CardsProps, StepCards } from './StepCards.tsx';

export interface DetailProps extends CardsProps {
  readonly plan: RunningPlan;
  readonly acts: boolean;
}

/** One step: who leads it under which authority, its times, what it moves, why its latest time, and what can be done with it now. */
export function StepDetail({ plan, row, rows, now, acts, select }: DetailProps) {
  const t = useWords('running');
  const { world } = useSeat();
  const task = world.execution.tasks.get(row.task ?? '');
  return (
    <section className="px-step" aria-label={t('step.title', { n: row.number ?? '' })}>
      <StepCards row={row} rows={rows} now={now} select={select} />
      {acts && clockStatus(world) !== 'ended' && <StepActs plan={plan} row={row} rows={rows} task={task} />}
      {acts && task && clockStatus(world) !== 'ended' && <AskLead plan={plan} row={row} rows={rows} task={task} />}
      <Button kind="quiet" size="small" icon="close" className="px-close" onClick={() => select(undefined)}>
        {t('step.close')}
      </Button>
    </section>
  );
}
