import {
  type Address,
  type Answer,
  type Command,
  clockStatus,
  type Id,
  peopleAt,
  type Scenario,
  type World,
  wallOf,
} from '@entente/engine';
import { type Play, PlayDriver, PlayError, type PlayTurn } from '@entente/scenario';
import type { WallClock } from '../clock.ts';
import type { LiveExercise } from '../exercises/live.ts';
import { Unavailable } from '../exercises/submission.ts';
import { Alarm } from '../scheduler/alarm.ts';

/** People may pause, jump or take a seat at any time: the simulation looks this often, ms. */
const LOOK_MS = 1_000;
/** The bounds of the speed: scenario time per wall time. */
export const SPEEDS = { slowest: 1, fastest: 60, usual: 30 } as const;

/** How far a simulation has come. */
export interface Course {
  readonly done: number;
  readonly steps: number;
  /** Steps that were not taken: their seat is a person's now, or what they answer never came. */
  readonly skipped: number;
  readonly over: boolean;
}

/**
 * Acts for the seats of a live exercise as a recorded play tells, in wall time. It has no way in of its own: every act is
 * a command like anybody's. As soon as a person sits down at a seat, the simulated one gets up and acts there no more.
 */
export class Simulation {
  readonly #live: LiveExercise;
  readonly #clock: WallClock;
  readonly #driver: PlayDriver;
  readonly #alarm: Alarm;
  /** The simulated people, by seat. */
  readonly #own = new Map<Address, Id>();
  readonly #taken = new Set<Address>();
  #speed: number;
  #skipped = 0;
  #acts = 0;
  #over = false;
  /** When the next step is due, wall ms, as last looked at; undefined while a person keeps the clock standing. */
  #due: number | undefined;
  #stopped = false;
  #running: Promise<void> | undefined;
  /** The play itself has stopped the clock: when, and at which step's time. */
  #rest: { readonly wall: number; readonly at: number } | undefined;
  /** A step that named nothing yet; it is tried once more. */
  #waited = false;

  constructor(live: LiveExercise, scenario: Scenario, play: Play, speed: number, clock: WallClock) {
    this.#live = live;
    this.#clock = clock;
    this.#speed = speed;
    this.#driver = new PlayDriver(scenario, play, clock.now());
    this.#alarm = new Alarm(clock, () => void this.look());
  }

  get course(): Course {
    return { done: this.#driver.done, steps: this.#driver.steps, skipped: this.#skipped, over: this.#over };
  }

  /** Takes every step that is due, and sets the alarm for the next. */
  look(): Promise<void> {
    this.#running ??= this.#takeDue().finally(() => {
      this.#running = undefined;
      if (!this.#over && !this.#stopped) this.#alarm.set(Math.min(this.#due ?? Number.POSITIVE_INFINITY, this.#clock.now() + LOOK_MS));
    });
    return this.#running;
  }

  /** Another speed, if control is still the simulation's. Gives false if a person holds control. */
  async setSpeed(speed: number): Promise<boolean> {
    if ((await this.#isTaken('control')) || this.#live.status === 'ended') return false;
    this.#speed = speed;
    const answer = await this.#act('control', { type: 'SetRate', rate: speed });
    return answer.ok;
  }

  stop(): void {
    this.#stopped = true;
    this.#alarm.set(undefined);
  }

  async #takeDue(): Promise<void> {
    try {
      await this.#getUp();
      while (!this.#stopped) {
        if (this.#driver.coming === undefined || this.#live.status === 'ended') {
          this.#over = true;
          return;
        }
        this.#due = await this.#live.read((world) => this.#dueAt(world));
        if ((this.#due ?? Number.POSITIVE_INFINITY) > this.#clock.now()) return;
        if (!(await this.#takeNext())) return;
      }
    } catch (why) {
      // The exercise takes no more commands: it was stopped, or its store is gone.
      if (!(why instanceof Unavailable)) throw why;
      this.#over = true;
    }
  }

  /** When the next step is due, wall ms; undefined while a person keeps the clock standing. */
  #dueAt(world: World): number | undefined {
    const at = this.#driver.coming?.at;
    if (at === undefined) return this.#clock.now();
    if (clockStatus(world) === 'running') {
      this.#rest = undefined;
      return wallOf(world, at);
    }
    return this.#rest && this.#rest.wall + Math.max(0, at - this.#rest.at) / this.#speed;
  }

  /** Takes or skips the next step. False: it has to wait for something that is just happening. */
  async #takeNext(): Promise<boolean> {
    const seat = this.#driver.coming?.seat as Address;
    if (await this.#isTaken(seat)) return this.#skip();
    // What fell due until now may be what the step names.
    await this.#live.catchUp();
    const turn = await this.#live.read((world) => this.#turn(world));
    if (turn === undefined) {
      if (this.#waited) return this.#skip();
      this.#waited = true;
      return false;
    }
    this.#waited = false;
    if (turn.command.type === 'StartClock' && turn.step === undefined) await this.#act('control', { type: 'SetRate', rate: this.#speed });
    const answer = await this.#submit(turn.seat, turn.commandId, turn.command);
    if (answer.ok && turn.command.type === 'TakeSeat' && answer.events[0] !== undefined) this.#own.set(turn.seat, answer.events[0]);
    if (answer.ok && turn.command.type === 'PauseClock') this.#rest = { wall: this.#clock.now(), at: turn.step?.at ?? 0 };
    this.#told(answer);
    return true;
  }

  /** The next turn; undefined if what it names is not there. */
  #turn(world: World): PlayTurn | undefined {
    try {
      return this.#driver.next(world);
    } catch (why) {
      if (why instanceof PlayError) return undefined;
      throw why;
    }
  }

  /** A refusal is no fault here: people have changed what the play rests on. */
  #told(answer: Answer): void {
    try {
      this.#driver.answered(answer);
    } catch (why) {
      if (!(why instanceof PlayError)) throw why;
      this.#skipped++;
    }
  }

  #skip(): true {
    this.#waited = false;
    this.#skipped++;
    this.#driver.skip();
    return true;
  }

  async #isTaken(seat: Address): Promise<boolean> {
    const own = this.#own.get(seat);
    const others = await this.#live.read((world) => peopleAt(world.seats, seat).some((person) => person.id !== own));
    if (own !== undefined && others) this.#taken.add(seat);
    return this.#taken.has(seat);
  }

  /** Where a person has sat down, the simulated one gets up. */
  async #getUp(): Promise<void> {
    for (const [seat, person] of this.#own) {
      const sits = await this.#live.read((world) => peopleAt(world.seats, seat).some((p) => p.id === person));
      if (!sits || !(await this.#isTaken(seat))) continue;
      await this.#act(seat, { type: 'LeaveSeat' });
    }
  }

  #act(seat: Address, command: Command): Promise<Answer> {
    return this.#submit(seat, `simulation-${++this.#acts}`, command);
  }

  #submit(seat: Address, commandId: string, command: Command): Promise<Answer> {
    const hand = () => ({ person: this.#own.get(seat) });
    return this.#live.submit({ seat, session: `simulation ${seat}`, hand, commandId, command });
  }
}
