import { hash } from 'node:crypto';
import {
  type Address,
  type Condition,
  clockStatus,
  Exercise,
  evaluate,
  type Making,
  type Ms,
  peopleAt,
  type Recorded,
  type World,
} from '@entente/engine';
import { Draws } from '../chance/draws.ts';
import { SimulatedSeats } from '../seats/driver.ts';
import type { Stage } from '../seats/seat.ts';
import { count, type Tally } from './count.ts';
import { type RunFault, UNFIT } from './fault.ts';
import { LoadCount } from './load-count.ts';
import { type Drawn, drawnIn, type Plan, secretOfRun } from './plan.ts';
import { nameOf, RunTable, type RunWatch } from './run-table.ts';
import type { Start } from './start.ts';

/** A run makes so many acts at most, and so many at one moment: more is a behaviour that never ends. */
export const MOST_ACTS = 20_000;
export const MOST_AT_ONCE = 1_000;

/** One act that the exercise refused. */
export interface Refused {
  readonly run: number;
  readonly at: Ms;
  readonly seat: Address;
  readonly command: string;
  readonly rule: string;
  readonly code: string;
}
export interface Ran {
  readonly world: World;
  readonly exercise: Exercise;
  readonly fault: RunFault | undefined;
  readonly refused: readonly Refused[];
  /** Measures, as they stood when they were asked. */
  readonly held: ReadonlyMap<string, boolean>;
}
export interface RunOptions {
  /** Goes on from there; as its plan says if absent. */
  readonly start?: Start | undefined;
  /** Keeps ids and hashes as a live exercise does; a sketch otherwise. */
  readonly whole?: boolean;
  readonly watch?: RunWatch;
}

/**
 * Plays one run from its number on a virtual clock, by the same decide and evolve as a live exercise. What it comes to is written
 * into `tally`.
 */
export function playRun(plan: Plan, run: number, tally?: Tally, options: RunOptions = {}): Ran {
  const course = new Course(plan, run, tally, options);
  course.begin();
  while (course.goOn()) if (course.fault) break;
  return course.end();
}

/** A run under way. */
class Course {
  fault: RunFault | undefined;
  readonly #plan: Plan;
  readonly #run: number;
  readonly #drawn: Drawn;
  readonly #exercise: Exercise;
  readonly #seats: SimulatedSeats;
  readonly #table: RunTable;
  readonly #tally: Tally | undefined;
  readonly #loads: LoadCount | undefined;
  readonly #chanced = new Map<string, [number, number]>();
  readonly #held = new Map<string, boolean>();
  readonly #refused: Refused[] = [];
  /** Times at which a measure is asked. */
  readonly #stops: Ms[];
  readonly #begins: number;
  readonly #watch: RunWatch;
  readonly #start: Start | undefined;
  readonly #end: Ms;
  #acts = 0;
  #atOnce = 0;
  #last: Ms = -1;

  constructor(plan: Plan, run: number, tally: Tally | undefined, { whole = false, watch = {}, start = plan.start }: RunOptions) {
    this.#plan = plan;
    this.#run = run;
    this.#watch = watch;
    this.#tally = tally;
    this.#drawn = drawnIn(plan, run);
    const { scenario } = this.#drawn.arm;
    const { files, seed } = plan.asked;
    this.#start = start;
    this.#end = start?.end ?? scenario.duration;
    const secret = whole ? (start?.secret ?? secretOfRun(plan.asked, run)) : 'nobody keeps a sketch';
    const making: Making = { secret, sketch: !whole, digest: (data) => hash('sha256', data, 'hex') };
    let wall = Date.parse(scenario.start);
    if (start) {
      wall = (start.events.at(-1) as Recorded).wall;
      this.#exercise = Exercise.from(start.events, making);
    } else {
      const { exercise, events } = Exercise.open(scenario, { ...making, wall, ...(files ? { files } : {}) });
      watch.made?.(events, 0);
      this.#exercise = exercise;
    }
    const exercise = this.#exercise;
    this.#begins = start ? wall - exercise.now(wall) : wall;
    const loads = tally && new LoadCount(plan.seats, scenario.duration, tally.loads, run);
    this.#loads = loads;
    this.#seats = new SimulatedSeats(
      stageOf(exercise),
      this.#drawn.book,
      new Draws(seed, this.#drawn.sample, inMs(plan, this.#drawn.values)),
      {
        ...(loads ? { loaded: (seat: Address, waiting: number, at: Ms) => loads.changed(seat, waiting, at) } : {}),
        chanced: ({ key }, happened) => {
          const [asked, did] = this.#chanced.get(key) ?? [0, 0];
          this.#chanced.set(key, [asked + 1, did + (happened ? 1 : 0)]);
        },
        unfit: (seat, { key }, command, at) => void this.#refused.push({ run, at, seat, command, rule: key, code: UNFIT }),
        ...(watch.left ? { left: watch.left } : {}),
      },
    );
    this.#table = new RunTable(exercise, this.#seats, this.#begins, watch);
    this.#table.wall = wall;
    const checks = plan.columns.measureList
      .map((m) => m.by)
      .filter((by): by is Ms => by !== undefined && by < this.#end && by > (start?.at ?? -1));
    for (const [id, held] of start?.held ?? []) this.#held.set(id, held);
    this.#stops = [...new Set(checks)].sort((a, b) => a - b);
  }

  begin(): void {
    if (this.#start) this.#goOn(this.#start);
    else this.#beginAnew();
  }

  /** Whoever sits stays; where nobody does, somebody sits down; what waits is taken up from now. */
  #goOn({ events, at }: Start): void {
    const { world } = this.#exercise;
    const { arm, book } = this.#drawn;
    this.#seats.takeUp(events, at);
    for (const seat of book.keys()) {
      const [person] = peopleAt(world.seats, seat);
      if (person) this.#table.sits(seat, person.id);
      else this.#table.give(seat, { type: 'TakeSeat', name: nameOf(arm.scenario, seat) }, this.#now);
    }
    if ((world.clock.reading?.rate ?? 1) !== 1) this.#table.give('control', { type: 'SetRate', rate: 1 }, this.#now);
    if (clockStatus(world) !== 'running') this.#table.give('control', { type: 'StartClock' }, this.#now);
    this.#table.pass(at);
  }

  get #now(): Ms {
    return this.#exercise.now(this.#table.wall);
  }

  #beginAnew(): void {
    const { arm, book, values } = this.#drawn;
    for (const seat of book.keys()) this.#table.give(seat, { type: 'TakeSeat', name: nameOf(arm.scenario, seat) });
    for (const { id, variable } of this.#plan.uncertainties) {
      if (variable === undefined) continue;
      const value = values.get(id) as number;
      // A variable that is true or false begins so.
      const isTruth = typeof arm.scenario.variables.find((v) => v.id === variable)?.value === 'boolean';
      this.#table.give('control', { type: 'SetVariable', variable, value: isTruth ? value === 1 : value });
    }
    this.#table.give('control', { type: 'StartClock' });
  }

  /** Lets the next thing happen; false at the end. */
  goOn(): boolean {
    const due = this.#exercise.nextWall();
    const timer = due === undefined ? Number.POSITIVE_INFINITY : due - this.#begins;
    const stop = this.#stops[0] ?? Number.POSITIVE_INFINITY;
    const at = Math.min(timer, stop, this.#seats.next ?? Number.POSITIVE_INFINITY);
    if (at > this.#end || clockStatus(this.#exercise.world) !== 'running') return false;
    if (at !== timer && at !== stop) {
      this.#act(at);
      return true;
    }
    this.#table.pass(at);
    if (at === stop) {
      this.#stops.shift();
      this.#measure((by) => by === at);
    }
    return true;
  }

  #act(at: Ms): void {
    const chosen = this.#seats.take(at);
    if (!chosen) return;
    const { seat, command, rule } = chosen;
    this.#atOnce = at === this.#last ? this.#atOnce + 1 : 0;
    this.#last = at;
    const atOnce = this.#atOnce > MOST_AT_ONCE;
    if (++this.#acts > MOST_ACTS || atOnce) {
      const most = atOnce ? MOST_AT_ONCE : MOST_ACTS;
      const what = `more than ${most} acts${atOnce ? ' at one moment' : ''}: ${rule.key} of ${seat} never ends`;
      this.fault = { run: this.#run, at, what, endless: { seat, rule: rule.key, most, atOnce } };
      return;
    }
    const answer = this.#table.give(seat, command, at, rule);
    this.#seats.answered(chosen, answer, at);
    this.#watch.answered?.(seat, answer, at, rule);
    if (!answer.ok) this.#refused.push({ run: this.#run, at, seat, command: command.type, rule: rule.key, code: answer.rejection.code });
  }

  #ask(condition: Condition): boolean {
    const { world, roster } = this.#exercise;
    return evaluate({ world, roster, now: this.#exercise.now(this.#table.wall) }, condition);
  }

  #measure(now: (by: Ms | undefined) => boolean): void {
    for (const m of this.#plan.columns.measureList) if (!this.#held.has(m.id) && now(m.by)) this.#held.set(m.id, this.#ask(m.holds));
  }

  end(): Ran {
    const { world } = this.#exercise;
    const recorded = world.clock.faults.values().next().value;
    if (!this.fault && recorded) this.fault = { run: this.#run, at: recorded.at, what: recorded.what };
    const duration = this.#end;
    const runs = !this.fault && clockStatus(world) === 'running';
    if (runs) this.#table.pass(duration);
    this.#measure(() => true);
    if (runs) this.#table.give('control', { type: 'EndExercise' }, duration);
    this.#loads?.end();
    if (this.#tally)
      count(this.#plan, this.#tally, this.#exercise, {
        drawn: this.#drawn,
        held: this.#held,
        chanced: this.#chanced,
        fault: this.fault !== undefined,
        refused: this.#refused.length,
        quiet: (seats) => this.#loads?.quiet(seats) ?? [0, 0],
        ask: (condition) => this.#ask(condition),
      });
    return { world, exercise: this.#exercise, fault: this.fault, refused: this.#refused, held: this.#held };
  }
}

/** What simulated seats see of an exercise. */
function stageOf(exercise: Exercise): Stage {
  const { roster, world } = exercise;
  return { roster, world, seen: (seat) => exercise.seen(seat) };
}

function inMs(plan: Plan, values: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(
    plan.uncertainties.map((u) => [u.id, u.minutes === undefined ? (values.get(u.id) as number) : (values.get(u.id) as number) * 60_000]),
  );
}
