/** The longest an exercise's clock reaches, ms: a year and a day. */
export const LONGEST_MS = 366 * 24 * 3_600_000;
const DURATION = /^(-)?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;

/** Milliseconds of an ISO 8601 duration (weeks, days, hours, minutes, seconds); undefined if it is none. */
export function durationMs(text: string): number | undefined {
  const m = DURATION.exec(text);
  if (!m || text.endsWith('P') || text.endsWith('T')) return undefined;
  const [w, d, h, min, s] = m.slice(2).map((x) => Number(x ?? 0)) as [number, number, number, number, number];
  const ms = Math.round(((((w * 7 + d) * 24 + h) * 60 + min) * 60 + s) * 1000);
  return m[1] ? -ms : ms;
}
/** The ISO 8601 duration of ms from 0 on, in hours, minutes and whole seconds, as an author writes it: `PT1H30M`. */
export function durationText(ms: number): string {
  const s = Math.floor(ms / 1000);
  const parts = [Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60].map((n, i) => (n === 0 ? '' : `${n}${'HMS'[i]}`)).join('');
  return `PT${parts || '0S'}`;
}
