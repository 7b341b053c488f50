import type { Ms } from '@entente/engine';
import { capitalTime, sinceMidnight } from '../calendar.ts';
import type { MatrixRow } from './rows.ts';

/** The times between which a matrix is drawn, with the ticks of its axis, and when it is night in a capital. */
export interface Axis {
  readonly from: Ms;
  readonly to: Ms;
  readonly ticks: readonly Ms[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEPS = [5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880].map((m) => m * MINUTE);
/** So many ticks have room beside each other. */
const MOST_TICKS = 7;

/** All that is planned, done and expected, and now. */
export function axisOf(rows: readonly MatrixRow[], now: Ms | undefined, start: string | undefined, more: readonly Ms[] = []): Axis {
  const times = rows.flatMap((r) => [r.planned, r.done, r.expected].flatMap((s) => (s ? [s.start, s.end] : [])));
  const hard = rows.flatMap((r) => [r.latest, r.terms.at, r.notBefore].filter((t) => t !== undefined));
  const all = [...times, ...hard, ...more, ...(now === undefined ? [] : [now])];
  const [first, last] = all.length === 0 ? [0, HOUR] : [least(all), greatest(all)];
  const span = Math.max(last - first, 20 * MINUTE);
  const step = STEPS.find((s) => span / s <= MOST_TICKS) ?? Math.ceil(span / MOST_TICKS / (24 * HOUR)) * 24 * HOUR;
  const pad = Math.max(span * 0.04, MINUTE);
  const [from, to] = [first - pad, first + span + pad];
  // Ticks stand on round times of the exercise’s own clock.
  const base = start === undefined ? 0 : sinceMidnight(start);
  const ticks: Ms[] = [];
  for (let at = Math.ceil((from + base) / step) * step - base; at <= to; at += step) ticks.push(at);
  return { from, to, ticks };
}
// Spread into a call, two thousand times would be too many.
const least = (of: readonly Ms[]): Ms => of.reduce((a, b) => Math.min(a, b));
const greatest = (of: readonly Ms[]): Ms => of.reduce((a, b) => Math.max(a, b));

/** Where a time stands, percent of the width; never beyond the edges. */
export const placeAt = ({ from, to }: Axis, at: Ms): number => Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100));

/** From ten in the evening to six in the morning. */
const isNight = (hour: number): boolean => hour >= 22 || hour < 6;

/** The nights of a capital within an axis. */
export function nightsOf({ from, to }: Axis, start: string, zone: string): { readonly start: Ms; readonly end: Ms }[] {
  const step = Math.max(10 * MINUTE, Math.ceil((to - from) / 400 / (10 * MINUTE)) * 10 * MINUTE);
  const nights: { start: Ms; end: Ms }[] = [];
  // On whole ten minutes of the exercise’s clock, so that a night begins on the hour in every zone.
  const base = Math.floor((from + sinceMidnight(start)) / step) * step - sinceMidnight(start);
  for (let at = base; at < to; at += step) {
    if (!isNight(Number(capitalTime(start, at, zone, 'en').time.slice(0, 2)))) continue;
    const last = nights.at(-1);
    const [begins, ends] = [Math.max(at, from), Math.min(at + step, to)];
    if (last && last.end >= begins) last.end = ends;
    else nights.push({ start: begins, end: ends });
  }
  return nights;
}
