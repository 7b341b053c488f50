import type { Ms } from '@entente/engine';
import { type Both, bothOf, type Naming } from '../report/words.ts';
import type { Plan } from '../run/plan.ts';
import { outcome, type Past } from '../run/start.ts';
import { type Decision, decisionOf } from './decision.ts';
import { aboutOf, saidOf } from './words.ts';

/** What a rehearsal tells that goes on from an exercise. */
export interface Onward {
  /** From when its runs go on. */
  readonly at: Ms;
  readonly ended: boolean;
  /** How the measures of the joint response came out; absent while the exercise runs. */
  readonly measures?: readonly { readonly id: string; readonly name: Both; readonly met: boolean }[];
  readonly decision?: NamedDecision;
  /** The rehearsal was cancelled, so no decision was looked for. */
  readonly unsought?: true;
}
/** The act that took it off the plan, in words. */
export interface NamedDecision extends Omit<Decision, 'act'> {
  readonly at: Ms;
  readonly seat: string;
  readonly who: Both;
  readonly what: Both;
  /** What it was about, as it is called; absent where it has no name. */
  readonly about?: Both;
  /** So many events stood before it. */
  readonly position: number;
}

/** Re-runs of each moment that is looked at. */
const RERUNS = 32;

export function onwardOf(plan: Plan, past: Past, naming: Naming): Onward {
  const { events, n, at } = past;
  const ended = events.some((r) => r.event.type === 'ExerciseEnded');
  const begins = Math.max(at ?? 0, events[n - 1]?.at ?? 0);
  const joint = plan.columns.measureList.filter((m) => m.party === undefined);
  if (!ended || joint.length === 0) return { at: begins, ended };
  const held = outcome(plan.columns, events);
  const met = (of: ReadonlyMap<string, boolean>): boolean => joint.every((m) => of.get(m.id) === true);
  const unsought = plan.asked.of !== undefined;
  const found = unsought ? undefined : decisionOf(plan, events, Math.min(RERUNS, plan.asked.runs), met);
  return {
    at: begins,
    ended,
    measures: joint.map((m) => ({ id: m.id, name: bothOf(m.name ?? m.id), met: held.get(m.id) === true })),
    ...(unsought ? { unsought } : {}),
    ...(found ? { decision: named(found, naming, events) } : {}),
  };
}

function named({ act, ...rest }: Decision, naming: Naming, events: Past['events']): NamedDecision {
  const { at, seat, event, before } = act;
  const about = aboutOf(event, events, naming);
  return { ...rest, at, seat, who: naming.post(seat), what: saidOf(event.type), ...(about ? { about } : {}), position: before };
}
