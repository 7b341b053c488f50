import type { Ms } from '@entente/engine';
import { type MatrixRow, movedFrom } from '../../../kit/plan/rows.ts';

/** The delay that matters most: where it arose, what it moves, and what is left. */
export interface LateStep {
  readonly row: MatrixRow;
  readonly by: Ms;
  readonly moved: readonly MatrixRow[];
  /** Of the whole plan: the least of what is still open. */
  readonly slack: Ms | undefined;
}

/** Nobody begins on the dot: what is open is late from here on. */
const SECOND: Ms = 1_000;
const isOver = (r: MatrixRow): boolean => r.state === 'done' || r.state === 'failed';

/** The open step that is late by itself, by the most and moving the most; else one that ended late and still moves others. */
export function lateStep(rows: readonly MatrixRow[], now: Ms): LateStep | undefined {
  const found = rows
    .filter((r) => !r.own && (r.movedBy === undefined || r.state === 'blocked'))
    .map((row) => ({ row, by: lateBy(row, now), moved: movedFrom(rows, row.id).filter((m) => !isOver(m)) }))
    .filter(({ row, by, moved }) => (isOver(row) ? moved.length > 0 || row.state === 'failed' : by >= SECOND || row.state === 'blocked'))
    .sort((a, b) => Number(isOver(a.row)) - Number(isOver(b.row)) || b.moved.length - a.moved.length || b.by - a.by);
  const [first] = found;
  return first && { ...first, slack: leastSlack(rows) };
}

/** How late it is now: past its planned start or end, or blocked; what it is expected to be late if that is not so yet. */
function lateBy({ planned, done, state, late, blocked }: MatrixRow, now: Ms): Ms {
  if (state === 'blocked') return Math.max(late, (blocked.at(-1)?.end ?? now) - (blocked.at(-1)?.start ?? now));
  if (!planned) return late;
  if (!done) return Math.max(late, now - planned.start);
  return late;
}

export function leastSlack(rows: readonly MatrixRow[]): Ms | undefined {
  const open = rows.filter((r) => !isOver(r) && r.slack !== undefined).map((r) => r.slack as Ms);
  return open.length === 0 ? undefined : Math.min(...open);
}
