import '../../../kit/plan/plan.css';
import './board.css';
import { clockStatus } from '@entente/engine';
import { current, type Forum, memberOf, openBrackets, shutBy, type TableText } from '@entente/engine/consultation';
import { decideByText } from '@entente/engine/execution';
import { checkSteps, type Step, stepsOf } from '@entente/engine/steps';
import { useCallback, useMemo, useState } from 'react';
import { useSeat, useSteadyNow } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { Legend } from '../../../kit/plan/Legend.tsx';
import { Matrix } from '../../../kit/plan/Matrix.tsx';
import { rowsOfSteps } from '../../../kit/plan/rows.ts';
import { TakeOut } from '../../../kit/plan/TakeOut.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import type { ReadProps } from '../../../kit/seat/part.ts';
import { Checked, wrongBySteps } from './Checked.tsx';
import { Proposals } from './Proposals.tsx';
import { StepProposal } from './parts.ts';

/** A plan that is not agreed yet: its steps as they could go, what is wrong with them, and each side’s other wish for a step. */
export function DraftView({ line, open, acts, children }: ReadProps) {
  const { world } = useSeat();
  const text = world.consultation.texts.get(line.of ?? line.id);
  const forum = text && world.consultation.forums.get(text.forum);
  return text && forum ? (
    <Draft text={text} forum={forum} open={open} acts={acts}>
      {children}
    </Draft>
  ) : null;
}

interface DraftProps extends Pick<ReadProps, 'open' | 'acts' | 'children'> {
  readonly text: TableText;
  readonly forum: Forum;
}

function Draft({ text, forum, open, acts, children }: DraftProps) {
  const t = useWords('board');
  const { world, me } = useSeat();
  const [selected, select] = useState<string | undefined>();
  const [writes, write] = useState<'step' | 'new' | undefined>();
  const [preview, setPreview] = useState<Step | undefined>();
  const [allArrows, drawAll] = useState(true);
  const { steps, rows, problems, contested, fresh, decide } = useDraft(text, forum, preview);
  const party = memberOf(forum, me.seat)?.party;
  const may = acts && party !== undefined && clockStatus(world) !== 'ended' && shutBy(world, text.id) === undefined;
  const step = steps.find((s) => s.id === selected);
  const choose = useCallback((id: string | undefined, next?: 'new') => {
    setPreview(undefined);
    write(next);
    select(id);
  }, []);
  const proposal = { text, forum, preview: setPreview, done: () => write(undefined) };
  return (
    <div className="px-plan">
      <header className="px-head row wrap">
        <Title text={text} contested={contested.size} />
        <span className="grow" />
        <Button size="small" pressed={allArrows} onClick={() => drawAll(!allArrows)}>
          {t('draft.allArrows')}
        </Button>
        {may && (
          <Button size="small" icon="plus" onClick={() => choose(undefined, 'new')}>
            {t('step.new')}
          </Button>
        )}
        <Button size="small" icon="brackets" onClick={() => open(text.id)}>
          {t('draft.toText')}
        </Button>
        <TakeOut of={text.id} />
      </header>
      <Checked problems={problems} rows={rows} select={choose} />
      <Matrix {...{ rows, selected, allArrows, contested, decide }} select={choose} mine={me.seat} wrong={wrongBySteps(problems, t)} />
      <Legend draft />
      {fresh.map((p) => (
        <div key={p} className="px-note">
          <Proposals text={text} paragraph={p} party={party} acts={may} />
        </div>
      ))}
      {step && (
        <Chosen
          text={text}
          step={step}
          number={steps.indexOf(step) + 1}
          party={party}
          may={may}
          writes={writes === 'step'}
          write={() => write('step')}
          close={() => choose(undefined)}
        >
          {party !== undefined && <StepProposal key={step.id} {...proposal} party={party} step={step} after="" />}
        </Chosen>
      )}
      {may && writes === 'new' && (
        <section className="px-step" aria-label={t('step.new')}>
          <StepProposal {...proposal} party={party} step={undefined} after={current(text).paragraphs.at(-1)?.id ?? 'start'} />
        </section>
      )}
      {children}
    </div>
  );
}

/** The steps as they stand, with the one that is being typed; what is wrong with them, and of which sides want something else. */
function useDraft(text: TableText, forum: Forum, preview: Step | undefined) {
  const { world, version } = useSeat();
  const now = useSteadyNow(60_000);
  const { paragraphs } = current(text);
  const steps = useMemo(() => stepsOf(paragraphs), [paragraphs]);
  const drawn = useMemo(() => withStep(steps, preview), [steps, preview]);
  const rows = useMemo(() => rowsOfSteps(drawn, forum.card.members, now), [drawn, forum, now]);
  const problems = useMemo(() => checkSteps(drawn, forum.card.members), [drawn, forum]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world changes in place; its version tells when
  const decide = useMemo(() => decideByText(world, text.id), [world, text.id, version]);
  const brackets = openBrackets(text);
  const contested = new Set(brackets.map((b) => b.wording.paragraph));
  const fresh = [...contested].filter(
    (p) => !paragraphs.some((x) => x.id === p) && brackets.some((b) => b.wording.paragraph === p && b.wording.step),
  );
  return { steps, rows, problems, contested, fresh, decide };
}

function Title({ text, contested }: { readonly text: TableText; readonly contested: number }) {
  const t = useWords('board');
  return (
    <>
      <h2 className="px-title">
        <Said text={text.card.title} />
      </h2>
      <NotYet of={[text.card.title]} />
      <Chip>{t('version', { n: current(text).version })}</Chip>
      <Chip tone={contested > 0 ? 'soon' : 'plain'} icon="brackets">
        {contested > 0 ? t('draft.contested', { count: contested }) : t('draft.clean')}
      </Chip>
    </>
  );
}

interface ChosenProps {
  readonly text: TableText;
  readonly step: Step;
  readonly number: number;
  readonly party: string | undefined;
  readonly may: boolean;
  readonly writes: boolean;
  readonly write: () => void;
  readonly close: () => void;
  /** The form in which it is worded. */
  readonly children: React.ReactNode;
}

/** The step that is chosen in the matrix: what sides want of it, and the way to want something else. */
function Chosen({ text, step, number, party, may, writes, write, close, children }: ChosenProps) {
  const t = useWords('board');
  return (
    <section className="px-step" aria-label={t('step.change', { n: number })}>
      <div className="row wrap">
        <h3 className="strong">
          {number} <Said text={step.text} />
        </h3>
        <span className="grow" />
        {may && !writes && (
          <Button size="small" icon="write" onClick={write}>
            {t('draft.propose')}
          </Button>
        )}
        <Button size="small" kind="quiet" icon="close" onClick={close}>
          {t('close')}
        </Button>
      </div>
      <Proposals text={text} paragraph={step.id} party={party} acts={may} />
      {may && writes && children}
    </section>
  );
}

/** The steps with one of them as it is being typed. */
function withStep(steps: readonly Step[], step: Step | undefined): readonly Step[] {
  if (!step) return steps;
  return steps.some((s) => s.id === step.id) ? steps.map((s) => (s.id === step.id ? step : s)) : [...steps, step];
}
