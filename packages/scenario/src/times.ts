import { durationMs, durationText, grained } from '@entente/engine';
import { rowsOf } from './names.ts';
import { type Code, type Path, type Problem, problem } from './problem.ts';
import type { Places } from './shape.ts';

const msOf = (v: unknown): number | undefined => (typeof v === 'string' ? durationMs(v) : undefined);

/** Everything happens between STARTEX and ENDEX, and in an order that can be. */
export function checkTimes(value: Record<string, unknown>, at: Places): Problem[] {
  const problems: Problem[] = [];
  const end = msOf(value.duration);
  const say = (code: Code, path: Path, facts = {}) => problems.push(problem(code, at.place(path), path, facts));
  const onGrain = (v: unknown, path: Path) => {
    const ms = msOf(v);
    if (ms !== undefined && ms > 0 && grained(ms) !== ms) say('off-grain', path, { value: String(v), up: durationText(grained(ms)) });
  };
  const inside = (v: unknown, path: Path, bySelf = true) => {
    const ms = msOf(v);
    if (ms === undefined) return;
    onGrain(v, path);
    if (ms < 0) say('negative-time', path);
    else if (bySelf && end !== undefined && end > 0 && ms > end) say('after-end', path, { end: String(value.duration) });
  };
  if (end !== undefined && end <= 0) say('no-duration', ['duration']);
  for (const key of ['injects', 'expects'] as const) {
    for (const { row, index } of rowsOf(value, key)) {
      inside(row.at, [key, index, 'at']);
      const after = typeof row.after === 'object' && row.after !== null ? (row.after as Record<string, unknown>) : {};
      inside(after.delay, [key, index, 'after', 'delay']);
      inside(row.within, [key, index, 'within'], false);
      inside(row.until, [key, index, 'until'], false);
      const [from, until] = [msOf(row.at), msOf(row.until)];
      if (from !== undefined && until !== undefined && until < from) say('until-too-early', [key, index, 'until']);
    }
  }
  const conditions = [
    ['injects', 'when'],
    ['expects', 'seen'],
    ['milestones', 'when'],
  ] as const;
  for (const [key, field] of conditions)
    for (const { row, index } of rowsOf(value, key))
      for (const [time, path] of timesIn(row[field], [key, index, field])) onGrain(time, path);
  for (const { row, index } of rowsOf(value, 'items')) inside(row.expires, ['items', index, 'expires'], false);
  for (const { row, index } of rowsOf(value, 'lines')) inside(row.until, ['lines', index, 'until'], false);
  for (const { row, index } of rowsOf(value, 'questions')) inside(row.within, ['questions', index, 'within'], false);
  checkMoves(value, inside, say);
  for (const { row, index } of rowsOf(value, 'parties')) {
    const zone = typeof row.capital === 'object' && row.capital !== null ? (row.capital as Record<string, unknown>).zone : undefined;
    const after = clocksChange(zone, value.start, end);
    if (after === undefined) continue;
    say('summer-time', ['parties', index, 'capital', 'zone'], {
      zone: String(zone),
      after: durationText(after),
      offset: `UTC${/(Z|[+-]\d\d:\d\d)$/.exec(String(value.start))?.[0].replace('Z', '+00:00') ?? ''}`,
    });
  }
  return problems;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Longer exercises than a year pass every change there is. */
const FURTHEST_MS = 366 * DAY_MS;

/** When within an exercise the offset of a zone changes first, ms from STARTEX to the hour; undefined if it does not, or nobody can say. */
function clocksChange(zone: unknown, start: unknown, duration: number | undefined): number | undefined {
  const first = typeof start === 'string' ? Date.parse(start) : Number.NaN;
  if (typeof zone !== 'string' || Number.isNaN(first) || duration === undefined || duration <= 0) return undefined;
  let told: Intl.DateTimeFormat;
  try {
    told = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return undefined; // told as an unknown zone
  }
  const offset = (after: number): string => told.formatToParts(first + after).find((p) => p.type === 'timeZoneName')?.value ?? '';
  const end = Math.min(duration, FURTHEST_MS);
  const before = offset(0);
  for (let day = 0; day < end; day += DAY_MS) {
    if (offset(Math.min(day + DAY_MS, end)) === before) continue;
    for (let hour = day + HOUR_MS; hour < day + DAY_MS; hour += HOUR_MS)
      if (hour >= end || offset(hour) !== before) return Math.min(hour, end);
    return Math.min(day + DAY_MS, end);
  }
  return undefined;
}

/** Conditions ask for times too, however deep. */
function timesIn(when: unknown, path: Path): [unknown, Path][] {
  if (typeof when !== 'object' || when === null) return [];
  return Object.entries(when).flatMap(([key, value]) =>
    key === 'time' ? [[value, [...path, key]] as [unknown, Path]] : timesIn(value, [...path, Array.isArray(when) ? Number(key) : key]),
  );
}

function checkMoves(
  value: Record<string, unknown>,
  inside: (v: unknown, path: Path) => void,
  say: (code: Code, path: Path, facts?: object) => number,
): void {
  let before: { id: string; to: number; text: string } | undefined;
  for (const { row, index } of rowsOf(value, 'moves')) {
    inside(row.from, ['moves', index, 'from']);
    inside(row.to, ['moves', index, 'to']);
    const [from, to] = [msOf(row.from), msOf(row.to)];
    if (from === undefined || to === undefined) continue;
    if (to <= from) say('move-backwards', ['moves', index, 'to']);
    else if (before && from < before.to) say('move-overlap', ['moves', index, 'from'], { other: before.id, end: before.text });
    before = { id: String(row.id ?? index + 1), to, text: String(row.to) };
  }
}
