import { useWords } from '../../../i18n/words.ts';
import { AddressMark, useNamer } from '../../../kit/Names.tsx';
import type { BoardLook, Thinks } from './look.ts';

const SCORES = [1, 2, 3, 4, 5] as const;

interface ScaleProps {
  readonly look: Pick<BoardLook, 'own'>;
  readonly known: readonly Thinks[];
  readonly busy?: boolean;
  /** Absent for those who only read. */
  readonly keep?: (score: number) => void;
}

/** Five points with each side’s mark; a press on one is the own score, a second press takes it back. */
export function Scale({ look: { own }, known, busy = false, keep }: ScaleProps) {
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
          disabled={keep === undefined || busy}
          aria-pressed={mine === n}
          aria-label={t(`point.${n}`)}
          title={keep ? t(`point.${n}`) : undefined}
          onClick={() => keep?.(n)}
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

const at = (score: number): string => `${((score - 1) / 4) * 100}%`;
/** Marks at the same score stand side by side. */
function shift(known: readonly Thinks[], party: string, score: number): string {
  const same = known.filter((k) => k.score === score);
  const index = same.findIndex((k) => k.party === party);
  return `calc(-50% + ${(index - (same.length - 1) / 2) * 18}px) -50%`;
}
