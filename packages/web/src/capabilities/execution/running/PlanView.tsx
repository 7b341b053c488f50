import '../../../kit/plan/plan.css';
import { rosterOfWorld } from '@entente/engine';
import { actsOf, current, partyOfAct } from '@entente/engine/consultation';
import { decideBy, lostAt, type RunningPlan } from '@entente/engine/execution';
import { useMemo, useState } from 'react';
import { useSeat, useSteadyNow } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { useDirectory } from '../../../kit/Directory.tsx';
import { Legend } from '../../../kit/plan/Legend.tsx';
import { laneOf } from '../../../kit/plan/lane.ts';
import { lostCells } from '../../../kit/plan/lostCells.tsx';
import { Matrix } from '../../../kit/plan/Matrix.tsx';
import { type MatrixRow, rowsOfPlan } from '../../../kit/plan/rows.ts';
import { TakeOut } from '../../../kit/plan/TakeOut.tsx';
import { usePlanWords } from '../../../kit/plan/usePlanWords.ts';
import { NotYet, Said } from '../../../kit/Said.tsx';
import type { ReadProps } from '../../../kit/seat/part.ts';
import { Answers } from './Answers.tsx';
import { StepDetail } from './StepDetail.tsx';

const SHOWN = ['all', 'mine', 'late'] as const;

/** An active plan: what is late and what follows, the matrix, and the step that is chosen in it. */
export function PlanView({ line, acts, children }: ReadProps) {
  const { world } = useSeat();
  const task = world.execution.tasks.get(line.id);
  const plan = world.execution.plans.get(task?.plan ?? line.id);
  return plan ? (
    <Running key={line.id} plan={plan} begins={task?.step} acts={acts}>
      {children}
    </Running>
  ) : null;
}

interface RunningProps extends Pick<ReadProps, 'acts' | 'children'> {
  readonly plan: RunningPlan;
  readonly begins: string | undefined;
}

function Running({ plan, begins, acts, children }: RunningProps) {
  const t = useWords('running');
  const { world, me, version } = useSeat();
  const now = useSteadyNow(10_000);
  const [selected, select] = useState(begins);
  const [shown, show] = useState<(typeof SHOWN)[number]>('all');
  const [allArrows, drawAll] = useState(false);
  const party = rosterOfWorld(world)?.partyOf(me.seat);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world changes in place; its version tells when
  const rows = useMemo(() => rowsOfPlan(world, plan.id, now), [world, plan, now, version]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const decide = useMemo(() => decideBy(world, plan.id, now), [world, plan, now, version]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const lane = useMemo(() => laneOf(world), [world, version]);
  const { span } = usePlanWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const lost = useMemo(() => lostCells(lostAt(world, plan.id, now), span), [world, plan, now, version, span]);
  const filter = useMemo(() => filterOf(shown, party, me.seat), [shown, party, me.seat]);
  const row = rows.find((r) => r.id === selected);
  const lateOnes = rows.filter(isLate).length;
  return (
    <div className="px-plan">
      <header className="px-head row wrap">
        <Title plan={plan} />
        <span className="grow" />
        <fieldset className="row px-set" aria-label={t('shown.title')}>
          {SHOWN.map((s) => (
            <Button key={s} size="small" pressed={shown === s} onClick={() => show(s)}>
              {t(`shown.${s}`, { count: lateOnes })}
            </Button>
          ))}
        </fieldset>
        <Button size="small" pressed={allArrows} onClick={() => drawAll(!allArrows)}>
          {t('allArrows')}
        </Button>
        <TakeOut of={plan.of} />
      </header>
      <Answers plan={plan} rows={rows} decide={decide} now={now} select={select} />
      <Matrix
        lost={lost}
        rows={rows}
        now={now}
        selected={selected}
        select={select}
        decide={decide}
        lane={lane}
        allArrows={allArrows}
        shown={filter}
        mine={me.seat}
      />
      <Legend own={rows.some((r) => r.own)} />
      {row && <StepDetail key={row.id} plan={plan} row={row} rows={rows} now={now} acts={acts} select={select} />}
      {children}
    </div>
  );
}

const isLate = (r: MatrixRow): boolean => r.state !== 'done' && (r.late > 0 || (r.slack ?? 0) < 0 || r.state === 'blocked');
function filterOf(shown: (typeof SHOWN)[number], party: string | undefined, seat: string): ((row: MatrixRow) => boolean) | undefined {
  if (shown === 'all') return undefined;
  if (shown === 'late') return isLate;
  return (r) => r.lead === seat || r.own === true || (party !== undefined && (r.terms.support.includes(party) || r.terms.word === party));
}

/** What it is called, in which version, by whom and when it was agreed. */
function Title({ plan }: { readonly plan: RunningPlan }) {
  const t = useWords('running');
  const { world } = useSeat();
  const text = world.consultation.texts.get(plan.of);
  return (
    <>
      <h2 className="px-title">
        <Said text={text?.card.title} />
      </h2>
      <NotYet of={[text?.card.title]} />
      <Chip>{t('version', { n: plan.version })}</Chip>
      {plan.unsigned ? (
        <Chip tone="late" icon="warning">
          {t('unsigned')}
        </Chip>
      ) : (
        <Agreed plan={plan} />
      )}
      <Chip title={t('digest')}>{`${plan.digest.slice(0, 4)} ${plan.digest.slice(4, 8)}`.toUpperCase()}</Chip>
      {text && current(text).version !== plan.version && <Chip tone="soon">{t('newer')}</Chip>}
    </>
  );
}

function Agreed({ plan }: { readonly plan: RunningPlan }) {
  const t = useWords('running');
  const { time, letter } = usePlanWords();
  const { world } = useSeat();
  const { parties } = useDirectory();
  const matter = [...world.consultation.matters.values()].findLast((m) => m.on?.of === plan.of && m.closed);
  const signs = matter ? actsOf(matter).filter((a) => a.type === 'sign' && a.on === plan.digest) : [];
  const by = parties.flatMap(({ id }) => {
    const last = signs.findLast((a) => partyOfAct(a) === id);
    return last ? [`${letter(id)} ${time(last.at)}`] : [];
  });
  return (
    <Chip tone="met" icon="check">
      {by.length > 0
        ? t('signedBy', { who: by.join(', ') })
        : t('agreed', { time: matter?.closed ? time(matter.closed.at) : time(plan.at) })}
    </Chip>
  );
}
