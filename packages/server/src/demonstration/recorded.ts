import { type Address, type Answer, clockStatus, type Scenario, type World, wallOf } from '@entente/engine';
import { type Play, PlayDriver, PlayError, type PlayTurn } from '@entente/scenario';
import type { WallClock } from '../clock.ts';
import type { LiveExercise } from '../exercises/live.ts';
import { SimulatedPeople } from '../simulated/people.ts';

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
 * The simulated people of a demonstration: they act as a recorded play tells, in wall time. As soon as a person sits down at a
 * seat, the simulated one gets up and acts there no more.
 */
export class RecordedCrew {
  readonly #live: LiveExercise;
  readonly #clock: WallClock;
  readonly #driver: PlayDriver;
  readonly #people: SimulatedPeople;
  readonly #taken = new Set<Address>();
  #speed: number;
  #skipped = 0;
  #over = false;
  /** The play itself has stopped the clock: when, and at which step's time. */
  #rest: { readonly wall: number; readonly at: number } | undefined;
  /** A step that named nothing yet; it is tried once more. */
  #waited = false;

  /** `broke`: told if something breaks it off. */
  constructor(
    live: LiveExercise,
    { scenario, play, speed }: { readonly scenario: Scenario; readonly play: Play; readonly speed: number },
    clock: WallClock,
    broke: (why: unknown) => void,
  ) {
    this.#live = live;
    this.#clock = clock;
    this.#speed = speed;
    this.#driver = new PlayDriver(scenario, play, clock.now());
    const over = (why?: unknown): void => {
      this.#over = true;
      if (why !== undefined) broke(why);
    };
    this.#people = new SimulatedPeople(live, clock, { act: () => this.#act(), over });
  }

  get course(): Course {
    return { done: this.#driver.done, steps: this.#driver.steps, skipped: this.#skipped, over: this.#over };
  }

  /** Sits down as the play tells, and goes on by itself. */
  begin(): Promise<void> {
    return this.#people.look();
  }

  /** Another speed, if control is still simulated. Gives false if a person holds control. */
  async setSpeed(speed: number): Promise<boolean> {
    if ((await this.#isTaken('control')) || this.#live.status === 'ended') return false;
    this.#speed = speed;
    const answer = await this.#people.give('control', { type: 'SetRate', rate: speed });
    return answer.ok;
  }

  stop(): void {
    this.#people.stop();
  }

  /** Takes every step that is due; gives when the next is. */
  async #act(): Promise<number | undefined> {
    for (const seat of this.#people.seated.keys()) await this.#isTaken(seat);
    while (!this.#people.stopped) {
      if (this.#driver.coming === undefined || this.#live.status === 'ended') {
        this.#people.stop();
        return undefined;
      }
      const due = await this.#live.read((world) => this.#dueAt(world));
      if ((due ?? Number.POSITIVE_INFINITY) > this.#clock.now() || !(await this.#takeNext())) return due;
    }
    return undefined;
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
    const { seat: at, command, commandId } = turn;
    if (command.type === 'StartClock' && turn.step === undefined)
      await this.#people.give('control', { type: 'SetRate', rate: this.#speed });
    const answer = await this.#people.give(at, command, commandId);
    if (answer.ok && command.type === 'PauseClock') this.#rest = { wall: this.#clock.now(), at: turn.step?.at ?? 0 };
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

  /** True once a person has sat down where one of them sat; that one gets up. */
  async #isTaken(seat: Address): Promise<boolean> {
    if (this.#people.seated.has(seat) && (await this.#people.makeRoom(seat)) === 'other') this.#taken.add(seat);
    return this.#taken.has(seat);
  }
}
