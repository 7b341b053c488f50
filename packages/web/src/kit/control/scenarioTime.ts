/** Times of the exercise's own clock: the place whose offset stands in STARTEX. */

/** Offset from UTC in ms that an ISO time such as 2027-03-02T08:00+09:00 carries; 0 for Z. */
export function offsetOf(start: string): number {
  const m = /([+-])(\d\d):(\d\d)$/.exec(start);
  return m ? (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3])) * 60_000 : 0;
}

/** Ms from local midnight before STARTEX to STARTEX: added to scenario time, days and hours come out round. */
export function sinceMidnight(start: string): number {
  const local = Date.parse(start) + offsetOf(start);
  return Number.isNaN(local) ? 0 : local % 86_400_000;
}

/** `14:32`, or with seconds `14:32:05`; from the second day on `09:10 D2`. */
export function clockWords(ms: number, start: string, seconds = false): string {
  const t = ms + sinceMidnight(start);
  const day = Math.floor(t / 86_400_000);
  const of = ((t % 86_400_000) + 86_400_000) % 86_400_000;
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const time = `${two(of / 3_600_000)}:${two((of / 60_000) % 60)}${seconds ? `:${two((of / 1000) % 60)}` : ''}`;
  return day === 0 ? time : `${time} D${day + 1}`;
}

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
