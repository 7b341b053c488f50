import type { Ms } from '@entente/engine';
import type { DecideBy } from '@entente/engine/execution';
import { memo } from 'react';
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
  readonly decide: readonly DecideBy[];
}

/** Over all rows: the ticks, the line of now, the dependencies of the critical path or all of them, and the latest times of decisions. */
export const Wires = memo(function Wires({ axis, now, rows, top, height, all, decide }: Props) {
  const index = new Map(rows.map((r, i) => [r.id, i]));
  const arrows = rows.flatMap((row, to) =>
    row.terms.after.flatMap(({ step, kind }) => {
      const from = index.get(step);
      const before = from === undefined ? undefined : rows[from];
      if (!before || !(all || (isTight(row) && isTight(before)))) return [];
      const [start, end] = [
        kind === 'SS' ? whenOf(before)?.start : whenOf(before)?.end,
        kind === 'FF' ? whenOf(row)?.end : whenOf(row)?.start,
      ];
      return start === undefined || end === undefined
        ? []
        : [
            {
              key: `${step} ${row.id}`,
              from: from as number,
              to,
              x: placeAt(axis, start),
              end: placeAt(axis, end),
              strong: isTight(row) && isTight(before),
            },
          ];
    }),
  );
  const middle = (i: number): number => top + i * HEIGHTS.row + 27;
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
      {arrows.map((a) => (
        <g key={a.key} className={a.strong ? 'mx-arrow mx-strong' : 'mx-arrow'}>
          <line x1={`${a.x}%`} x2={`${a.x}%`} y1={middle(a.from)} y2={middle(a.to)} />
          {a.end !== a.x && <line x1={`${a.x}%`} x2={`${a.end}%`} y1={middle(a.to)} y2={middle(a.to)} />}
          {/* biome-ignore lint/a11y/noSvgWithoutTitle: the whole picture is hidden: the table says the same */}
          <svg x={`${a.end}%`} y={middle(a.to)} overflow="visible">
            <path
              d={a.end > a.x ? 'M0 0l-6-3.5v7z' : a.end < a.x ? 'M0 0l6-3.5v7z' : a.to > a.from ? 'M0 0l-3.5-6h7z' : 'M0 0l-3.5 6h7z'}
            />
          </svg>
        </g>
      ))}
      {now !== undefined && <line className="mx-now" x1={`${placeAt(axis, now)}%`} x2={`${placeAt(axis, now)}%`} y1={0} y2={height} />}
    </svg>
  );
});

/** When a step is or will be: what has begun where it began, what has not where it is expected. */
function whenOf({ done, expected, planned }: MatrixRow): Span | undefined {
  if (done && expected) return { start: done.start, end: expected.end };
  return done ?? expected ?? planned;
}
/** It is on the critical path, or was: what moves a critical step counts. */
const isTight = (row: MatrixRow): boolean => row.critical;
