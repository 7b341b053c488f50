import '../../../kit/plan/plan.css';
import { current, type Forum, planProblems, type TableText } from '@entente/engine/consultation';
import { decideBy, decideByText, planOf, type RunningPlan } from '@entente/engine/execution';
import { stepsOf } from '@entente/engine/steps';
import { type ComponentType, useCallback, useMemo, useState } from 'react';
import { useSeat, useSteadyNow } from '../../../connection/SeatProvider.tsx';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { Legend } from '../../../kit/plan/Legend.tsx';
import { laneOf } from '../../../kit/plan/lane.ts';
import { Matrix } from '../../../kit/plan/Matrix.tsx';
import { rowsOfPlan, rowsOfSteps } from '../../../kit/plan/rows.ts';
import { TakeOut } from '../../../kit/plan/TakeOut.tsx';
import { usePlanWords } from '../../../kit/plan/usePlanWords.ts';
import { Said } from '../../../kit/Said.tsx';
import { Answers } from '../running/Answers.tsx';

/** Plans, active ones and those that are still texts: the matrix of the one that is chosen; a step opens beside it. */
export function PlanPlace({ Acts }: { readonly Acts?: ComponentType<{ readonly text: TableText }> }) {
  const { world, say, pick } = useControl();
  const [chosen, choose] = useState<string | undefined>();
  const running = [...world.execution.plans.values()].reverse();
  const drafts = [...world.planning.drafted.keys()].flatMap((of) => {
    const text = world.consultation.texts.get(of);
    return text && !planOf(world, of) ? [text] : [];
  });
  const all = [...running.map((p) => ({ id: p.of, plan: p })), ...drafts.map((text) => ({ id: text.id, plan: undefined }))];
  const here = all.find((p) => p.id === chosen) ?? all[0];
  const text = world.consultation.texts.get(here?.id ?? '');
  const forum = world.consultation.forums.get(text?.forum ?? '');
  if (!here || !text || !forum) return <p className="ct-empty">{say('plan.none')}</p>;
  return (
    // Scrolls by itself, so it must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area
    <section className="px-place px-plan" tabIndex={0} aria-label={say('centre.plan')}>
      {all.length > 1 && (
        <fieldset className="px-head row wrap px-set" aria-label={say('plan.which')}>
          {all.map(({ id, plan }) => (
            <Button key={id} size="small" pressed={id === here.id} onClick={() => choose(id)}>
              {pick(world.consultation.texts.get(id)?.card.title)}
              {!plan && ` (${say('plan.draft')})`}
            </Button>
          ))}
        </fieldset>
      )}
      {here.plan ? <Running plan={here.plan} text={text} /> : <Drafted text={text} forum={forum} Acts={Acts} />}
    </section>
  );
}

/** The step that is selected, by its number in its plan; a press selects its task. */
function useChosenStep(rows: readonly { readonly id: string; readonly task?: string | undefined }[]) {
  const { selection, select } = useControl();
  const selected = selection?.kind === 'task' ? rows.find((r) => r.task === selection.id)?.id : undefined;
  const choose = useCallback(
    (step: string | undefined) => {
      const task = rows.find((r) => r.id === step)?.task;
      select(task === undefined ? undefined : { kind: 'task', id: task });
    },
    [rows, select],
  );
  return { selected, choose };
}

function Running({ plan, text }: { readonly plan: RunningPlan; readonly text: TableText }) {
  const t = useWords('running');
  const { version } = useSeat();
  const { world } = useControl();
  const now = useSteadyNow(10_000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world changes in place; its version tells when
  const { rows, decide, lane } = useMemo(
    () => ({ rows: rowsOfPlan(world, plan.id, now), decide: decideBy(world, plan.id, now), lane: laneOf(world) }),
    [world, plan, now, version],
  );
  const { selected, choose } = useChosenStep(rows);
  return (
    <>
      <header className="px-head row wrap">
        <h3 className="px-title">
          <Said text={text.card.title} />
        </h3>
        <Chip>{t('version', { n: plan.version })}</Chip>
        {plan.unsigned && (
          <Chip tone="late" icon="warning">
            {t('unsigned')}
          </Chip>
        )}
        <span className="grow" />
        <TakeOut of={plan.of} />
      </header>
      <Answers plan={plan} rows={rows} decide={decide} now={now} select={choose} />
      <Matrix rows={rows} now={now} selected={selected} select={choose} decide={decide} lane={lane} />
      <Legend own={rows.some((r) => r.own)} />
    </>
  );
}

interface DraftedProps {
  readonly text: TableText;
  readonly forum: Forum;
  readonly Acts: ComponentType<{ readonly text: TableText }> | undefined;
}
function Drafted({ text, forum, Acts }: DraftedProps) {
  const { version } = useSeat();
  const { world, say, select } = useControl();
  const { list } = usePlanWords();
  const now = useSteadyNow(60_000);
  const { paragraphs } = current(text);
  const rows = useMemo(() => rowsOfSteps(stepsOf(paragraphs), forum.card.members, now), [paragraphs, forum, now]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world changes in place; its version tells when
  const decide = useMemo(() => decideByText(world, text.id), [world, text, version]);
  const wrong = planProblems(text, forum).filter((p) => p.grave);
  const numbers = wrong.flatMap((p) => p.steps.flatMap((id) => rows.find((r) => r.id === id)?.number ?? []));
  return (
    <>
      <header className="px-head row wrap">
        <h3 className="px-title">
          <Said text={text.card.title} />
        </h3>
        <Chip>{say('plan.draft')}</Chip>
        <Button size="small" icon="brackets" onClick={() => select({ kind: 'table-text', id: text.id })}>
          {say('plan.toText')}
        </Button>
        {wrong.length > 0 && <span className="late small">{say('plan.unsound', { steps: list(numbers.map(String)) })}</span>}
        <span className="grow" />
        <TakeOut of={text.id} />
        {Acts && <Acts text={text} />}
      </header>
      <Matrix rows={rows} select={() => select({ kind: 'table-text', id: text.id })} decide={decide} allArrows />
      <Legend draft />
    </>
  );
}
