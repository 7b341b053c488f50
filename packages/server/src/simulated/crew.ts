import { type Address, clockStatus, peopleAt, type Recorded, type Scenario, scenarioNow, type World } from '@entente/engine';
import { isSimulated, SIMULATED } from '@entente/engine/seats';
import { type crewOf, MOST_ACTS, MOST_AT_ONCE, type SimulatedAct, SimulatedSeats, type Stage } from '@entente/rehearsal';
import type { WallClock } from '../clock.ts';
import { readRecord } from '../exercises/fold.ts';
import type { LiveExercise } from '../exercises/live.ts';
import { jumpOver } from './idle.ts';
import { SimulatedPeople } from './people.ts';

/** So long nothing comes onto the record and nobody writes before time is passed over, by the wall clock, ms: whoever practises may be about to act. */
const QUIET_MS = 45_000;

export interface CrewOptions {
  readonly scenario: Scenario;
  /** How they behave, and their chances. */
  readonly behaviour: ReturnType<typeof crewOf>;
  /** Seats that stay empty for a person. */
  readonly keep: ReadonlySet<Address>;
  /** True: lead control is simulated too, and the clock runs while anybody looks on. */
  readonly alone: boolean;
  readonly rate: number;
  /** Told once that they act no more, and why if it was no end of the exercise. */
  readonly over: (why?: unknown) => void;
}

/**
 * Simulated people at the empty seats of a live exercise. They act by the same rules as in a rehearsal, and get up as soon as a
 * person sits down.
 */
export class Crew {
  readonly live: LiveExercise;
  readonly #options: CrewOptions;
  readonly #people: SimulatedPeople;
  readonly #clock: WallClock;
  /** When something came onto the record, by the wall clock, ms. */
  #lastMade = 0;
  /** How often pages had said by then that somebody is at them: whoever writes does, every few seconds. */
  #signs = 0;
  #seats: SimulatedSeats | undefined;
  #events: Recorded[] = [];
  /** They join an exercise that is under way, and have not taken it up yet. */
  #joins = false;
  /** Seats at which a person sits, or sat until now. */
  readonly #persons = new Set<Address>();
  #unwatch: () => void = () => {};

  constructor(live: LiveExercise, options: CrewOptions, clock: WallClock) {
    this.live = live;
    this.#options = options;
    this.#clock = clock;
    const over = (why?: unknown): void => {
      this.#unwatch();
      options.over(why);
    };
    this.#people = new SimulatedPeople(live, clock, { act: () => this.#act(), over });
  }

  /** The seats that stay empty for a person. */
  get kept(): ReadonlySet<Address> {
    return this.#options.keep;
  }

  /** The players’ seats at which a simulated person sits. Lead control, simulated too where one practises, is none of them. */
  get seated(): number {
    return [...this.#people.seated.keys()].filter((seat) => seat.startsWith('seat:')).length;
  }

  /** Takes up what is on the record, sits down where nobody does, and goes on by itself. */
  async begin(): Promise<void> {
    const { book, draws } = this.#options.behaviour;
    this.#lastMade = this.#clock.now();
    this.#unwatch = this.live.feed.watch((made) => {
      this.#events.push(...made);
      if (made.length > 0) this.#lastMade = this.#clock.now();
    });
    const before = (await readRecord(this.live.store, this.live.row)).events;
    this.#joins = (await this.live.read(clockStatus)) !== 'ready';
    this.#seats = new SimulatedSeats(stageOf(this.live), book, draws);
    this.#events = [...before.filter((r) => !this.#events.some((e) => e.n === r.n)), ...this.#events];
    await this.#people.look();
  }

  stop(): void {
    this.#people.stop();
  }

  /** Gets up everywhere, and acts no more. */
  leave(): Promise<void> {
    return this.#people.leave();
  }

  /** Notices what was made, sits down and gets up, and does what is due. */
  async #act(): Promise<undefined> {
    await this.#sit();
    if (this.#options.alone) await this.#keepTime();
    for (let atOnce = 0; ; atOnce++) {
      const act = await this.#next();
      if (this.#people.stopped) return;
      if (!act) {
        if (this.#options.alone) await this.#passTime();
        return;
      }
      if (atOnce >= MOST_AT_ONCE || this.#people.acts >= MOST_ACTS) {
        this.#people.stop(new Error(`${act.rule.key} of ${act.seat} never ends`));
        return void (await this.#people.getUp());
      }
      const answer = await this.#people.give(act.seat, act.command);
      this.#seats?.answered(act, answer, this.live.clock().now);
    }
  }

  /** The next act that is due of a seat at which a simulated person sits. */
  async #next(): Promise<SimulatedAct | undefined> {
    await this.live.catchUp();
    return this.live.read((world, now) => {
      if (clockStatus(world) === 'ended') this.#people.stop();
      if (clockStatus(world) !== 'running') return undefined;
      const made = this.#events;
      this.#events = [];
      // What lay behind when they came was others’ to do, and is not done after them.
      if (this.#joins) this.#seats?.takeUp(made, now);
      else this.#seats?.noticed(made, now);
      this.#joins = false;
      for (let act = this.#seats?.take(now); act; act = this.#seats?.take(now)) if (this.#isAlone(world, act.seat)) return act;
      return undefined;
    });
  }

  /** A person may have sat down since it was last looked: from then on the seat is the person’s. */
  #isAlone({ seats }: World, seat: Address): boolean {
    const own = this.#people.seated.get(seat);
    return own !== undefined && peopleAt(seats, seat).every((p) => p.id === own);
  }

  async #sit(): Promise<void> {
    const { scenario, keep, alone } = this.#options;
    const players = [...this.live.roster.seats.keys()].map((s) => `seat:${s}`).filter((s) => !this.live.roster.isPlayed(s));
    for (const seat of [...(alone ? ['control'] : []), ...players]) {
      if (keep.has(seat) || this.#people.stopped) continue;
      const there = await this.#people.makeRoom(seat, isSimulated);
      if (there === 'other') this.#persons.add(seat);
      if (there !== undefined) continue;
      await this.#people.give(seat, { type: 'TakeSeat', name: nameOf(scenario, seat), function: SIMULATED });
      // What the person left undone waits for whoever sits there now.
      if (this.#persons.delete(seat)) this.#seats?.again(seat, this.live.clock().now);
    }
  }

  /** Who practises alone holds no clock: it begins when they have sat down, and runs while somebody looks on. */
  async #keepTime(): Promise<void> {
    if (!this.#people.seated.has('control')) return;
    const give = (command: SimulatedAct['command']) => this.#people.give('control', command);
    const watched = this.live.feed.listening > 0;
    const status = await this.live.read(clockStatus);
    const sits = (world: World): boolean => [...this.#options.keep].some((seat) => peopleAt(world.seats, seat).length > 0);
    if (status === 'ready' && watched && (await this.live.read(sits))) {
      await give({ type: 'SetRate', rate: this.#options.rate });
      await give({ type: 'StartClock' });
    } else if (status === 'paused' && watched) {
      const reason = await this.live.read((w) => w.clock.reading?.reason);
      if (reason !== 'emergency') await give({ type: 'StartClock' });
    } else if (status === 'running' && !watched) await give({ type: 'PauseClock' });
    const over = await this.live.read((world, now) => clockStatus(world) === 'running' && now >= this.#options.scenario.duration);
    if (over) await give({ type: 'EndExercise' });
  }

  /** Time in which nothing waits for whoever practises is passed over, to the next thing planned, once they were left alone a while. */
  async #passTime(): Promise<void> {
    const { signs } = this.live.feed;
    if (signs !== this.#signs) this.#lastMade = this.#clock.now();
    this.#signs = signs;
    if (!this.#people.seated.has('control') || this.#clock.now() - this.#lastMade < QUIET_MS) return;
    const { scenario, keep } = this.#options;
    const to = await this.live.read((world, now) => {
      if (clockStatus(world) !== 'running') return undefined;
      const { duration } = scenario;
      const wall = this.live.nextWall;
      const next = Math.min(wall === undefined ? duration : scenarioNow(world, wall), this.#seats?.next ?? duration, duration);
      return jumpOver(world, this.live.roster, [...keep, ...this.#persons], now, next);
    });
    if (to === undefined) return;
    this.#lastMade = this.#clock.now();
    await this.#people.give('control', { type: 'JumpClock', to });
  }
}

/** A live exercise as simulated seats see it: what a seat holds is the fold of its own feed. */
function stageOf(live: LiveExercise): Stage {
  return {
    roster: live.roster,
    get world() {
      return live.world;
    },
    seen(seat) {
      const folding = live.worlds.folding(seat);
      for (;;) {
        const step = folding.next();
        if (step.done) return step.value;
      }
    },
  };
}

/** What a simulated person is called: as its seat is, in the scenario’s first language. */
function nameOf(scenario: Scenario, seat: Address): string {
  if (seat === 'control') return 'Control';
  const found = scenario.parties.flatMap((p) => p.cells.flatMap((c) => c.seats)).find((s) => `seat:${s.id}` === seat);
  const name = found?.name;
  const said = typeof name === 'string' ? name : (name?.[scenario.languages[0] ?? 'en'] ?? Object.values(name ?? {})[0]);
  return (said ?? seat).trim().slice(0, 80);
}
