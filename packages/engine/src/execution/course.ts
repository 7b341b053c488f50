import { ranBetween } from '../clock/clock.ts';
import type { Id, Ms } from '../fact.ts';
import { type Activity, type AfterStep, isSchedule, latestStarts, schedule } from '../schedule/index.ts';
import type { Step } from '../steps/terms.ts';
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
  /** The latest start from which every hard time can still be kept. */
  readonly latestStart?: Ms | undefined;
  /** What is left to that: below 0 it is too late. */
  readonly slack?: Ms | undefined;
  /** True where no other step that is still open has less. */
  readonly critical: boolean;
  /** By how much it ends, or is expected to end, after its planned end. */
  readonly late: Ms;
  /** The step by which its start is moved, where it begins later than planned. */
  readonly movedBy?: string | undefined;
}

const stepOf = ({ step, text, terms }: Task): Step => ({ id: step, text, terms });

function stateOf(world: World, task: Task, now: Ms): StepState {
  if (task.done) return 'done';
  if (isFailed(task)) return 'failed';
  if (isHindered(task, now)) return 'hindered';
  if (openBlock(task)) return 'blocked';
  if (task.started) return 'running';
  return waitsFor(world, task) ? 'waits' : 'planned';
}

/** For how long it was blocked until `now`. */
export const blockedFor = ({ blocks }: Task, now: Ms): Ms => blocks.reduce((sum, b) => sum + ((b.until?.at ?? now) - b.at), 0);

/** How long it lasts in all, as far as is known: its lead’s own word of the end, or what it needs, and the time for which it was blocked. */
function lasts(task: Task, start: Ms, now: Ms): Ms {
  const end = endOf(task);
  if (end !== undefined) return Math.max(0, end - start);
  const needs = task.terms.duration + blockedFor(task, now);
  const said = task.reports.findLast((r) => r.ends !== undefined)?.ends;
  return Math.max(said === undefined ? needs : said - start, now - start, 0);
}

/** What is to be scheduled now: what has begun stands where it began; nothing else begins before now. */
function activities(tasks: readonly Task[], now: Ms): Activity[] {
  const over = new Set(tasks.filter((t) => isFailed(t)).map((t) => t.step));
  return tasks.map((task): Activity => {
    const { step: id, terms, planned } = task;
    const start = startOf(task);
    if (start !== undefined) return { id, duration: lasts(task, start, now), at: start };
    // What has failed moves nothing any more. A greatest lag is a wish once steps slip.
    const after = terms.after.filter((a) => !over.has(a.step)).map(({ max: _, ...a }) => a);
    return {
      id,
      duration: terms.duration,
      after,
      notBefore: Math.max(now, planned && terms.after.length === 0 ? planned.start : (terms.at ?? 0)),
    };
  });
}

/** How every step of a plan stands, in its order. */
export function standings(world: World, plan: Id, now: Ms): readonly Standing[] {
  const tasks = tasksOf(world, plan);
  const found = schedule(activities(tasks, now));
  const steps = tasks.map(stepOf);
  const open = waitingForWords(steps.filter((_, i) => startOf(tasks[i] as Task) === undefined && !tasks[i]?.word));
  const latestOf = latestStarts(
    steps.map(({ id, terms: { after, duration, startBy, by } }) => ({
      id,
      duration,
      after: after.map(({ max: _, ...a }) => a),
      startBy,
      endBy: by,
    })),
  );
  const times = (task: Task): Planned | undefined => {
    const at = isSchedule(found) ? found[task.step]?.earliest : undefined;
    if (at === undefined || open.has(task.step) || (isFailed(task) && !task.started)) return undefined;
    const start = startOf(task);
    return { start: at, end: at + (start === undefined ? task.terms.duration : lasts(task, start, now)) };
  };
  const rows = tasks.map((task, i) => {
    const expected = times(task);
    const latestStart = latestOf[i];
    const state = stateOf(world, task, now);
    // What runs too long uses up slack like what begins too late.
    const needed = expected === undefined ? undefined : expected.end - task.terms.duration;
    const slack = needed === undefined || latestStart === undefined ? undefined : latestStart - needed;
    return { task, state, expected, latestStart, slack, party: partyOf(world, task) };
  });
  const pressing = rows.filter((r) => r.slack !== undefined && r.state !== 'done' && r.state !== 'failed').map((r) => r.slack as Ms);
  const least = Math.min(...pressing);
  const by = new Map(rows.map((r) => [r.task.step, r]));
  return rows.map((row) => ({
    ...row,
    critical: row.slack !== undefined && row.slack === least && row.state !== 'done' && row.state !== 'failed',
    late: Math.max(0, (row.expected?.end ?? 0) - (row.task.planned?.end ?? Number.POSITIVE_INFINITY)),
    movedBy: heldBack(row, by)?.by,
  }));
}

type Row = Pick<Standing, 'task' | 'expected'>;

/** A step before another that keeps it from beginning as planned, and for how long. */
interface Held {
  readonly by: string;
  readonly kind: AfterStep['kind'];
  readonly ms: Ms;
}
/** `ran`: how much time there was between two moments. */
type Ran = (from: Ms, to: Ms) => Ms;
const byClock: Ran = (from, to) => to - from;
function heldBack({ task, expected }: Row, rows: ReadonlyMap<string, Row>, ran: Ran = byClock): Held | undefined {
  if (!task.planned || !expected || expected.start <= task.planned.start) return undefined;
  let latest = task.planned.start;
  let found: Held | undefined;
  for (const { step, kind, min = 0 } of task.terms.after) {
    const before = rows.get(step)?.expected;
    if (!before) continue;
    const from = kind === 'SS' ? before.start : before.end;
    const ready = from + min - (kind === 'FF' ? task.terms.duration : 0);
    if (ready <= latest) continue;
    latest = ready;
    found = { by: step, kind, ms: ran(task.planned.start, Math.min(ready, expected.start)) };
  }
  return found;
}

/** A time by which somebody must decide, give its word or answer, or a step becomes impossible. */
export interface DecideBy {
  readonly kind: 'decision' | 'word' | 'answer';
  readonly task: Id;
  readonly step: string;
  /** Whose act it is. */
  readonly party: string;
  readonly by: Ms;
}
/** What must be decided next, soonest first. */
export function decideBy(world: World, plan: Id, now: Ms): readonly DecideBy[] {
  const rows = standings(world, plan, now).filter((r) => r.state !== 'done' && r.state !== 'failed' && r.latestStart !== undefined);
  const found = rows.flatMap(({ task, party, latestStart }): DecideBy[] => {
    const [start, end] = [latestStart as Ms, (latestStart as Ms) + task.terms.duration];
    const of = { task: task.id, step: task.step };
    const block = openBlock(task);
    return [
      ...(task.terms.decision ? [{ ...of, kind: 'decision' as const, party, by: end }] : []),
      ...(waitsFor(world, task) === 'word' ? [{ ...of, kind: 'word' as const, party: task.terms.word as string, by: start }] : []),
      ...(block?.on === undefined ? [] : [{ ...of, kind: 'answer' as const, party: block.on, by: end }]),
    ];
  });
  return found.sort((a, b) => a.by - b.by);
}

/** For how much of a time lead control held a step up, as far as this world was told. */
export function hinderedWithin({ hindered }: Task, from: Ms, to: Ms, ran: Ran = byClock): Ms {
  const pieces = hindered.map((h): [Ms, Ms] => [Math.max(from, h.at), Math.min(to, h.until ?? to, h.lifted?.at ?? to)]);
  let sum = 0;
  let last = from;
  for (const [begin, end] of pieces.sort((a, b) => a[0] - b[0])) {
    const start = Math.max(begin, last);
    if (end > start) sum += ran(start, end);
    last = Math.max(last, end);
  }
  return sum;
}

/** For how long it was blocked on another side, lead control’s time aside. */
function blockedOnOthers(task: Task, now: Ms, ran: Ran): Ms {
  return task.blocks.reduce((sum, b) => {
    const until = b.until?.at ?? now;
    return b.on === undefined ? sum : sum + ran(b.at, until) - hinderedWithin(task, b.at, until, ran);
  }, 0);
}

/**
 * How long each side lost waiting for another, ms by party: the time for which its steps were blocked on another side, and the delay
 * with which they began because a step of another side had run over, however many steps passed it on. A delay counts where it arose,
 * once for each side that waits for it, by the step that waited longest; what lead control held up is nobody’s, and what a jump of
 * the clock passed was given to nobody.
 */
export function lostWaiting(world: World, plan: Id, now: Ms): ReadonlyMap<string, Ms> {
  const ran: Ran = (from, to) => ranBetween(world, from, to);
  const rows = standings(world, plan, now).filter((r) => startOf(r.task) !== undefined);
  const by = new Map(rows.map((r) => [r.task.step, r]));
  const lost = new Map<string, Ms>();
  const add = (party: string, ms: Ms): void => void (ms > 0 && lost.set(party, (lost.get(party) ?? 0) + ms));
  for (const { task, party } of rows) add(party, blockedOnOthers(task, now, ran));
  /** By side and step at which it arose: the longest that one of its steps waited for it. */
  const waited = new Map<string, { readonly party: string; readonly ms: Ms }>();
  for (const row of rows) {
    const held = heldBack(row, by, ran);
    for (const [step, ms] of held ? origins(held, by, now, ran) : []) {
      if (by.get(step)?.party === row.party) continue;
      const key = `${row.party} ${step}`;
      waited.set(key, { party: row.party, ms: Math.max(waited.get(key)?.ms ?? 0, ms) });
    }
  }
  for (const { party, ms } of waited.values()) add(party, ms);
  return lost;
}

/** At which steps a delay arose, ms by step: first at the one before, and what that one was passed on, before it. */
function origins({ by: step, kind, ms }: Held, by: ReadonlyMap<string, Standing>, now: Ms, ran: Ran): ReadonlyMap<string, Ms> {
  const before = by.get(step);
  if (!before) return new Map();
  const passed = heldBack(before, by, ran);
  const own = Math.min(ms, arose(before, passed?.ms ?? 0, kind, now, ran));
  const rest = Math.min(ms - own, passed?.ms ?? 0);
  const found = new Map(passed && rest > 0 ? origins({ ...passed, ms: rest }, by, now, ran) : []);
  return found.set(step, (found.get(step) ?? 0) + own);
}

/** The delay that arose at a step itself: not what others passed on to it, nor what it was blocked for on others, nor lead control’s. */
function arose({ task, expected }: Standing, passed: Ms, kind: AfterStep['kind'], now: Ms, ran: Ran): Ms {
  if (!task.planned || !expected) return 0;
  const { start, end } = task.planned;
  const until = kind === 'SS' ? expected.start : expected.end;
  const [late, hindered] = [ran(kind === 'SS' ? start : end, until), hinderedWithin(task, start, until, ran)];
  // Whoever waits for its beginning waits for nothing that came after it.
  return Math.max(0, late - passed - hindered - (kind === 'SS' ? 0 : blockedOnOthers(task, now, ran)));
}
