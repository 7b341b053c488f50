import { type Criterion, currentOption, type Known, knownScore, type PlanOption, reasonsAsked } from '@entente/engine/planning';
import { useAct, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { AddressMark, useNamer } from '../../../kit/Names.tsx';
import { Refused } from '../../../kit/Refused.tsx';
import { Said } from '../../../kit/Said.tsx';
import type { BoardLook } from './look.ts';
import { scoreTold } from './told.ts';

const SCORES = [1, 2, 3, 4, 5] as const;
type Thinks = Known & { readonly party: string };

interface Props {
  readonly look: BoardLook;
  readonly option: PlanOption;
  readonly criterion: Criterion;
}

/** What the sides think of one option by one criterion: marks on one scale, the distance as a bar, and the reasons in words. */
export function Cell({ look, option, criterion }: Props) {
  const t = useWords('board');
  const { world } = useSeat();
  const act = useAct();
  const { own, sides, acts, begin } = look;
  const known = sides.map((party): Thinks => ({ party, ...knownScore(world, party, option.id, criterion.id, own) }));
  const mine = known.find((k) => k.party === own);
  const here = { option: option.id, criterion: criterion.id };
  const asked =
    own !== undefined &&
    reasonsAsked(world, look.board.id, own, sides).some((a) => a.option === here.option && a.criterion === here.criterion);
  const keep = (score: number) => {
    const kept = mine?.score === score ? {} : { score, ...(mine?.reason === undefined ? {} : { reason: mine.reason as never }) };
    void act.run({ type: 'KeepScore', ...here, ...kept });
  };
  return (
    <div className="op-cell">
      <div className="row">
        <Scale look={look} known={known} busy={act.busy} keep={keep} />
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
      <Refused words={act.error} />
    </div>
  );
}

interface ScaleProps {
  readonly look: BoardLook;
  readonly known: readonly Thinks[];
  readonly busy: boolean;
  readonly keep: (score: number) => void;
}

/** Five points; a press on one is the own score, a second press takes it back. */
function Scale({ look: { own, acts }, known, busy, keep }: ScaleProps) {
  const t = useWords('board');
  const name = useNamer();
  const mine = known.find((k) => k.party === own)?.score;
  const scores = known.flatMap((k) => k.score ?? []);
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  return (
    <fieldset className="op-scale" aria-label={own === undefined ? t('scores') : t('yourScore', { party: name(`party:${own}`) })}>
      {SCORES.map((n) => (
        <button
          key={n}
          type="button"
          className="op-tick"
          disabled={!acts || busy}
          aria-pressed={mine === n}
          aria-label={t(`point.${n}`)}
          title={acts ? t(`point.${n}`) : undefined}
          onClick={() => keep(n)}
        />
      ))}
      {scores.length > 1 && high > low && (
        <span className="op-gap" data-far={high - low >= 2 || undefined} style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />
      )}
      {known.map(
        ({ party, score }) =>
          score !== undefined && (
            <span key={party} className="op-mark" style={{ left: at(score), translate: shift(known, party, score) }}>
              <AddressMark address={`party:${party}`} />
            </span>
          ),
      )}
    </fieldset>
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

const at = (score: number): string => `${((score - 1) / 4) * 100}%`;
/** Marks at the same score stand side by side. */
function shift(known: readonly Thinks[], party: string, score: number): string {
  const same = known.filter((k) => k.score === score);
  const index = same.findIndex((k) => k.party === party);
  return `calc(-50% + ${(index - (same.length - 1) / 2) * 18}px) -50%`;
}
