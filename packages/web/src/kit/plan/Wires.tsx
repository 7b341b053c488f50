import type { Ms } from '@entente/engine';
import type { DecideBy } from '@entente/engine/execution';
import { memo, useMemo } from 'react';
import { type Axis, placeAt } from './axis.ts';
import { HEIGHTS } from './layout.ts';
import type { MatrixRow, Span } from './rows.ts';

interface Props {
  readonly axis: Axis;
  readonly now: Ms | undefined;
  /** As they stand, from the first to the last. */
  readonly rows: readonly MatrixRow[];
  /** Where the first begins, px. */
  readonly top: number;
  readonly height: number;
  readonly all: boolean;
  /** Of the rows the first that is in sight, and the first after those. */
  readonly from: number;
  readonly to: number;
  readonly decide: readonly DecideBy[];
}

/** Over all rows: the ticks, the line of now, the dependencies of the critical path or all of them, and the latest times of decisions. */
export const Wires = memo(function Wires({ axis, now, rows, top, height, all, from, to, decide }: Props) {
  const index = useMemo(() => new Map(rows.map((r, i) => [r.id, i])), [rows]);
  const arrows = useMemo(() => arrowsOf(rows, index, axis), [rows, index, axis]);
  // What neither begins, ends nor passes here is not drawn.
  const seen = arrows.filter((a) => (all || a.strong) && Math.max(a.from, a.to) >= from && Math.min(a.from, a.to) < to);
  const middle = (i: number): number => top + i * HEIGHTS.row + 27;
  const lines = (strong: boolean): string =>
    seen.flatMap((a) => (a.strong === strong ? [`M${a.x} ${middle(a.from)}V${middle(a.to)}H${a.end}`] : [])).join('');
  return (
    <svg className="mx-wires" height={height} aria-hidden="true">
      {axis.ticks.map((tick) => (
        <line key={tick} className="mx-grid" x1={`${placeAt(axis, tick)}%`} x2={`${placeAt(axis, tick)}%`} y1={0} y2={height} />
      ))}
      {decide.map((d, i) => (
        <line
          key={`${d.kind} ${d.step} ${d.party}`}
          className={i === 0 ? 'mx-due mx-next' : 'mx-due'}
          x1={`${placeAt(axis, d.by)}%`}
          x2={`${placeAt(axis, d.by)}%`}
          y1={top - decide.length * HEIGHTS.decide + i * HEIGHTS.decide}
          y2={middle(index.get(d.step) ?? 0)}
        />
      ))}
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the whole picture is hidden: the table says the same */}
      <svg viewBox={`0 0 100 ${height}`} width="100%" height={height} preserveAspectRatio="none">
        <path className="mx-arrows" d={lines(false)} />
        <path className="mx-arrows mx-strong" d={lines(true)} />
      </svg>
      {seen.map((a) => (
        // biome-ignore lint/a11y/noSvgWithoutTitle: as above
        <svg key={a.key} x={`${a.end}%`} y={middle(a.to)} overflow="visible" className={a.strong ? 'mx-point mx-strong' : 'mx-point'}>
          <path d={a.end > a.x ? 'M0 0l-6-3.5v7z' : a.end < a.x ? 'M0 0l6-3.5v7z' : a.to > a.from ? 'M0 0l-3.5-6h7z' : 'M0 0l-3.5 6h7z'} />
        </svg>
      ))}
      {now !== undefined && <line className="mx-now" x1={`${placeAt(axis, now)}%`} x2={`${placeAt(axis, now)}%`} y1={0} y2={height} />}
    </svg>
  );
});

interface Arrow {
  readonly key: string;
  /** The rows from which and to which it goes, and where, percent of the width. */
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly end: number;
  readonly strong: boolean;
}

function arrowsOf(rows: readonly MatrixRow[], index: ReadonlyMap<string, number>, axis: Axis): readonly Arrow[] {
  return rows.flatMap((row, to) =>
    row.terms.after.flatMap(({ step, kind }): readonly Arrow[] => {
      const from = index.get(step);
      const before = from === undefined ? undefined : rows[from];
      if (from === undefined || !before) return [];
      const [start, end] = [
        kind === 'SS' ? whenOf(before)?.start : whenOf(before)?.end,
        kind === 'FF' ? whenOf(row)?.end : whenOf(row)?.start,
      ];
      if (start === undefined || end === undefined) return [];
      const [x, ends] = [placeAt(axis, start), placeAt(axis, end)];
      return [{ key: `${step} ${row.id}`, from, to, x, end: ends, strong: isTight(row) && isTight(before) }];
    }),
  );
}

/** When a step is or will be: what has begun where it began, what has not where it is expected. */
function whenOf({ done, expected, planned }: MatrixRow): Span | undefined {
  if (done && expected) return { start: done.start, end: expected.end };
  return done ?? expected ?? planned;
}
/** It is on the critical path, or was: what moves a critical step counts. */
const isTight = (row: MatrixRow): boolean => row.critical;
