import '../../../kit/plan/plan.css';
import './planned.css';
import { lostAt, type RunningPlan } from '@entente/engine/execution';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Legend } from '../../../kit/plan/Legend.tsx';
import { lostCells } from '../../../kit/plan/lostCells.tsx';
import { Matrix } from '../../../kit/plan/Matrix.tsx';
import { rowsOfPlan } from '../../../kit/plan/rows.ts';
import { usePlanWords } from '../../../kit/plan/usePlanWords.ts';
import { Figures } from '../../../kit/review/Figures.tsx';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { Saved, Scrolling, useChosen } from '../../../kit/review/tables.tsx';
import { cameAbout } from './cameAbout.ts';
import { PlanList } from './PlanList.tsx';
import { SlackCurve } from './SlackCurve.tsx';
import { planSentences } from './sentences.ts';

/** What was planned and done: sentences first, then the plan against what happened on one sheet, or as a list. */
export function PlannedTab() {
  const { world, moment, wording, view: chosen, setView } = useReview();
  const t = useWords('review');
  const [plan, choose] = useState<string | undefined>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world is one object changed in place; the count says when
  const sentences = useMemo(() => planSentences(world, moment.at, wording), [world, moment.count, moment.at, wording]);
  const plans = [...world.execution.plans.values()];
  const here = plans.find((p) => p.id === plan) ?? plans.at(-1);
  // A phone has the list alone.
  const phone = useMediaQuery('(max-width: 800px)', false, { getInitialValueInEffect: false });
  const view = phone ? 'list' : chosen;
  return (
    <div className="rv-happened rv-planned">
      {sentences.length === 0 ? (
        <Figures sentences={[]} empty={t('planned.nothing')} />
      ) : (
        sentences.map((line) => <Figures key={line[0]?.key} sentences={line} empty="" />)
      )}
      <div className="rv-tools">
        {plans.length > 1 && (
          <fieldset className="rv-set row wrap" aria-label={t('planned.which')}>
            {plans.map((p) => (
              <Button key={p.id} size="small" pressed={p.id === here?.id} onClick={() => choose(p.id)}>
                {wording.pick(world.consultation.texts.get(p.of)?.card.title)}
              </Button>
            ))}
          </fieldset>
        )}
        {here && !phone && (
          <fieldset className="rv-set row" aria-label={t('planned.show')}>
            {(['timeline', 'list'] as const).map((v) => (
              <Button key={v} size="small" pressed={view === v} onClick={() => setView(v)}>
                {t(`planned.${v}`)}
              </Button>
            ))}
          </fieldset>
        )}
      </div>
      {here && <Sheet plan={here} list={view === 'list'} />}
    </div>
  );
}

/** One plan against what happened: how it came about, its steps, and the slack that was left. */
function Sheet({ plan, list }: { readonly plan: RunningPlan; readonly list: boolean }) {
  const { world, moment, wording, open, end } = useReview();
  const t = useWords('review');
  const { span } = usePlanWords();
  const selected = useChosen();
  // Once the exercise has ended there is no now any more.
  const now = moment.at < end ? moment.at : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world is one object changed in place; the count says when
  const { rows, lost, lane } = useMemo(
    () => ({
      rows: rowsOfPlan(world, plan.id, moment.at),
      lost: lostAt(world, plan.id, moment.at),
      lane: cameAbout(world, plan, wording),
    }),
    [world, plan, moment.count, moment.at, wording],
  );
  const waited = useMemo(() => lostCells(lost, span), [lost, span]);
  const chosen = rows.find((r) => `step:${r.task}` === selected)?.id;
  const select = (step: string | undefined) => {
    const task = rows.find((r) => r.id === step)?.task;
    open(task === undefined ? undefined : { key: `step:${task}` });
  };
  if (list)
    return (
      <Scrolling label={t('planned.list')}>
        <Saved>
          <PlanList rows={rows} lost={waited} />
        </Saved>
      </Scrolling>
    );
  return (
    <Scrolling label={t('planned.timeline')}>
      <div className="px-plan rv-sheet">
        <Matrix rows={rows} now={now} selected={chosen} select={select} lane={lane} laneTitle={t('planned.cameAbout')} lost={waited} />
        <SlackCurve plan={plan} rows={rows} now={now} more={lane.map((e) => e.at)} />
        <Legend own={rows.some((r) => r.own)} />
      </div>
    </Scrolling>
  );
}
