import { scaleLinear } from 'd3-scale';
import { clockWords, sinceMidnight } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { textWidth } from '../../../kit/textWidth.ts';
import { axisTimes, leftEdge, type TimeWindow } from './timeWindow.ts';

const HEIGHT = 24;

/** The times above the lanes, with now in its own colour; times that now would cover are left out. */
export function TimelineAxis({ window, width }: { window: TimeWindow; width: number }) {
  const { now, start, duration, say } = useControl();
  const from = leftEdge(window, now);
  const x = scaleLinear()
    .domain([from, from + window.span])
    .range([0, width]);
  const words = say('timeline.now', { time: clockWords(now, start) });
  const half = textWidth(words) / 2 + 14;
  const nowX = x(now);
  // Near the edge the words stay whole.
  const wordsX = nowX < 0 || nowX > width ? nowX : Math.max(half - 4, Math.min(width - half + 4, nowX));
  const times = axisTimes(from, window.span, width, 96, sinceMidnight(start));
  const endX = x(duration);
  return (
    <svg width={width} height={HEIGHT} className="ct-axis" aria-hidden="true">
      {times
        .filter((t) => t <= duration && Math.abs(x(t) - wordsX) > half + 20 && Math.abs(x(t) - endX) > 52 && x(t) > 20 && x(t) < width - 20)
        .map((t) => (
          <text key={t} x={x(t)} y={16} textAnchor="middle" className="ct-axis-time">
            {clockWords(t, start)}
          </text>
        ))}
      {endX > 0 && endX < width + 30 && Math.abs(endX - nowX) > half + 30 && (
        <text x={Math.min(endX, width - 26)} y={16} textAnchor="middle" className="ct-axis-end">
          ENDEX
        </text>
      )}
      {nowX > -half && nowX < width + half && (
        <g>
          <rect x={wordsX - half + 4} y={2} width={half * 2 - 8} height={20} rx={4} className="ct-now-box" />
          <text x={wordsX} y={16} textAnchor="middle" className="ct-now-text">
            {words}
          </text>
        </g>
      )}
    </svg>
  );
}
