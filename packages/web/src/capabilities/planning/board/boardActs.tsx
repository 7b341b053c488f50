import { type PlanOption, scoreKept, WEIGHTS, type Weight, weightKept } from '@entente/engine/planning';
import { useAct, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { Refused } from '../../../kit/Refused.tsx';
import { BoardAside } from './BoardAside.tsx';
import type { BoardActs, OfCell, PointsProps } from './look.ts';
import { BoardForms } from './parts.ts';
import { Scale } from './Scale.tsx';
import { weightTold } from './told.ts';

/** The own score: a press keeps it, the same once more takes it back. */
function Points({ look, option, criterion, known }: PointsProps) {
  const { world } = useSeat();
  const { run, busy, error } = useAct();
  const { own } = look;
  const mine = own === undefined ? undefined : scoreKept(world, own, option.id, criterion.id);
  const keep = (score: number) => {
    const kept = mine?.score === score ? {} : { score, ...(mine?.reason === undefined ? {} : { reason: mine.reason as never }) };
    void run({ type: 'KeepScore', option: option.id, criterion: criterion.id, ...kept });
  };
  return (
    <>
      <Scale look={look} known={known} busy={busy} keep={keep} />
      <Refused words={error} />
    </>
  );
}

/** The own weight of a criterion, kept with one press. */
function Weights({ look: { own = '' }, criterion }: Omit<OfCell, 'option'>) {
  const t = useWords('board');
  const name = useNamer();
  const { world } = useSeat();
  const { run, busy, error } = useAct();
  const kept = weightKept(world, own, criterion.id)?.weight;
  const weights = [...WEIGHTS].reverse();
  return (
    <>
      <fieldset className="op-weights" aria-label={t('weightOf', { party: name(`party:${own}`) })}>
        {weights.map((w) => (
          <Button
            key={w}
            size="small"
            pressed={kept === w}
            busy={busy && kept !== w}
            onClick={() => run({ type: 'KeepWeight', criterion: criterion.id, ...(kept === w ? {} : { weight: w }) })}
          >
            {t(`weight.${w}`)}
          </Button>
        ))}
        <WeightTold told={weightTold(world, own, criterion.id)} kept={kept} />
      </fieldset>
      <Refused words={error} />
    </>
  );
}

/** The own weight as the others were told it. */
function WeightTold({ told, kept }: { readonly told: Weight | undefined; readonly kept: Weight | undefined }) {
  const t = useWords('board');
  if (told === undefined) return null;
  return <span className="small dim op-told">{told === kept ? t('told') : t('toldOther', { n: t(`weight.${told}`) })}</span>;
}

function Drop({ option }: { readonly option: PlanOption }) {
  const t = useWords('board');
  const { run, busy, error } = useAct();
  return (
    <>
      <Button size="small" kind="quiet" busy={busy} onClick={() => run({ type: 'DropOption', option: option.id })}>
        {t('dropOption')}
      </Button>
      <Refused words={error} />
    </>
  );
}

/** What whoever sits at a board does there. */
export const BOARD_ACTS: BoardActs = { Points, Weights, Drop, Forms: BoardForms, Aside: BoardAside };
