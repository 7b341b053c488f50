import type { Ms } from '@entente/engine';
import { clockWords, DAY, sinceMidnight } from '../../kit/calendar.ts';

/** The times of events that stand in one list. Where they lie on several days the first day is named, too: a bare time would be read as one of the day before it. */
export function timesOf(start: string | undefined, all: readonly Ms[]): (at: Ms) => string {
  if (!start) return () => '';
  const isFirst = (at: Ms): boolean => sinceMidnight(start) + at < DAY;
  const areMixed = all.some(isFirst) && !all.every(isFirst);
  return (at) => (areMixed && isFirst(at) ? `${clockWords(at, start)} D1` : clockWords(at, start));
}
