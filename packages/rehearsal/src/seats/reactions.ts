import { type Address, Exercise, type FileCard, injectOfDelivery, type Ms, type Scenario } from '@entente/engine';
import { COMMANDS, drive, namedIn, type Play, PlayDriver, type Step } from '@entente/scenario';
import { authorOf } from './author.ts';
import type { Rule, Trigger } from './rule.ts';

/** A rule that a recorded play gives a seat. */
export interface Reaction {
  readonly seat: Address;
  readonly rule: Rule;
}

/** People are not as regular as a recording: so much a recorded delay spreads. */
const SPREAD = 1.35;
const SHORTEST: Ms = 10_000;
/** Time runs through in a rehearsal: what a recording does to its clock is no behaviour. */
const CLOCK: ReadonlySet<string> = new Set(['StartClock', 'PauseClock', 'SetRate', 'JumpClock', 'EndExercise']);

/**
 * A recorded play as behaviour: a step that answers something comes as long after it as it did there; what answers nothing comes
 * at its time.
 */
export function reactionsOf(
  scenario: Scenario,
  play: Play,
  key: string,
  files?: ReadonlyMap<string, FileCard>,
  times = recordedTimes(scenario, play, files),
): Reaction[] {
  return play.steps.flatMap((step, n): Reaction[] => {
    if (step.rejected !== undefined || CLOCK.has(step.do)) return [];
    const [on, since] = triggerOf(step, times);
    const delay = step.at - since;
    const rule: Rule = {
      key: `${key} step ${n}`,
      on,
      after: 'time' in on ? { fixed: 0 } : { of: { lognormal: [Math.max(SHORTEST, delay), SPREAD] } },
      doing: { give: step, at: step.at },
      otherwise: { nothing: true },
      as: step.as,
      makes: times.made.get(n),
    };
    return [{ seat: step.seat, rule }];
  });
}

/** When each thing came about in the recording: deliveries by inject and seat, what came of steps by label. */
export interface Times {
  readonly deliveries: ReadonlyMap<string, Ms>;
  readonly labels: ReadonlyMap<string, Ms>;
  /** The kind of event that each step made, by its place in the play. */
  readonly made: ReadonlyMap<number, string>;
}

const known = new WeakMap<Play, WeakMap<Scenario, Times>>();

/** Plays the play, which takes a second: where others wait, it is for a thread of its own. */
export function recordedTimes(scenario: Scenario, play: Play, files: ReadonlyMap<string, FileCard> | undefined): Times {
  const before = known.get(play)?.get(scenario);
  if (before) return before;
  const driver = new PlayDriver(scenario, play);
  const { exercise } = Exercise.open(scenario, {
    secret: 'a recording that nobody keeps',
    wall: driver.opens,
    sketch: true,
    ...(files ? { files } : {}),
  });
  const deliveries = new Map<string, Ms>();
  const labels = new Map<string, Ms>();
  const made = new Map<number, string>();
  const places = new Map(play.steps.map((step, n) => [step, n]));
  drive(driver, exercise, {
    acted: (turn, { answer, events }) => {
      const [first] = answer.ok ? answer.events : [];
      const event = events.find((r) => r.id === first)?.event;
      if (turn.step && event && authorOf(event) === turn.seat) made.set(places.get(turn.step) as number, event.type);
      if (turn.step?.as !== undefined && answer.ok) labels.set(turn.step.as, turn.step.at);
    },
  });
  const { injects } = exercise.world;
  for (const delivery of injects.deliveries.values()) {
    const name = injects.rows.get(injectOfDelivery(injects, delivery.id) ?? '')?.plan?.card.scenario;
    if (name !== undefined && !deliveries.has(name)) deliveries.set(name, delivery.at);
  }
  const times = { deliveries, labels, made };
  known.set(play, (known.get(play) ?? new WeakMap<Scenario, Times>()).set(scenario, times));
  return times;
}

/** What a step answers last of all that it names, and when that came; else its own time. */
function triggerOf(step: Step, { deliveries, labels }: Times): readonly [Trigger, Ms] {
  let found: readonly [Trigger, Ms] | undefined;
  const schema = COMMANDS.get(step.do);
  if (schema) {
    for (const { to, name } of namedIn(schema, { type: step.do, ...step.fields })) {
      // Nothing answers itself, and a subject may be called like what is asked on it.
      if (name === step.as || to === 'subject') continue;
      const label = labels.get(name);
      const delivery = deliveries.get(name);
      const at = label ?? delivery;
      if (at === undefined || at > step.at || (found && at <= found[1])) continue;
      found = [label === undefined ? { delivery: name } : { label: name }, at];
    }
  }
  return found ?? [{ time: step.at }, step.at];
}
