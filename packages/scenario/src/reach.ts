import { atomOf, type Bounds, type Condition, namesIn, rosterOf, type Scenario } from '@entente/engine';
import { isSchedule, schedule } from '@entente/engine/schedule';
import { meetsAny } from './holders.ts';
import { canHold, flaws } from './logic.ts';
import { type Both, type Code, type Facts, type Path, type Problem, problem } from './problem.ts';
import type { Places } from './shape.ts';

/** Conditions that cannot or always hold, and everything that therefore never comes by itself. */
export function checkReach(scenario: Scenario, at: Places): Problem[] {
  const setting: Bounds = { end: scenario.duration, variables: new Map(scenario.variables.map((v) => [v.id, v.value])) };
  const problems: Problem[] = [];
  const look = (when: Condition | undefined, path: Path) => {
    for (const { path: inner, flaw } of when ? flaws(when, setting) : []) {
      const whole = [...path, ...inner];
      problems.push(problem(flaw === 'never' ? 'never-true' : 'always-true', at.place(whole), whole));
    }
  };
  scenario.milestones.forEach((m, i) => {
    look(m.when, ['milestones', i, 'when']);
  });
  scenario.injects.forEach((x, i) => {
    look(x.when, ['injects', i, 'when']);
  });
  scenario.expects.forEach((x, i) => {
    look(x.seen, ['expects', i, 'seen']);
  });
  return [...problems, ...unreachable(scenario, setting, at)];
}

/** What hands do besides what is planned, by id: rules of simulated control, say. Whatever waits for a hand may come at any time. */
export interface Hands {
  /** Injects that are released or moved by hand. */
  readonly injects: ReadonlySet<string>;
  /** Expected actions that are judged, before their time begins perhaps. */
  readonly expects: ReadonlySet<string>;
}

/** What no course of the exercise brings, by id; what waits for a controller’s hand is none of it. */
export interface Unreachable {
  readonly injects: ReadonlySet<string>;
  readonly expects: ReadonlySet<string>;
  readonly milestones: ReadonlySet<string>;
  /** By option: the first of its steps that nobody can begin before ENDEX. */
  readonly starts: ReadonlyMap<string, string>;
  /** By option: the first of its steps that cannot end before ENDEX if each takes its time; whoever leads one may report it sooner. */
  readonly steps: ReadonlyMap<string, string>;
}

/** Proves what can never come, whatever these hands do; nothing is said where the scenario is too entangled for a proof. */
export function neverComes(scenario: Scenario, hands: Hands = NO_HANDS): Unreachable {
  const setting: Bounds = { end: scenario.duration, variables: new Map(scenario.variables.map((v) => [v.id, v.value])) };
  const earliest = new Earliest(scenario, setting, hands);
  const options = earliest.settled ? scenario.plans.flatMap((p) => p.options) : [];
  const first = (which: (steps: readonly Step[]) => Step | undefined): Map<string, string> =>
    new Map(
      options.flatMap(({ id, steps }) => {
        const step = which(steps);
        return step === undefined ? [] : [[id, step.id] as const];
      }),
    );
  const missing = (list: readonly { readonly id: string }[], known: ReadonlyMap<string, number>): Set<string> =>
    new Set(earliest.settled ? list.filter(({ id }) => (known.get(id) ?? NEVER) > setting.end).map(({ id }) => id) : []);
  return {
    injects: missing(scenario.injects, earliest.injects),
    expects: missing(scenario.expects, earliest.expects),
    milestones: missing(scenario.milestones, earliest.milestones),
    starts: first((steps) => steps.find(({ when }) => when !== undefined && earliest.of(when) > setting.end)),
    steps: first((steps) => endless(steps, earliest, setting.end)),
  };
}
const NO_HANDS: Hands = { injects: new Set(), expects: new Set() };

type Step = Scenario['plans'][number]['options'][number]['steps'][number];

/** The first step that cannot end before the exercise does, however soon each begins. Undefined if there is none, or the steps contradict each other. */
function endless(steps: readonly Step[], earliest: Earliest, end: number): Step | undefined {
  const known = (when: Condition | undefined): number => Math.min(when === undefined ? 0 : earliest.of(when), end + 1);
  const ids = new Set(steps.map((s) => s.id));
  if (ids.size < steps.length || steps.some((s) => s.after.some((a) => !ids.has(a.step)))) return undefined;
  // A greatest lag is a wish once steps slip.
  const found = schedule(
    steps.map(({ id, duration, at = 0, after, when }) => ({
      ...{ id, duration, after: after.map(({ max: _, ...a }) => a) },
      notBefore: Math.max(at, known(when)),
    })),
  );
  if (!isSchedule(found)) return undefined;
  const ends = (s: Step): number => (found[s.id]?.earliest ?? 0) + s.duration;
  return steps.filter((s) => ends(s) > end).sort((a, b) => (found[a.id]?.earliest ?? 0) - (found[b.id]?.earliest ?? 0))[0];
}

const NEVER = Number.POSITIVE_INFINITY;
const ROUNDS = 300;

/**
 * The earliest scenario time at which each thing can come, found by going round until nothing gets earlier;
 * what waits in a circle stays at never.
 */
class Earliest {
  readonly injects = new Map<string, number>();
  readonly expects = new Map<string, number>();
  readonly milestones = new Map<string, number>();
  /** When somebody can first hold each item by itself: from the start, or by the inject that brings it. */
  readonly items = new Map<string, number>();
  /** False if the scenario is so entangled that the search was given up; then nothing is said. */
  settled = true;
  readonly #dead = new Map<Condition, boolean>();
  readonly #setting: Bounds;
  readonly #hands: Hands | undefined;

  /** `hands`: what they may do; absent: what comes by itself, and what waits for a hand when its time has come. */
  constructor(scenario: Scenario, setting: Bounds, hands?: Hands) {
    this.#setting = setting;
    this.#hands = hands;
    for (const { id, held } of scenario.items) if (held.length > 0) this.items.set(id, 0);
    for (let changed = true, round = 0; changed; round++) {
      // Chains run mostly down the file; the way back up makes one that runs up as short.
      const way = <T>(list: readonly T[]): readonly T[] => (round % 2 === 0 ? list : list.toReversed());
      if (round === ROUNDS) {
        this.settled = false;
        return;
      }
      changed = false;
      const better = (map: Map<string, number>, id: string, time: number) => {
        if (time >= (map.get(id) ?? NEVER)) return;
        map.set(id, time);
        changed = true;
      };
      for (const m of way(scenario.milestones)) better(this.milestones, m.id, this.of(m.when));
      for (const x of way(scenario.injects)) {
        better(this.injects, x.id, this.inject(x));
        if (x.item !== undefined) better(this.items, x.item, this.injects.get(x.id) ?? NEVER);
      }
      for (const x of way(scenario.expects)) better(this.expects, x.id, Math.max(x.at ?? 0, this.after(x.after)));
    }
  }

  inject(x: Scenario['injects'][number]): number {
    const manual = x.manual || x.to.length === 0;
    // A hand waits for no time and no condition.
    if (this.#hands && (manual || this.#hands.injects.has(x.id))) return 0;
    if (manual && !x.after && !x.when) return Math.min(x.at ?? 0, this.#setting.end);
    const time = Math.max(x.at ?? 0, this.after(x.after), x.when ? this.of(x.when) : 0);
    if (manual) return x.after && this.after(x.after) === NEVER ? NEVER : Math.min(time, this.#setting.end);
    return time > (x.until ?? NEVER) || time > this.#setting.end ? NEVER : time;
  }

  after(after: Scenario['injects'][number]['after']): number {
    if (!after) return 0;
    const event = after.event === undefined ? 0 : Math.min(this.injects.get(after.event) ?? NEVER, this.#done(after.event));
    const milestone = after.milestone === undefined ? 0 : (this.milestones.get(after.milestone) ?? NEVER);
    return Math.max(event, milestone) + after.delay;
  }

  /** When an expected action can first have been done, or been judged. */
  #done(id: string): number {
    return this.#hands?.expects.has(id) ? 0 : (this.expects.get(id) ?? NEVER);
  }

  /** When what a condition names can first have come: people and variables are there from the start. */
  #first({ kind, id, before }: ReturnType<typeof namesIn>[number]): number {
    const comes = { milestone: this.milestones, inject: this.injects, expected: this.expects, item: this.items };
    if (before || !(kind in comes)) return 0;
    if (kind === 'expected') return this.#done(id);
    return comes[kind as keyof typeof comes].get(id) ?? NEVER;
  }

  of(when: Condition): number {
    let dead = this.#dead.get(when);
    if (dead === undefined) {
      dead = canHold(when, this.#setting) === 'no';
      this.#dead.set(when, dead);
    }
    if (dead) return NEVER;
    if ('all' in when) return Math.max(...when.all.map((c) => this.of(c)));
    if ('any' in when) return Math.min(...when.any.map((c) => this.of(c)));
    if ('not' in when) return 0;
    const { atom, args } = atomOf(when);
    // What it names comes before it.
    return atom.time?.(args) ?? Math.max(0, ...namesIn(when).map((n) => this.#first(n)));
  }
}

/** What never comes by itself, and what is over before it comes. */
function unreachable(scenario: Scenario, setting: Bounds, at: Places): Problem[] {
  const earliest = new Earliest(scenario, setting);
  if (!earliest.settled) return [];
  const problems: Problem[] = [];
  const say = (id: string, path: Path, reason: Both) => problems.push(problem('unreachable', at.place(path), path, { id, reason }));
  const dead = (when: Condition | undefined) => when !== undefined && canHold(when, setting) === 'no';
  const end: Both = { en: 'its time lies after the end, or after it lapses', ko: '시각이 연습 종료 뒤이거나 효력 종료 뒤임' };
  const waits = (id: string | undefined): Both => ({ en: `it waits for “${id}”, which never comes`, ko: `오지 않는 ‘${id}’을(를) 기다림` });
  const never = (x: { after?: Scenario['injects'][number]['after'] }): Both | undefined => {
    if (!x.after || Number.isFinite(earliest.after(x.after))) return undefined;
    return waits(x.after.event ?? x.after.milestone);
  };
  const condition: Both = { en: 'its condition rests on something that never comes', ko: '조건이 이루어지지 않는 것에 달려 있음' };
  scenario.injects.forEach((x, i) => {
    if (earliest.injects.has(x.id) || dead(x.when)) return;
    const path = ['injects', i, x.after ? 'after' : x.when ? 'when' : 'at'];
    say(x.id, path, never(x) ?? (x.when && earliest.of(x.when) === NEVER ? condition : end));
  });
  scenario.expects.forEach((x, i) => {
    const time = earliest.expects.get(x.id);
    if (time === undefined || time > setting.end) say(x.id, ['expects', i, x.after ? 'after' : 'at'], never(x) ?? end);
  });
  scenario.milestones.forEach((m, i) => {
    if (!earliest.milestones.has(m.id) && !dead(m.when)) say(m.id, ['milestones', i, 'when'], condition);
  });
  const late: Both = { en: 'it cannot end before the exercise does', ko: '연습 종료 전에 끝날 수 없음' };
  scenario.plans.forEach(({ options }, p) => {
    options.forEach(({ steps }, o) => {
      const step = endless(steps, earliest, setting.end);
      if (step) say(step.id, ['plans', p, 'options', o, 'steps', steps.indexOf(step)], late);
    });
  });
  return [...problems, ...expired(scenario, earliest, at)];
}

/** Items whose time has passed before they come, are brought once more, or are needed. */
function expired(scenario: Scenario, earliest: Earliest, at: Places): Problem[] {
  const problems: Problem[] = [];
  const say = (code: Code, path: Path, facts: Facts) => problems.push(problem(code, at.place(path), path, facts));
  const roster = rosterOf(scenario);
  scenario.items.forEach((item, i) => {
    const { id, expires } = item;
    const first = earliest.items.get(id);
    if (expires === undefined || first === undefined) return;
    const bring = scenario.injects.filter((x) => x.item === id);
    if (first > expires) {
      const inject = bring.find((x) => earliest.injects.get(x.id) === first);
      say('expires-early', ['items', i, 'expires'], { inject: inject?.id });
      return;
    }
    scenario.injects.forEach((x, n) => {
      const comes = x.item === id ? earliest.injects.get(x.id) : undefined;
      if (comes !== undefined && comes > expires) say('brought-expired', ['injects', n, 'item'], { item: id });
    });
    // Who the item says will need it is to get it before its time is over: that is a problem set, not a slip.
    const foreseen = [...item.held, ...item.needs, ...bring.flatMap((x) => x.to)];
    scenario.expects.forEach(({ id: expected, by, needs }, e) => {
      const begins = earliest.expects.get(expected);
      if (begins === undefined || begins <= expires || meetsAny(roster, foreseen, by)) return;
      needs.forEach((need, n) => {
        if (need.split('/')[0] === id) say('needed-expired', ['expects', e, 'needs', n], { item: id, by });
      });
    });
  });
  return problems;
}
