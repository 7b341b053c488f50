import { currentOption } from '@entente/engine/planning';
import { checkSteps, type Step } from '@entente/engine/steps';
import { useMemo, useState } from 'react';
import { useSeat, useSteadyNow } from '../../../connection/SeatProvider.tsx';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Matrix } from '../../../kit/plan/Matrix.tsx';
import { rowsOfSteps } from '../../../kit/plan/rows.ts';
import { Checked, wrongBySteps } from './Checked.tsx';
import type { BoardLook } from './look.ts';

/** An option’s steps, for those who only read them. */
export function OptionSteps({ look, option }: { readonly look: BoardLook; readonly option: string | undefined }) {
  const t = useWords('board');
  const { world } = useSeat();
  const [selected, select] = useState<string | undefined>();
  const found = world.planning.options.get(option ?? '');
  if (!found) return null;
  return (
    <section className="op-form" aria-label={t('seeSteps')}>
      <Steps look={look} steps={currentOption(found).card.steps} selected={selected} select={select} />
      <Button kind="quiet" onClick={() => look.begin(undefined)}>
        {t('close')}
      </Button>
    </section>
  );
}

interface StepsProps {
  readonly look: BoardLook;
  readonly steps: readonly Step[];
  readonly selected: string | undefined;
  readonly select: (step: string | undefined) => void;
}

/** The steps as they would go, and what is wrong with them. */
export function Steps({ look: { forum }, steps, selected, select }: StepsProps) {
  const t = useWords('board');
  const now = useSteadyNow(60_000);
  const rows = useMemo(() => rowsOfSteps(steps, forum.card.members, now), [steps, forum, now]);
  const problems = useMemo(() => checkSteps(steps, forum.card.members), [steps, forum]);
  if (steps.length === 0) return null;
  return (
    <>
      <Checked problems={problems} rows={rows} select={select} />
      <div className="op-scroll scroll">
        <Matrix rows={rows} selected={selected} select={select} allArrows wrong={wrongBySteps(problems, t)} />
      </div>
    </>
  );
}
