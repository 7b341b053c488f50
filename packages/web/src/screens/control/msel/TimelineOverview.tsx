import { useElementSize } from '@mantine/hooks';
import { scaleLinear } from 'd3-scale';
import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { fitted, textWidth } from '../../../kit/textWidth.ts';
import { leftEdge, panned, type TimeWindow } from './timeWindow.ts';

const HEIGHT = 36;

/** The whole exercise in a strip: its moves, how dense it is, where now is, and the stretch shown below (drag it, or use arrow keys). */
export function TimelineOverview({ window, setWindow }: { window: TimeWindow; setWindow: (w: TimeWindow) => void }) {
  const { world, entries, now, start, duration, say, pick } = useControl();
  const { ref, width: measured } = useElementSize();
  const width = Math.max(measured, 100);
  const x = useMemo(
    () =>
      scaleLinear()
        .domain([0, Math.max(duration, 1)])
        .range([0, width]),
    [duration, width],
  );
  const ticks = useMemo(
    () =>
      densities(
        entries.map((e) => e.at).filter((t): t is number => t !== undefined),
        x,
        width,
      ),
    [entries, x, width],
  );
  const from = leftEdge(window, now);
  const drag = useDrag(x, (at) => setWindow({ span: window.span, from: Math.round(at - window.span / 2) }));
  const moves = world.moves.plan?.moves ?? [];
  const onKeyDown = (e: KeyboardEvent): void => {
    const share = { ArrowLeft: -0.1, ArrowRight: 0.1, PageUp: -1, PageDown: 1 }[e.key];
    if (share === undefined && e.key !== 'Home') return;
    e.preventDefault();
    setWindow(share === undefined ? { span: window.span } : panned(window, share, now, duration));
  };
  return (
    <div className="ct-timeline-head ct-overview">
      <div className="ct-lane-name ct-overview-name">
        <span className="ct-lane-words">{say('timeline.whole')}</span>
      </div>
      <div
        ref={ref}
        className="ct-grow ct-strip"
        role="slider"
        tabIndex={0}
        aria-label={say('timeline.window')}
        aria-valuemin={0}
        aria-valuemax={Math.round(duration / 60_000)}
        aria-valuenow={Math.round(Math.max(0, from) / 60_000)}
        aria-valuetext={say('timeline.windowFromTo', { from: clockWords(from, start), to: clockWords(from + window.span, start) })}
        onKeyDown={onKeyDown}
        {...drag}
      >
        <svg width={width} height={HEIGHT} aria-hidden="true">
          {ticks.map((t) => (
            <line
              key={t.x}
              x1={t.x}
              x2={t.x}
              y1={HEIGHT - 3}
              y2={HEIGHT - 3 - Math.min(14, 4 + t.count * 3)}
              className={t.x <= x(now) ? 'ct-tick past' : 'ct-tick'}
            />
          ))}
          {moves.map((m, i) => (
            <MoveName
              key={m.id}
              x={x(m.from)}
              room={(x(moves[i + 1]?.from ?? duration) ?? width) - x(m.from)}
              words={`${m.number} ${pick(m.name)}`}
              current={now >= m.from && now < m.to}
            />
          ))}
          <rect
            x={Math.max(0, x(from))}
            y={16.5}
            width={Math.max(6, Math.min(width, x(from + window.span)) - Math.max(0, x(from)))}
            height={HEIGHT - 17}
            className="ct-window"
          />
          <line x1={x(Math.min(now, duration))} x2={x(Math.min(now, duration))} y1={17} y2={HEIGHT} className="ct-nowline" />
        </svg>
      </div>
    </div>
  );
}

function MoveName({ x, room, words, current }: { x: number; room: number; words: string; current: boolean }) {
  const text = fitted(words, room - 12, textWidth);
  return (
    <g>
      <line x1={x + 0.5} x2={x + 0.5} y1={0} y2={16} className="ct-moveline" />
      {room > 24 && (
        <text x={x + 5} y={12} className={current ? 'ct-move current' : 'ct-move'}>
          {text}
        </text>
      )}
    </g>
  );
}

/** Ticks four px apart; a taller one stands for several lines at once. */
function densities(times: readonly number[], x: (t: number) => number, width: number): { x: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const t of times) {
    const at = Math.min(width - 1, Math.max(1, Math.round(x(t) / 4) * 4));
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return [...counts].map(([at, count]) => ({ x: at, count }));
}

function useDrag(x: { invert(px: number): number }, move: (at: number) => void) {
  const dragging = useRef(false);
  const go = (e: PointerEvent<HTMLDivElement>): void => move(x.invert(e.clientX - e.currentTarget.getBoundingClientRect().left));
  return {
    onPointerDown(e: PointerEvent<HTMLDivElement>) {
      if (e.button !== 0) return;
      dragging.current = true;
      e.currentTarget.setPointerCapture(e.pointerId);
      go(e);
    },
    onPointerMove(e: PointerEvent<HTMLDivElement>) {
      if (dragging.current) go(e);
    },
    onPointerUp() {
      dragging.current = false;
    },
    onPointerCancel() {
      dragging.current = false;
    },
  };
}
