import { usePreferences } from '../../i18n/preferences.ts';
import { useText } from '../../i18n/text.ts';
import { momentOf, shortTime } from '../calendar.ts';
import { useDirectory } from '../Directory.tsx';
import { scaleOf } from '../review/laneLayout.ts';
import { ticks } from '../review/moment.ts';
import { movesOf } from '../review/moves.ts';
import { fitted } from '../textWidth.ts';
import type { Report } from './model.ts';

/** Round times by the wall clock that fit on paper, scenario ms. */
export function usePaperTicks(end: number): number[] {
  const { start } = useDirectory();
  const { language } = usePreferences();
  if (!start) return [];
  const [hours = 0, minutes = 0] = momentOf(start, 0, language).time.split(':').map(Number);
  return ticks(end, (hours * 60 + minutes) * 60_000, 12);
}

/** The moves, and the times under them, over a picture `width` units wide for `end` ms; `left` units before it stay free. */
export function PaperAxis({
  report,
  width,
  end,
  left = 0,
}: {
  readonly report: Report;
  readonly width: number;
  readonly end: number;
  readonly left?: number;
}) {
  const { start } = useDirectory();
  const text = useText();
  const scale = scaleOf(width, end);
  const moves = movesOf(report.world).filter((m) => m.from <= report.until);
  return (
    <svg viewBox={`${-left} 0 ${left + width} 44`} aria-hidden="true">
      {moves.map((m, i) => {
        const to = scale(Math.min(moves[i + 1]?.from ?? end, end));
        return (
          <g key={m.number}>
            <rect x={scale(m.from)} y={1} width={Math.max(0, to - scale(m.from) - 2)} height={20} className="rp-move" />
            <text x={scale(m.from) + 6} y={15} className="rv-label">
              {fitted(`${m.number} ${text(m.name)}`, Math.max(0, to - scale(m.from) - 12))}
            </text>
          </g>
        );
      })}
      {usePaperTicks(end).map((at) => (
        <g key={at}>
          <path d={`M${scale(at)} 38V44`} className="rv-allowed" />
          <text x={Math.min(Math.max(scale(at), 18), width - 24)} y={35} textAnchor="middle" className="rv-tick">
            {shortTime(start, at)}
          </text>
        </g>
      ))}
    </svg>
  );
}
