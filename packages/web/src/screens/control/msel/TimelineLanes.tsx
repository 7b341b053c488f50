import { scaleLinear } from 'd3-scale';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { sinceMidnight } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { LaneName } from './LaneName.tsx';
import { TimelineMark } from './TimelineMark.tsx';
import type { LanePlace, MarkPlace } from './timelineLayout.ts';
import { type Sight, sights, untouched } from './timelineSight.ts';
import { axisTimes, leftEdge, type TimeWindow } from './timeWindow.ts';

interface LanesProps {
  readonly layout: { readonly lanes: readonly LanePlace[]; readonly height: number };
  readonly window: TimeWindow;
  readonly width: number;
  readonly pxPerMs: number;
  readonly hands: ReadonlySet<string>;
  readonly fold: (lane: string) => void;
  readonly onPan: (share: number) => void;
}

/** The lanes themselves. Only marks in sight are drawn, so that hundreds cost no more than dozens. */
export function TimelineLanes({ layout, window, width, pxPerMs, hands, fold, onPan }: LanesProps) {
  const { now, start, duration, selection, say, pick, select } = useControl();
  const from = leftEdge(window, now);
  const left = from * pxPerMs;
  const x = scaleLinear()
    .domain([from, from + window.span])
    .range([0, width]);
  const drag = useDrag(width, onPan);
  const height = Math.max(layout.height, 40);
  const seen = layout.lanes.flatMap((l) => sights(l.marks, left, width, (m) => m.entry.id === selection?.id || hands.has(m.entry.id)));
  const shown = seen.map((s) => s.place);
  const first = shown.find((m) => m.entry.id === selection?.id) ?? shown.find((m) => m.x >= now * pxPerMs) ?? shown[0];
  return (
    <div className="ct-lanes">
      <div className="ct-lane-names">
        {layout.lanes.map((l) => (
          <LaneName key={l.lane.id} lane={l.lane} height={l.height} folded={l.folded} fold={() => fold(l.lane.id)} />
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons drawn in SVG; the table view is the alternative */}
      <svg
        width={width}
        height={height}
        role="group"
        aria-label={say('timeline.label')}
        className="ct-plot"
        {...drag}
        onKeyDown={(e) => rove(e, shown)}
      >
        <rect x={0} y={0} width={Math.max(0, Math.min(width, x(now)))} height={height} className="ct-past" />
        {x(duration) < width && (
          <rect x={Math.max(0, x(duration))} y={0} width={width - Math.max(0, x(duration))} height={height} className="ct-after" />
        )}
        {axisTimes(from, window.span, width, 48, sinceMidnight(start)).map((t) => (
          <line key={t} x1={x(t)} x2={x(t)} y1={0} y2={height} className="ct-gridline" />
        ))}
        {layout.lanes.map((l) => (
          <line key={l.lane.id} x1={0} x2={width} y1={l.top + l.height - 0.5} y2={l.top + l.height - 0.5} className="ct-laneline" />
        ))}
        {x(duration) < width && <line x1={x(duration)} x2={x(duration)} y1={0} y2={height} className="ct-endline" />}
        <path d={nowLine(seen, now * pxPerMs, x(now), height)} className="ct-nowline" />
        <g transform={`translate(${-left} 0)`}>
          {layout.lanes.map((l) => l.shelf && <Shelf key={l.lane.id} shelf={l.shelf} words={say('timeline.anyTime')} />)}
          {seen.map(({ place: m, leftward, room, pin }) => (
            <TimelineMark
              key={`${m.entry.id} ${m.y}`}
              place={m}
              hand={hands.has(m.entry.id)}
              selected={selection?.id === m.entry.id}
              tabbable={m === first}
              pin={pin}
              leftward={leftward}
              room={room}
              select={select}
              say={say}
              pick={pick}
              start={start}
            />
          ))}
        </g>
      </svg>
    </div>
  );
}

/** The ground of the shelf, and what it is for. */
function Shelf({ shelf, words }: { shelf: NonNullable<LanePlace['shelf']>; words: string }) {
  return (
    <g>
      <rect x={shelf.x + 4} y={shelf.top + 1} width={shelf.width - 4} height={shelf.height - 2} rx={4} className="ct-shelf" />
      <text x={shelf.x + 12} y={shelf.top + 16} className="ct-shelf-words">
        {words}
      </text>
    </g>
  );
}

/** The now-line, interrupted where a label lies over it, so that both can be read. */
function nowLine(seen: readonly Sight[], now: number, x: number, height: number): string {
  return untouched(seen, now, height)
    .map(([from, to]) => `M${x} ${from}V${to}`)
    .join('');
}

/** Arrow keys go from mark to mark: left and right in time, up and down by row. */
function rove(e: KeyboardEvent<SVGSVGElement>, shown: readonly MarkPlace[]): void {
  const moves = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] } as const;
  const move = moves[e.key as keyof typeof moves];
  if (!move || e.ctrlKey || e.metaKey || e.altKey) return;
  const marks = [...e.currentTarget.querySelectorAll<SVGGElement>('[data-mark]')];
  const current = shown[marks.indexOf(document.activeElement as unknown as SVGGElement)];
  if (!current) return;
  e.preventDefault();
  const ahead = shown.filter((m) =>
    move[0] !== 0
      ? (m.x - current.x) * move[0] > 0 || (m.x === current.x && (m.y - current.y) * move[0] > 0)
      : (m.y - current.y) * move[1] > 0,
  );
  const distance = (m: MarkPlace): number =>
    move[0] !== 0
      ? Math.abs(m.x - current.x) + Math.abs(m.y - current.y) / 1000
      : Math.abs(m.y - current.y) * 3 + Math.abs(m.x - current.x);
  const next = ahead.reduce<MarkPlace | undefined>((best, m) => (best === undefined || distance(m) < distance(best) ? m : best), undefined);
  if (next) marks[shown.indexOf(next)]?.focus();
}

/** Dragging the ground pans; the buttons above do the same for those who do not drag. */
function useDrag(width: number, onPan: (share: number) => void) {
  const last = useRef<number | undefined>(undefined);
  return {
    onPointerDown(e: PointerEvent<SVGSVGElement>) {
      if (e.button !== 0 || (e.target as Element).closest('[data-mark]')) return;
      last.current = e.clientX;
      e.currentTarget.setPointerCapture(e.pointerId);
    },
    onPointerMove(e: PointerEvent<SVGSVGElement>) {
      if (last.current === undefined || Math.abs(e.clientX - last.current) < 3) return;
      onPan((last.current - e.clientX) / width);
      last.current = e.clientX;
    },
    onPointerUp() {
      last.current = undefined;
    },
    onPointerCancel() {
      last.current = undefined;
    },
  };
}
