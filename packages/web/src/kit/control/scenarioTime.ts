import { sinceMidnight } from '../calendar.ts';

/** Times as people type them, by the exercise's own clock: the place whose offset stands in STARTEX. */

/** Scenario ms of a time typed as `14:35`, `09:10 D2`, or `+25` (minutes from now); undefined if it is none. */
export function parseClock(typed: string, start: string, now: number): number | undefined {
  const relative = /^\+\s*(\d{1,4})$/.exec(typed.trim());
  if (relative) return now + Number(relative[1]) * 60_000;
  const m = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s+D(\d{1,2}))?$/i.exec(typed.trim());
  if (!m) return undefined;
  const [hours, minutes, secs] = [Number(m[1]), Number(m[2]), Number(m[3] ?? 0)];
  if (hours > 23 || minutes > 59 || secs > 59) return undefined;
  const of = (hours * 3600 + minutes * 60 + secs) * 1000 - sinceMidnight(start);
  if (m[4]) return of + (Number(m[4]) - 1) * 86_400_000;
  // Without a day: the day that it is now.
  const day = Math.floor((now + sinceMidnight(start)) / 86_400_000) * 86_400_000;
  return of + day;
}

/** Whole minutes of a length, at least 1 when it is not nothing. */
export function minutes(ms: number): number {
  return ms <= 0 ? 0 : Math.max(1, Math.round(ms / 60_000));
}
