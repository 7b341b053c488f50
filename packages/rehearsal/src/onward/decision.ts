import type { Recorded } from '@entente/engine';
import type { Plan } from '../run/plan.ts';
import { playRun } from '../run/run.ts';
import { outcome, startOf } from '../run/start.ts';
import { type Act, actsIn } from './past.ts';

/** The act that took an exercise off the plan. */
export interface Decision {
  readonly act: Act;
  /** Of so many re-runs from just before it, and from just after it, in how many the measure is met. */
  readonly runs: number;
  readonly before: number;
  readonly after: number;
  /** The re-run from just before it that ended well and went most like the exercise; from 1. */
  readonly nearest: number | undefined;
}

/** Where re-runs of a moment are counted. */
type Share = (n: number, at?: number) => number;
interface Stretch {
  /** Acts `from` to `to`, both included. */
  readonly from: number;
  readonly to: number;
  readonly fall: number;
}

/**
 * The earliest act after which the share of re-runs that meet the measure falls most. Every moment is re-run on the same chances.
 * The record is halved where the share falls most, and an act is told apart from the time that passed before it. A fall that was made
 * good again within one stretch is passed over; where the whole record falls by no more than chance (an exercise that was lost from the
 * beginning, saved, and lost again), it is looked at in so many stretches. Undefined: the measure was met, or no act did more than chance.
 */
export function decisionOf(
  plan: Plan,
  events: readonly Recorded[],
  runs: number,
  met: (held: ReadonlyMap<string, boolean>) => boolean,
): Decision | undefined {
  if (met(outcome(plan.columns, events))) return undefined;
  const acts = actsIn(events);
  const ran = (start: ReturnType<typeof startOf>, run: number): boolean => met(playRun(plan, run, undefined, { start }).held);
  const known = new Map<string, number>();
  const share: Share = (n, at) => {
    const key = `${n} ${at}`;
    let found = known.get(key);
    if (found === undefined) {
      const start = startOf(plan.asked.scenario, plan.columns, { events, n, at });
      found = 0;
      for (let run = 1; run <= runs; run++) if (ran(start, run)) found++;
      known.set(key, found);
    }
    return found;
  };
  const beginning = (i: number): number => (i === 0 ? share(acts[0]?.before ?? 0) : share((acts[i - 1] as Act).after));
  const found = acts.length === 0 ? undefined : search(acts, beginning, share, runs);
  if (!found) return undefined;
  const { act } = found;
  const start = startOf(plan.asked.scenario, plan.columns, { events, n: act.before, at: act.at });
  let nearest: { run: number; unlike: number } | undefined;
  for (let run = 1; run <= runs; run++) {
    const { exercise, held } = playRun(plan, run, undefined, { start });
    const unlike = met(held) ? unlikeness(events, exercise.world) : Number.POSITIVE_INFINITY;
    if (unlike < (nearest?.unlike ?? Number.POSITIVE_INFINITY)) nearest = { run, unlike };
  }
  return { act, runs, before: found.before, after: found.after, nearest: nearest?.run };
}

function search(acts: readonly Act[], beginning: (i: number) => number, share: Share, runs: number) {
  const stretch = (from: number, to: number): Stretch => ({ from, to, fall: beginning(from) - share((acts[to] as Act).after) });
  const whole = stretch(0, acts.length - 1);
  let best: { act: Act; before: number; after: number; fall: number; i: number } | undefined;
  // A fall that chance alone makes one time in forty.
  const least = Math.max(2, Math.ceil(Math.sqrt(runs)));
  const open = whole.fall >= least ? [whole] : stretches(acts.length).map(([from, to]) => stretch(from, to));
  for (;;) {
    open.sort((a, b) => b.fall - a.fall || a.from - b.from);
    const next = open.shift();
    if (!next || next.fall < least || (best && next.fall < best.fall)) return best;
    if (next.from === next.to) {
      const act = acts[next.from] as Act;
      const [before, after] = [share(act.before, act.at), share(act.after)];
      const fall = before - after;
      if (fall >= least && (!best || fall > best.fall || (fall === best.fall && next.from < best.i)))
        best = { act, before, after, fall, i: next.from };
      continue;
    }
    const middle = (next.from + next.to) >> 1;
    open.push(stretch(next.from, middle), stretch(middle + 1, next.to));
  }
}

/** A record that may have risen and fallen is looked at in so many stretches. */
const STRETCHES = 16;

function stretches(acts: number): (readonly [from: number, to: number])[] {
  const many = Math.min(STRETCHES, acts);
  const begins = (i: number): number => Math.floor((i * acts) / many);
  return Array.from({ length: many }, (_, i) => [begins(i), begins(i + 1) - 1] as const);
}

/** In how many things two courses differ: what was released and reached in one and not in the other, and then when. */
function unlikeness(events: readonly Recorded[], world: ReturnType<typeof playRun>['world']): number {
  const own = new Map<string, number>();
  for (const { event, at } of events) {
    if (event.type === 'InjectReleased') own.set(event.inject, at);
    if (event.type === 'MilestoneReached') own.set(event.milestone, at);
  }
  let [unlike, apart] = [0, 0];
  const compare = (id: string, at: number | undefined): void => {
    const there = own.get(id);
    if ((there === undefined) !== (at === undefined)) unlike++;
    else if (there !== undefined && at !== undefined) apart += Math.abs(there - at);
  };
  for (const [id, row] of world.injects.rows) compare(id, row.released?.at);
  for (const [id, m] of world.milestones.milestones) compare(id, m.reached?.at);
  return unlike + apart / 1e12;
}
