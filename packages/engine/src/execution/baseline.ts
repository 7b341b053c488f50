import { grained } from '../clock/grain.ts';
import type { Ms } from '../fact.ts';
import { isSchedule, latestStarts, schedule } from '../schedule/index.ts';
import { activitiesOf } from '../steps/check.ts';
import type { Step } from '../steps/terms.ts';
import type { Planned } from './language.ts';

/** When a step was to begin and end, and by when it must have ended, as the plan stands when it becomes active. */
export interface Base {
  readonly planned?: Planned | undefined;
  /** Its latest end: a hard time, its own or that of a step after it. */
  readonly latest?: Ms | undefined;
}

/** Nothing that is bound by no time begins before `now`. What waits for somebody’s word, and what comes after it, has no planned time. */
export function baseline(steps: readonly Step[], now: Ms): ReadonlyMap<string, Base> {
  const activities = activitiesOf(steps, grained(now));
  // Hard times are kept apart: whoever begins too late is late, and not impossible.
  const found = schedule(activities.map(({ startBy: _, endBy: __, ...a }) => a));
  const latest = latestStarts(activities);
  const open = waitingForWords(steps);
  return new Map(
    steps.map(({ id, terms: { duration } }, i): [string, Base] => {
      const start = isSchedule(found) ? found[id]?.earliest : undefined;
      const last = latest[i];
      return [
        id,
        {
          planned: start === undefined || open.has(id) ? undefined : { start, end: start + duration },
          latest: last === undefined ? undefined : last + duration,
        },
      ];
    }),
  );
}

/** Steps that begin on somebody’s word and at no time, and all that come after one. */
export function waitingForWords(steps: readonly Step[]): ReadonlySet<string> {
  const open = new Set(steps.filter((s) => s.terms.word !== undefined && s.terms.at === undefined).map((s) => s.id));
  for (let grew = true; grew; ) {
    grew = false;
    for (const { id, terms } of steps)
      if (!open.has(id) && terms.at === undefined && terms.after.some((a) => open.has(a.step))) {
        open.add(id);
        grew = true;
      }
  }
  return open;
}
