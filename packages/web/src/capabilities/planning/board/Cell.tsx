import { currentOption, knownScore, reasonsAsked } from '@entente/engine/planning';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { AddressMark } from '../../../kit/Names.tsx';
import { Said } from '../../../kit/Said.tsx';
import type { OfCell, Thinks } from './look.ts';
import { Scale } from './Scale.tsx';
import { scoreTold } from './told.ts';

/** What the sides think of one option by one criterion: marks on one scale, the distance as a bar, and the reasons in words. */
export function Cell({ look, option, criterion }: OfCell) {
  const t = useWords('board');
  const { world } = useSeat();
  const { own, sides, acts, begin } = look;
  const known = sides.map((party): Thinks => ({ party, ...knownScore(world, party, option.id, criterion.id, own) }));
  const mine = known.find((k) => k.party === own);
  const here = { option: option.id, criterion: criterion.id };
  const asked =
    own !== undefined &&
    reasonsAsked(world, look.board.id, own, sides).some((a) => a.option === here.option && a.criterion === here.criterion);
  const Points = acts?.Points ?? Scale;
  return (
    <div className="op-cell">
      <div className="row">
        <Points look={look} option={option} criterion={criterion} known={known} />
        <span className="grow" />
        <span className="small op-apart-words">
          <Distance known={known} />
        </span>
      </div>
      <ul className="small">
        {known.map((k) => (
          <Thought
            key={k.party}
            of={k}
            mine={k.party === own || own === undefined}
            told={k.party === own ? scoreTold(world, k.party, option.id, criterion.id) : undefined}
            version={currentOption(option).version}
          />
        ))}
      </ul>
      {acts && mine?.score !== undefined && (
        <Button size="small" kind="quiet" className={asked ? 'soon' : ''} onClick={() => begin({ form: 'reason', ...here })}>
          {t(asked ? 'reasonAsked' : mine.reason === undefined ? 'addReason' : 'changeReason')}
        </Button>
      )}
    </div>
  );
}

/** How far the sides are apart, in words; who has not told is said below, beside each side’s reason. */
function Distance({ known }: { readonly known: readonly Thinks[] }) {
  const t = useWords('board');
  const scores = known.flatMap((k) => k.score ?? []);
  if (scores.length < 2) return null;
  const apart = Math.max(...scores) - Math.min(...scores);
  if (apart >= 2) return <b className="op-apart">{t('apart', { n: apart })}</b>;
  if (apart === 1) return t('apart', { n: apart });
  return (
    <span className="row">
      <Icon name="check" size={12} /> {t('agree')}
    </span>
  );
}

interface ThoughtProps {
  readonly of: Thinks;
  readonly mine: boolean;
  /** Of the own side: what the others were told. */
  readonly told: number | undefined;
  readonly version: number;
}
/** One side’s score and reason; an older version is said where it was that one that was read, and what of the own the others know. */
function Thought({ of, mine, told, version }: ThoughtProps) {
  const t = useWords('board');
  const { party, score, reason, version: read } = of;
  return (
    <li>
      <b className="row op-number">
        <AddressMark address={`party:${party}`} named /> {score ?? '–'}
      </b>
      <span>
        {reason !== undefined && <Said text={reason} />}
        {reason === undefined && score === undefined && <span className="dim">{t(mine ? 'notScored' : 'notTold')}</span>}
        {told !== undefined && <span className="dim"> {told === score ? t('told') : t('toldOther', { n: told })}</span>}
        {score !== undefined && read !== undefined && read !== version && <span className="soon"> {t('olderVersion', { n: read })}</span>}
      </span>
    </li>
  );
}
