import type { Ms } from '../fact.ts';

/**
 * Times that people set stand on whole ten seconds of scenario time, and after an outage the clock does too: nothing is
 * due between what was last seen and where the clock stands, so no outage decides anything.
 */
export const GRAIN_MS: Ms = 10_000;

/** The first whole ten seconds not before a time. */
export function grained(at: Ms): Ms {
  return Math.ceil(at / GRAIN_MS) * GRAIN_MS;
}
