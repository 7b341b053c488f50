import type { Id, Ms } from './fact.ts';
import type { Alarm, IfNothing } from './room.ts';

/**
 * Deadlines of every room. They stand in events, on whole ten seconds (`grained`), so that no outage decides anything.
 * What counts is the time and never whether the alarm has rung: in time is `now <= due`.
 */

/** From so long before it a deadline is soon. */
const SOON: Ms = 5 * 60_000;
/** A controller is told so long ahead of what will need a hand. */
const AHEAD: Ms = 10 * 60_000;

/** The alarm of a deadline: it rings in the millisecond after it. */
export function alarmAfter(key: Id, due: Ms): Alarm {
  return { key, at: due, after: true };
}

/** True if the time set has passed: an act exactly at it is in time. */
export function isPast(due: Ms | undefined, now: Ms): boolean {
  return due !== undefined && now > due;
}

/** By how much something was done after its time; undefined if in time, or where one of the two is not known. */
export function lateBy(due: Ms | undefined, done: Ms | undefined): Ms | undefined {
  return due !== undefined && done !== undefined && done > due ? done - due : undefined;
}

/** True if there is little time left. */
export function isSoon(due: Ms | undefined, now: Ms): boolean {
  return due !== undefined && now <= due && due - now <= SOON;
}

/** True if a controller is told of it now: its time is near, or has come. */
export function isNear(due: Ms, now: Ms): boolean {
  return due <= now + AHEAD;
}

/** Since when a controller is told of it, never before STARTEX. */
export function nearSince(due: Ms): Ms {
  return Math.max(0, due - AHEAD);
}

/** True if something begins within the time from `from` (which has begun already) to `to`. */
export function isBetween(at: Ms | undefined, from: Ms, to: Ms): at is Ms {
  return at !== undefined && at > from && at <= to;
}

/** True if a jump from `from` to `to` passes a deadline: whoever could act now cannot any more. Exactly at `to` they still can. */
export function isPassed(due: Ms | undefined, from: Ms, to: Ms): boolean {
  return !isPast(due, from) && isPast(due, to);
}

/** What follows at a deadline if nobody acts; once it has passed, nothing more does. */
export function following(due: Ms, now: Ms, what: IfNothing): IfNothing {
  return isPast(due, now) ? 'waits' : what;
}
