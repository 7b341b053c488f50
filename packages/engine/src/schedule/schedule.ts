import type { Ms } from '../fact.ts';
import { type Arc, latest, longest } from './arcs.ts';

/** FS: from the other’s end to this start. SS: from start to start. FF: from end to end. */
export type Relation = 'FS' | 'SS' | 'FF';

/** This comes after another: at least `min` ms (none said: 0; below 0: it may be earlier by as much), at most `max` ms. */
export interface AfterStep {
  readonly step: string;
  readonly kind: Relation;
  readonly min?: Ms | undefined;
  readonly max?: Ms | undefined;
}

/** What is to be scheduled. All times are whole ms from one beginning, at 0. */
export interface Activity {
  readonly id: string;
  readonly duration: Ms;
  readonly after?: readonly AfterStep[] | undefined;
  /** It starts exactly then. */
  readonly at?: Ms | undefined;
  /** It starts no earlier. */
  readonly notBefore?: Ms | undefined;
  /** It starts no later: a hard time. */
  readonly startBy?: Ms | undefined;
  /** It ends no later: a hard time. */
  readonly endBy?: Ms | undefined;
}

export interface Scheduled {
  /** The least time at which it can start. */
  readonly earliest: Ms;
  /**
   * The greatest time at which it can start so that every hard time is kept; if there is none, so that all ends as early as it
   * can. Absent where hard times are set and none depends on it.
   */
  readonly latest?: Ms | undefined;
  /** `latest` less `earliest`. */
  readonly slack?: Ms | undefined;
  /** True where the slack is the least of all. */
  readonly critical: boolean;
}

/** Who waits for whom in a circle, in order: each comes after the one before it, and the first after the last. */
interface Circle {
  readonly cycle: readonly string[];
}
/** Whose relations and times contradict each other, in order. */
interface Impossible {
  readonly impossible: readonly string[];
}
/** By the activities’ ids. */
export type Schedule = Readonly<Record<string, Scheduled>>;

/**
 * When each activity can start, and how much time there is: a pass forwards and one backwards over all relations with their least
 * and greatest lags. People and places are not counted, only time.
 *
 * Gives, by id, the earliest and the latest start, the slack between them, and whether nothing has less. Or `{cycle}`: activities
 * that wait for one another in a circle, by relations whose `min` is not below 0. A circle of no length is one if somebody in it
 * waits for an end: two that begin together, or end together, do not wait. Or `{impossible}`: no times keep all of it, by a
 * greatest lag, a lag below 0 or a hard time.
 *
 * @throws RangeError for two activities of one id, for one that comes after what is not there, and for times that are not whole.
 */
export function schedule(activities: readonly Activity[]): Schedule | Circle | Impossible {
  const index = indexed(activities);
  const relations = activities.flatMap((activity, to) => arcsOf(activity, to, activities, index));
  const named = (nodes: readonly number[]): string[] => nodes.flatMap((node) => activities[node]?.id ?? []);
  const circle = waitsFor(activities, relations);
  if (circle) return { cycle: named(circle) };
  const arcs = relations.flatMap((r) => r.arcs);
  const origin = activities.length;
  const hard = activities.flatMap((activity, to) => {
    const by = startBy(activity);
    return by === undefined ? [] : [{ from: to, to: origin, weight: -by }];
  });
  const begins = [...activities.map((a) => Math.max(0, a.at ?? 0, a.notBefore ?? 0)), 0];
  // What must start by a time holds back the origin; that it is put off is the contradiction.
  const releases = begins.slice(0, origin).map((weight, to): Arc => ({ from: origin, to, weight }));
  const forward = longest(begins, [...arcs, ...releases, ...hard]);
  if ('cycle' in forward) return { impossible: named(forward.cycle) };
  return slacks(activities, forward.lengths, arcs);
}

/** True if there are times: neither a circle nor a contradiction. */
export function isSchedule(found: ReturnType<typeof schedule>): found is Schedule {
  const { cycle, impossible } = found as { readonly cycle?: unknown; readonly impossible?: unknown };
  // An activity may be called so.
  return !Array.isArray(cycle) && !Array.isArray(impossible);
}

/** By when it must start: the least of its hard times. */
function startBy({ duration, at, startBy: start, endBy }: Activity): Ms | undefined {
  const times = [at, start, endBy === undefined ? undefined : endBy - duration].filter((t) => t !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** How late each can start so that every hard time is kept, in their order; undefined where none depends on it. It may be before it can. */
export function latestStarts(activities: readonly Activity[]): readonly (Ms | undefined)[] {
  const index = indexed(activities);
  const arcs = activities.flatMap((activity, to) => arcsOf(activity, to, activities, index).flatMap((r) => r.arcs));
  const ends = activities.map((a) => startBy(a) ?? Number.POSITIVE_INFINITY);
  return latest(ends, arcs).map((last) => (Number.isFinite(last) ? last : undefined));
}

function slacks(activities: readonly Activity[], earliest: readonly Ms[], arcs: readonly Arc[]): Schedule {
  const hard = activities.map(startBy);
  const end = activities.reduce((most, { duration }, i) => Math.max(most, (earliest[i] as Ms) + duration), 0);
  const free = hard.every((by) => by === undefined);
  const lasts = latest(
    activities.map(({ duration }, i) => hard[i] ?? (free ? end - duration : Number.POSITIVE_INFINITY)),
    arcs,
  );
  const slack = lasts.map((last, i) => last - (earliest[i] as Ms));
  const least = Math.min(...slack.filter(Number.isFinite));
  return Object.fromEntries(
    activities.map(({ id }, i): [string, Scheduled] => {
      const bound = Number.isFinite(slack[i]) ? { latest: lasts[i], slack: slack[i] } : {};
      return [id, { earliest: earliest[i] as Ms, ...bound, critical: slack[i] === least }];
    }),
  );
}

interface Tie {
  readonly from: number;
  readonly to: number;
  readonly after: AfterStep;
  readonly arcs: readonly Arc[];
  /** True if it makes one wait for the other: its least lag is not below 0. */
  readonly waits: boolean;
}

function arcsOf(
  { duration, after = [] }: Activity,
  to: number,
  activities: readonly Activity[],
  index: ReadonlyMap<string, number>,
): Tie[] {
  return after.map((tie) => {
    const from = index.get(tie.step);
    if (from === undefined) throw new RangeError(`“${activities[to]?.id}” comes after “${tie.step}”, which is not there`);
    const other = activities[from]?.duration as Ms;
    const base = tie.kind === 'SS' ? 0 : tie.kind === 'FS' ? other : other - duration;
    const min = whole(tie.min ?? 0);
    const arcs: Arc[] = [{ from, to, weight: base + min }];
    if (tie.max !== undefined) arcs.push({ from: to, to: from, weight: -(base + whole(tie.max)) });
    return { from, to, after: tie, arcs, waits: min >= 0 };
  });
}

/** The activities that wait for one another in a circle; undefined if none do. */
function waitsFor(activities: readonly Activity[], relations: readonly Tie[]): readonly number[] | undefined {
  const waits = relations.filter((r) => r.waits);
  const found = longest(
    activities.map(() => 0),
    waits.flatMap((r) => r.arcs.slice(0, 1)),
  );
  return 'cycle' in found ? found.cycle : ofNoLength(activities, waits);
}

/**
 * A circle of no length in which somebody waits for an end. Over starts and ends: those that do not last go from start to end at
 * once, and a relation without a lag from one to the other.
 */
function ofNoLength(activities: readonly Activity[], waits: readonly Tie[]): readonly number[] | undefined {
  const moments: number[][] = activities.flatMap(({ duration }, i) => [duration === 0 ? [2 * i + 1] : [], []]);
  const still = waits.filter((r) => (r.after.min ?? 0) === 0);
  const leaves = ({ from, after }: Tie): number => 2 * from + (after.kind === 'SS' ? 0 : 1);
  const comes = ({ to, after }: Tie): number => 2 * to + (after.kind === 'FF' ? 1 : 0);
  for (const tie of still) moments[leaves(tie)]?.push(comes(tie));
  for (const tie of still) {
    if (tie.after.kind !== 'FS') continue;
    const way = wayTo(moments, comes(tie), leaves(tie));
    if (way) return [...new Set(way.map((moment) => moment >> 1))];
  }
  return undefined;
}

/** A way from one moment to another, both included; undefined if there is none. */
function wayTo(moments: readonly (readonly number[])[], from: number, to: number): number[] | undefined {
  const came = new Map<number, number>([[from, from]]);
  const open = [from];
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    if (at === to) {
      const way = [at];
      while (way[0] !== from) way.unshift(came.get(way[0] as number) as number);
      return way;
    }
    for (const next of moments[at] ?? []) {
      if (came.has(next)) continue;
      came.set(next, at);
      open.push(next);
    }
  }
  return undefined;
}

function indexed(activities: readonly Activity[]): Map<string, number> {
  const index = new Map<string, number>();
  activities.forEach(({ id, duration, at = 0, notBefore = 0, startBy: start = 0, endBy = 0 }, i) => {
    if (index.has(id)) throw new RangeError(`there are two activities “${id}”`);
    if (whole(duration) < 0) throw new RangeError(`“${id}” lasts less than nothing`);
    for (const time of [at, notBefore, start, endBy]) whole(time);
    index.set(id, i);
  });
  return index;
}

function whole(ms: Ms): Ms {
  if (!Number.isSafeInteger(ms)) throw new RangeError(`${ms} is no whole number of ms`);
  return ms;
}
