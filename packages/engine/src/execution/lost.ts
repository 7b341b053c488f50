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
  const blocked = rows.map(({ task, party }): Lost => ({ step: task.step, party, ms: blockedOnOthers(task, now, ran) }));
  const origins = new Origins(rows, now, ran);
  /** By side and step at which it arose: the one of its steps that waited longest for it. */
  const waited = new Map<string, Lost>();
  for (const { task, party } of rows)
    for (const { row, ms } of origins.of(task.step)) {
      if (row.party === party) continue;
      const key = `${party} ${row.task.step}`;
      if (ms > (waited.get(key)?.ms ?? 0)) waited.set(key, { step: task.step, party, ms });
    }
  return [...blocked, ...waited.values()].filter((l) => l.ms > 0);
}

/** At which steps delays arose; each step is asked once, however many wait for it. */
class Origins {
  readonly #rows: ReadonlyMap<string, Standing>;
  /** What kept each from beginning as planned. */
  readonly #held: ReadonlyMap<string, Held | undefined>;
  readonly #arose = new Map<string, Ms>();
  readonly #now: Ms;
  readonly #ran: Ran;

  constructor(rows: readonly Standing[], now: Ms, ran: Ran) {
    const by = new Map(rows.map((r) => [r.task.step, r]));
    this.#rows = by;
    this.#held = new Map(
      rows.map(({ task: { step, planned, terms }, expected }) => [
        step,
        heldBack({ planned: planned?.start, expected, after: terms.after, duration: terms.duration }, by, ran),
      ]),
    );
    this.#now = now;
    this.#ran = ran;
  }

  /** Of the delay with which a step began: first what arose at the one before it, then what that one was passed on. */
  *of(step: string): Generator<{ readonly row: Standing; readonly ms: Ms }> {
    let held = this.#held.get(step);
    let rest = held?.ms ?? 0;
    while (held && rest > 0) {
      const row = this.#rows.get(held.by);
      if (!row) return;
      const passed = this.#held.get(held.by);
      const own = Math.min(rest, this.#own(row, passed?.ms ?? 0, held.kind));
      if (own > 0) yield { row, ms: own };
      rest = Math.min(rest - own, passed?.ms ?? 0);
      held = passed;
    }
  }

  #own(row: Standing, passed: Ms, kind: AfterStep['kind']): Ms {
    const key = `${row.task.step} ${kind}`;
    const found = this.#arose.get(key) ?? arose(row, passed, kind, this.#now, this.#ran);
    this.#arose.set(key, found);
    return found;
  }
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
