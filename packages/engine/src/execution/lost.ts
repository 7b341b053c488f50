import { ranBetween } from '../clock/clock.ts';
import type { Id, Ms } from '../fact.ts';
import type { AfterStep } from '../schedule/index.ts';
import type { World } from '../world.ts';
import { byClock, type Held, heldBack, type Ran, type Standing, standings } from './course.ts';
import type { Task } from './language.ts';
import { startOf } from './tasks.ts';

/** Who waited for whom, and for how long. */

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
  const lost = new Map<string, Ms>();
  for (const { party, ms } of lostAt(world, plan, now)) lost.set(party, (lost.get(party) ?? 0) + ms);
  return lost;
}

/** The same by step: at which step a side waited for so long. */
export interface Lost {
  readonly step: string;
  readonly party: string;
  readonly ms: Ms;
}
export function lostAt(world: World, plan: Id, now: Ms): readonly Lost[] {
  const ran: Ran = (from, to) => ranBetween(world, from, to);
  const rows = standings(world, plan, now).filter((r) => startOf(r.task) !== undefined);
  const by = new Map(rows.map((r) => [r.task.step, r]));
  const blocked = rows.map(({ task, party }): Lost => ({ step: task.step, party, ms: blockedOnOthers(task, now, ran) }));
  /** By side and step at which it arose: the one of its steps that waited longest for it. */
  const waited = new Map<string, Lost>();
  for (const row of rows) {
    const before = held(row, by, ran);
    for (const [origin, ms] of before ? origins(before, by, now, ran) : []) {
      if (by.get(origin)?.party === row.party) continue;
      const key = `${row.party} ${origin}`;
      if (ms > (waited.get(key)?.ms ?? 0)) waited.set(key, { step: row.task.step, party: row.party, ms });
    }
  }
  return [...blocked, ...waited.values()].filter((l) => l.ms > 0);
}

/** What kept a step from beginning as planned, of the steps of its plan. */
const held = ({ task, expected }: Standing, rows: ReadonlyMap<string, Standing>, ran: Ran): Held | undefined =>
  heldBack({ planned: task.planned?.start, expected, after: task.terms.after, duration: task.terms.duration }, rows, ran);

/** At which steps a delay arose, ms by step: first at the one before, and what that one was passed on, before it. */
function origins({ by: step, kind, ms }: Held, by: ReadonlyMap<string, Standing>, now: Ms, ran: Ran): ReadonlyMap<string, Ms> {
  const before = by.get(step);
  if (!before) return new Map();
  const passed = held(before, by, ran);
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
