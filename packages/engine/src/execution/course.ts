import type { Id, Ms } from '../fact.ts';
import { besidePlan } from '../planning/beside.ts';
import { ownSteps } from '../planning/board.ts';
import type { OwnStep } from '../planning/language.ts';
import { type Activity, type AfterStep, isSchedule, latestStarts, schedule } from '../schedule/index.ts';
import type { StepTerms } from '../steps/terms.ts';
import type { World } from '../world.ts';
import { waitingForWords } from './baseline.ts';
import type { Planned, Task } from './language.ts';
import { endOf, isFailed, isHindered, openBlock, partyOf, startOf, tasksOf, waitsFor } from './tasks.ts';

/**
 * How a plan goes, as a world tells: what is late, what it moves, how much time is left, and who waited for whom. Selectors: a later
 * report corrects them, and a side’s figures rest on nothing that it was not told.
 */

export type StepState = 'planned' | 'waits' | 'running' | 'blocked' | 'hindered' | 'done' | 'failed';

export interface Standing {
  readonly task: Task;
  readonly party: string;
  readonly state: StepState;
  /** As it really was, or as it is expected now; absent while it waits for somebody’s word, or will not come. */
  readonly expected?: Planned | undefined;
  /** Where it has no expected time: the earliest at which it can begin once it need not wait any more. */
  readonly notBefore?: Ms | undefined;
  /** The latest start from which every hard time can still be kept. */
  readonly latestStart?: Ms | undefined;
  /** What is left to that: below 0 it is too late. Less than a second is none. */
  readonly slack?: Ms | undefined;
  /** True where no other step that is still open has less. */
  readonly critical: boolean;
  /** By how much it ended after its planned end, to the millisecond; while it is open, by how much it is expected to, if by a second or more. */
  readonly late: Ms;
  /** The step by which its start is moved, where it begins later than planned: one of the plan, or one that the side keeps for itself. */
  readonly movedBy?: string | undefined;
}

/** How a step stands that a side keeps beside the plan, in the world of that side and of lead control. */
export interface OwnStanding extends Pick<Standing, 'expected' | 'notBefore' | 'latestStart' | 'slack' | 'movedBy'> {
  readonly own: OwnStep;
  readonly state: Extract<StepState, 'planned' | 'running' | 'done'>;
}

const SECOND: Ms = 1_000;
/** What is expected is told by the second: nobody begins on the dot, and that moves nothing. */
const bySeconds = (ms: Ms): Ms => (Math.abs(ms) < SECOND ? 0 : ms);

function stateOf(world: World, task: Task, now: Ms): StepState {
  if (task.done) return 'done';
  if (isFailed(task)) return 'failed';
  if (isHindered(task, now)) return 'hindered';
  if (openBlock(task)) return 'blocked';
  if (task.started) return 'running';
  return waitsFor(world, task) ? 'waits' : 'planned';
}

/** For how much of a time it stood still: blocked, or held up as far as this world was told. What overlaps counts once. */
function stoodStill({ blocks, hindered }: Task, from: Ms, now: Ms): Ms {
  const held = hindered.map(({ at, until, lifted }): [Ms, Ms] => [at, Math.min(until ?? lifted?.at ?? now, lifted?.at ?? until ?? now)]);
  return covered([...blocks.map((b): [Ms, Ms] => [b.at, b.until?.at ?? now]), ...held], from);
}
/** How much of the time after `from` lies within any of these. */
function covered(pieces: readonly [begin: Ms, end: Ms][], from: Ms): Ms {
  let [sum, last] = [0, from];
  for (const [begin, end] of [...pieces].sort((a, b) => a[0] - b[0])) {
    sum += Math.max(0, end - Math.max(begin, last));
    last = Math.max(last, end);
  }
  return sum;
}
/** Until when lead control holds it up, if it said so and did not take it back: it neither begins nor ends before. */
const heldUntil = ({ hindered }: Task): Ms => Math.max(0, ...hindered.flatMap((h) => (h.lifted ? [] : (h.until ?? []))));

/** When it failed, by its lead’s word or lead control’s. */
const failedAt = ({ failed, hindered }: Task): Ms | undefined => failed?.at ?? hindered.find((h) => h.fails && !h.lifted)?.at;

/** How long it lasts in all, as far as is known: its lead’s own word of the end, or what it needs, and the time for which it stood still. */
function lasts(task: Task, start: Ms, now: Ms): Ms {
  const end = endOf(task) ?? failedAt(task);
  if (end !== undefined) return Math.max(0, end - start);
  const needs = task.terms.duration + stoodStill(task, start, now);
  const said = task.reports.findLast((r) => r.ends !== undefined)?.ends;
  return Math.max(said === undefined ? needs : said - start, now - start, heldUntil(task) - start, 0);
}

/** One of the plan’s steps or of those that a side keeps beside it, as it is scheduled now. */
interface Part {
  readonly id: string;
  readonly terms: StepTerms;
  /** With those that the own side keeps before it. */
  readonly after: readonly AfterStep[];
  readonly start: Ms | undefined;
  /** How long it lasts, from what is known now. */
  readonly lasts: Ms;
  readonly notBefore: Ms;
  /** True if it need not wait for anybody’s word any more. */
  readonly said: boolean;
  /** True if it will not come. */
  readonly gone: boolean;
}

const partOf = (task: Task, own: readonly OwnStep[], now: Ms): Part => {
  const { step: id, terms, planned } = task;
  const start = startOf(task);
  return {
    ...{ id, terms, start },
    after: [...terms.after, ...own.filter((o) => o.card.before.includes(id)).map((o) => ({ step: o.id, kind: 'FS' as const }))],
    lasts: start === undefined ? terms.duration : lasts(task, start, now),
    notBefore: Math.max(now, heldUntil(task), planned && terms.after.length === 0 ? planned.start : (terms.at ?? 0)),
    ...{ said: task.word !== undefined, gone: isFailed(task) },
  };
};
const marked = ({ marks }: OwnStep, is: 'started' | 'done'): Ms | undefined => marks.findLast((m) => m.is === is)?.at;
const partOfOwn = (own: OwnStep, now: Ms): Part => {
  const { terms } = own.card;
  const [start, end] = [marked(own, 'started'), marked(own, 'done')];
  const needed = start === undefined ? terms.duration : Math.max(terms.duration, now - start);
  return {
    ...{ id: own.id, terms, after: terms.after, start },
    lasts: start === undefined || end === undefined ? needed : end - start,
    notBefore: Math.max(now, terms.at ?? 0),
    ...{ said: false, gone: false },
  };
};

interface Scheduled extends Pick<Standing, 'expected' | 'notBefore' | 'latestStart' | 'slack'> {
  readonly after: readonly AfterStep[];
}
/** When each part comes: what has begun stands where it began; nothing else begins before now. */
function timesNow(parts: readonly Part[]): ReadonlyMap<string, Scheduled> {
  const over = new Set(parts.filter((p) => p.gone).map((p) => p.id));
  const found = schedule(
    parts.map(({ id, after, start, lasts: duration, notBefore }): Activity => {
      if (start !== undefined) return { id, duration, at: start };
      // What has failed moves nothing any more. A greatest lag is a wish once steps slip.
      return { id, duration, after: after.filter((a) => !over.has(a.step)).map(({ max: _, ...a }) => a), notBefore };
    }),
  );
  const open = waitingForWords(
    parts.flatMap(({ id, terms, after, start, said }) =>
      start === undefined && !said ? [{ id, text: '', terms: { ...terms, after } }] : [],
    ),
  );
  const latest = latestStarts(
    parts.map(({ id, terms: { duration, startBy, by }, after }) => ({
      ...{ id, duration, startBy, endBy: by },
      after: after.map(({ max: _, ...a }) => a),
    })),
  );
  return new Map(
    parts.map(({ id, terms, after, start, lasts: duration, gone }, i): [string, Scheduled] => {
      const at = isSchedule(found) ? found[id]?.earliest : undefined;
      const isComing = at !== undefined && !open.has(id) && !(gone && start === undefined);
      const expected = isComing ? { start: at, end: at + duration } : undefined;
      const latestStart = latest[i];
      // What runs too long uses up slack like what begins too late.
      const slack = !expected || latestStart === undefined ? undefined : bySeconds(latestStart - (expected.end - terms.duration));
      return [id, { expected, notBefore: expected || gone ? undefined : at, latestStart, slack, after }];
    }),
  );
}

function partsOf(world: World, plan: Id, now: Ms): { readonly own: readonly OwnStep[]; readonly parts: readonly Part[] } {
  const own = ownSteps(world, world.execution.plans.get(plan)?.of ?? '');
  const tasks = tasksOf(world, plan);
  const beside = besidePlan(
    tasks.map(({ step: id, terms }) => ({ id, terms })),
    own,
  );
  return { own, parts: [...tasks.map((t) => partOf(t, beside, now)), ...beside.map((o) => partOfOwn(o, now))] };
}

/** How every step of a plan stands, in its order. Steps that the side of this world keeps beside it move what waits for them. */
export function standings(world: World, plan: Id, now: Ms): readonly Standing[] {
  const times = timesNow(partsOf(world, plan, now).parts);
  const rows = tasksOf(world, plan).map((task) => ({
    ...{ task, party: partyOf(world, task), state: stateOf(world, task, now) },
    ...(times.get(task.step) as Scheduled),
  }));
  const isPressing = ({ slack, state }: (typeof rows)[number]): boolean => slack !== undefined && state !== 'done' && state !== 'failed';
  const least = Math.min(...rows.filter(isPressing).map((r) => r.slack as Ms));
  return rows.map(({ after, ...row }) => {
    const { planned, terms } = row.task;
    const late = Math.max(0, (row.expected?.end ?? 0) - (planned?.end ?? Number.POSITIVE_INFINITY));
    return {
      ...row,
      critical: isPressing({ ...row, after }) && row.slack === least,
      late: row.state === 'done' || row.state === 'failed' ? late : bySeconds(late),
      movedBy: movedBy({ planned: planned?.start, expected: row.expected, after, duration: terms.duration }, times),
    };
  });
}

/** How the steps stand that a side keeps beside a plan: of each world its own side’s, of lead control’s all. */
export function ownStandings(world: World, plan: Id, now: Ms): readonly OwnStanding[] {
  const { own, parts } = partsOf(world, plan, now);
  const times = timesNow(parts);
  return own.map((step) => {
    const { after, ...row } = times.get(step.id) as Scheduled;
    const { at = now, duration } = step.card.terms;
    const state = marked(step, 'done') !== undefined ? 'done' : marked(step, 'started') !== undefined ? 'running' : 'planned';
    return { own: step, state, ...row, movedBy: movedBy({ planned: at, expected: row.expected, after, duration }, times) };
  });
}

/** A step before another that keeps it from beginning as planned, and for how long. */
export interface Held {
  readonly by: string;
  readonly kind: AfterStep['kind'];
  readonly ms: Ms;
}
function movedBy(begins: Begins, rows: ReadonlyMap<string, { readonly expected?: Planned | undefined }>): string | undefined {
  const held = heldBack(begins, rows);
  return held && held.ms >= SECOND ? held.by : undefined;
}
/** How much time there was between two moments. */
export type Ran = (from: Ms, to: Ms) => Ms;
export const byClock: Ran = (from, to) => to - from;
interface Begins {
  readonly planned: Ms | undefined;
  readonly expected?: Planned | undefined;
  readonly after: readonly AfterStep[];
  readonly duration: Ms;
}
export function heldBack(
  { planned, expected, after, duration }: Begins,
  rows: ReadonlyMap<string, { readonly expected?: Planned | undefined }>,
  ran: Ran = byClock,
): Held | undefined {
  if (planned === undefined || !expected || expected.start <= planned) return undefined;
  let latest = planned;
  let found: Held | undefined;
  for (const { step, kind, min = 0 } of after) {
    const before = rows.get(step)?.expected;
    if (!before) continue;
    const from = kind === 'SS' ? before.start : before.end;
    const ready = from + min - (kind === 'FF' ? duration : 0);
    if (ready <= latest) continue;
    latest = ready;
    found = { by: step, kind, ms: ran(planned, Math.min(ready, expected.start)) };
  }
  return found;
}
