import type { Last, Spread as Spreads } from '@entente/rehearsal/card';
import { useWords } from '../../i18n/words.ts';
import { spanWords } from '../../kit/relative.ts';

const HEIGHT = 32;
const BAR = 10;
const GAP = 1;

/** A number as it is written: by thousands. */
export const written = (count: number): string => count.toLocaleString('en');

/** A number of runs, and as it is written. */
export const counted = (count: number) => ({ count, runs: written(count) });

/** How the runs of the last rehearsal spread, those that fail in red and hatched; the last bar stands apart, for those that never came. */
export function Spread(props: { readonly last: Last; readonly spread: Spreads; readonly href: string }) {
  const { last, spread, href } = props;
  const { of, from, to, never } = spread;
  const t = useWords('lobby');
  const kit = useWords('kit');
  const bars = spread.runs.map((runs, i) => ({ runs, failed: spread.failed[i] ?? 0 }));
  // Whatever never came, failed.
  if (never > 0) bars.push({ runs: 0, failed: 0 }, { runs: never, failed: never });
  const most = Math.max(1, ...bars.map((b) => b.runs));
  const high = (runs: number): number => (runs === 0 ? 0 : Math.max(1, (runs / most) * HEIGHT));
  const said = of === 'time' ? t('rehearsal.toResponse', counted(last.runs)) : t('rehearsal.missed', counted(last.runs));
  const ends = of === 'time' ? [spanWords(kit, from), spanWords(kit, to)] : [String(from), String(to)];
  return (
    <a className="lb-spread" href={href} title={said}>
      <svg viewBox={`0 0 ${bars.length * BAR} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {bars.map(({ runs, failed }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
          <g key={i}>
            <rect className="held" x={i * BAR} y={HEIGHT - high(runs)} width={BAR - GAP} height={high(runs) * (1 - failed / (runs || 1))} />
            <rect className="failed" x={i * BAR} y={HEIGHT - high(failed)} width={BAR - GAP} height={high(failed)} />
          </g>
        ))}
      </svg>
      <span className="lb-spread-ends">
        <span>{ends[0]}</span>
        <span className="grow">{said}</span>
        <span>{ends[1]}</span>
        {never > 0 && <span className="late">{t('rehearsal.never', counted(never))}</span>}
      </span>
    </a>
  );
}
