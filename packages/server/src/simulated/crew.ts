import { type Address, clockStatus, type FileCard, type Id, peopleAt, type Recorded, type Scenario } from '@entente/engine';
import { Draws, drawnIn, MOST_ACTS, MOST_AT_ONCE, planOf, type SimulatedAct, SimulatedSeats, type Stage } from '@entente/rehearsal';
import type { Play } from '@entente/scenario';
import type { WallClock } from '../clock.ts';
import { foldRecord } from '../exercises/fold.ts';
import type { LiveExercise } from '../exercises/live.ts';
import { Unavailable } from '../exercises/submission.ts';
import { Alarm } from '../scheduler/alarm.ts';

/** Time runs on the wall: what is due is looked for this often, ms. */
const LOOK_MS = 1_000;
/** By this a simulated person is known, also after the server was started anew: it stands beside the name on every screen. */
export const SIMULATED = 'simulated · 모의';

export interface CrewOptions {
  readonly scenario: Scenario;
  readonly plays: readonly Play[];
  readonly files?: ReadonlyMap<string, FileCard> | undefined;
  readonly seed: number;
  /** Seats that stay empty for a person. */
  readonly keep: ReadonlySet<Address>;
  /** True: lead control is simulated too, and the clock runs while anybody looks on. */
  readonly alone: boolean;
  readonly rate: number;
  /** Told once that they act no more, and why if it was no end of the exercise. */
  readonly over: (why?: unknown) => void;
}

/**
 * Simulated people at the empty seats of a live exercise. They act by the same rules as in a rehearsal, by the same commands as
 * anybody, and get up as soon as a person sits down.
 */
export class Crew {
  readonly live: LiveExercise;
  readonly #options: CrewOptions;
  readonly #clock: WallClock;
  readonly #alarm: Alarm;
  readonly #people = new Map<Address, Id>();
  #seats: SimulatedSeats | undefined;
  #events: Recorded[] = [];
  #unwatch: () => void = () => {};
  #acts = 0;
  #looking: Promise<void> | undefined;
  #stopped = false;

  constructor(live: LiveExercise, options: CrewOptions, clock: WallClock) {
    this.live = live;
    this.#options = options;
    this.#clock = clock;
    this.#alarm = new Alarm(clock, () => void this.look());
  }

  /** The players’ seats at which a simulated person sits. Lead control, simulated too where one practises, is none of them. */
  get seated(): number {
    return [...this.#people.keys()].filter((seat) => seat.startsWith('seat:')).length;
  }

  /** Takes up what is on the record, sits down where nobody does, and goes on by itself. */
  async begin(): Promise<void> {
    const { scenario, plays, files, seed } = this.#options;
    const plan = planOf({ scenario, plays, runs: 1, seed, files });
    const { book, values } = drawnIn(plan, 1);
    const inMs = new Map(plan.uncertainties.map((u) => [u.id, (values.get(u.id) ?? 0) * (u.minutes === undefined ? 1 : 60_000)]));
    this.#unwatch = this.live.feed.watch((made) => void this.#events.push(...made));
    const before = (await foldRecord(this.live.store, this.live.row)).events;
    this.#seats = new SimulatedSeats(stageOf(this.live), book, new Draws(seed, 0, inMs));
    this.#events = [...before.filter((r) => !this.#events.some((e) => e.n === r.n)), ...this.#events];
    await this.look();
  }

  stop(why?: unknown): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#unwatch();
    this.#alarm.set(undefined);
    this.#options.over(why);
  }

  /** Gets up everywhere, and acts no more. */
  async leave(): Promise<void> {
    this.stop();
    await this.#looking;
    await this.#getUp();
  }

  async #getUp(): Promise<void> {
    for (const seat of this.#people.keys()) await this.#give(seat, { type: 'LeaveSeat' }).catch(() => {});
  }

  /** Notices what was made, sits down and gets up, and does what is due. */
  look(): Promise<void> {
    this.#looking ??= this.#look()
      .catch((why: unknown) => {
        // The exercise takes no more commands: it was stopped, or its store is gone. Whatever else breaks here ends the simulated
        // people and not the server.
        this.stop(why instanceof Unavailable ? undefined : why);
      })
      .finally(() => {
        this.#looking = undefined;
        if (!this.#stopped) this.#alarm.set(this.#clock.now() + LOOK_MS);
      });
    return this.#looking;
  }

  async #look(): Promise<void> {
    await this.#sit();
    if (this.#options.alone) await this.#keepTime();
    for (let atOnce = 0; ; atOnce++) {
      const act = await this.#next();
      if (!act || this.#stopped) return;
      if (atOnce >= MOST_AT_ONCE || this.#acts >= MOST_ACTS) {
        this.stop(new Error(`${act.rule.key} of ${act.seat} never ends`));
        return this.#getUp();
      }
      const answer = await this.#give(act.seat, act.command);
      const now = this.live.clock().now;
      this.#seats?.answered(act, answer, now);
    }
  }

  /** The next act that is due of a seat at which a simulated person sits. */
  async #next(): Promise<SimulatedAct | undefined> {
    await this.live.catchUp();
    return this.live.read((world, now) => {
      if (clockStatus(world) === 'ended') this.stop();
      if (clockStatus(world) !== 'running') return undefined;
      const made = this.#events;
      this.#events = [];
      this.#seats?.noticed(made, now);
      for (let act = this.#seats?.take(now); act; act = this.#seats?.take(now)) if (this.#people.has(act.seat)) return act;
      return undefined;
    });
  }

  async #sit(): Promise<void> {
    const { scenario, keep, alone } = this.#options;
    const players = [...this.live.roster.seats.values()].map((s) => ({ seat: `seat:${s.id}`, party: s.party }));
    const seats = players.filter((s) => !this.live.roster.isPlayed(s.seat)).map((s) => s.seat);
    for (const seat of [...(alone ? ['control'] : []), ...seats]) {
      if (keep.has(seat) || this.#stopped) continue;
      const people = await this.live.read((world) => peopleAt(world.seats, seat));
      const own = people.find((p) => p.id === this.#people.get(seat) || p.function === SIMULATED);
      const other = people.some((p) => p.id !== own?.id);
      if (own) this.#people.set(seat, own.id);
      else this.#people.delete(seat);
      if (own && other) {
        await this.#give(seat, { type: 'LeaveSeat' });
        this.#people.delete(seat);
      }
      if (own || other) continue;
      const answer = await this.#give(seat, { type: 'TakeSeat', name: nameOf(scenario, seat), function: SIMULATED });
      if (answer.ok && answer.events[0] !== undefined) this.#people.set(seat, answer.events[0]);
    }
  }

  /** Who practises alone holds no clock: it runs while somebody looks on. */
  async #keepTime(): Promise<void> {
    if (!this.#people.has('control')) return;
    const watched = this.live.feed.listening > 0;
    const status = await this.live.read(clockStatus);
    if (status === 'ready' && watched) {
      await this.#give('control', { type: 'SetRate', rate: this.#options.rate });
      await this.#give('control', { type: 'StartClock' });
    } else if (status === 'paused' && watched) {
      const reason = await this.live.read((w) => w.clock.reading?.reason);
      if (reason !== 'emergency') await this.#give('control', { type: 'StartClock' });
    } else if (status === 'running' && !watched) await this.#give('control', { type: 'PauseClock' });
    const over = await this.live.read((world, now) => clockStatus(world) === 'running' && now >= this.#options.scenario.duration);
    if (over) await this.#give('control', { type: 'EndExercise' });
  }

  #give(seat: Address, command: SimulatedAct['command']) {
    const hand = () => ({ person: this.#people.get(seat) });
    const commandId = `crew-${this.#clock.now()}-${++this.#acts}`;
    return this.live.submit({ seat, session: `simulated ${seat}`, hand, commandId, command });
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
