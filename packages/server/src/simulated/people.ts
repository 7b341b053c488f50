import { type Address, type Answer, type Command, type Id, peopleAt } from '@entente/engine';
import type { WallClock } from '../clock.ts';
import type { LiveExercise } from '../exercises/live.ts';
import { Unavailable } from '../exercises/submission.ts';
import { Alarm } from '../scheduler/alarm.ts';

/** People may pause, jump or take a seat at any time: what is due is looked for this often, ms. */
const LOOK_MS = 1_000;

/** What simulated people are for: a practice, an exercise with empty seats, a demonstration. */
export interface Purpose {
  /** Does all that is due. Gives the wall time at which more is, ms; undefined if it knows of none. */
  act(): Promise<number | undefined>;
  /** Told once that they act no more, and why if something broke: it ends them and not the server. */
  over(why?: unknown): void;
}

/**
 * Simulated people in a live exercise: where they sit, when they look, and the one way in which they act, by commands like
 * anybody’s. What they mean to do is said by their purpose.
 */
export class SimulatedPeople {
  readonly live: LiveExercise;
  readonly #clock: WallClock;
  readonly #purpose: Purpose;
  readonly #alarm: Alarm;
  readonly #at = new Map<Address, Id>();
  #acts = 0;
  #looking: Promise<void> | undefined;
  #stopped = false;

  constructor(live: LiveExercise, clock: WallClock, purpose: Purpose) {
    this.live = live;
    this.#clock = clock;
    this.#purpose = purpose;
    this.#alarm = new Alarm(clock, () => void this.look());
  }

  /** Who of them sits where. */
  get seated(): ReadonlyMap<Address, Id> {
    return this.#at;
  }
  /** How many commands they have given. */
  get acts(): number {
    return this.#acts;
  }
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Does what is due, and sets the alarm for the next time. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(): Promise<void> {
    let next: number | undefined;
    try {
      next = await this.#purpose.act();
    } catch (why) {
      // The exercise takes no more commands: it was stopped, or its store is gone.
      this.stop(why instanceof Unavailable ? undefined : why);
    }
    if (!this.#stopped) this.#alarm.set(Math.min(next ?? Number.POSITIVE_INFINITY, this.#clock.now() + LOOK_MS));
  }

  /** They act no more. */
  stop(why?: unknown): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#alarm.set(undefined);
    this.#purpose.over(why);
  }

  /** They act no more, and get up everywhere. */
  async leave(): Promise<void> {
    this.stop();
    await this.#looking;
    await this.getUp();
  }

  async getUp(): Promise<void> {
    for (const seat of this.#at.keys()) await this.give(seat, { type: 'LeaveSeat' }).catch(() => {});
  }

  /** Gives a command for whoever of them sits there. `commandId`: one that a play names. */
  async give(seat: Address, command: Command, commandId?: string): Promise<Answer> {
    const hand = () => ({ person: this.#at.get(seat) });
    const id = commandId ?? `simulated-${this.#clock.now()}-${++this.#acts}`;
    const answer = await this.live.submit({ seat, session: `simulated ${seat}`, hand, commandId: id, command });
    if (answer.ok && command.type === 'TakeSeat' && answer.events[0] !== undefined) this.#at.set(seat, answer.events[0]);
    return answer;
  }

  /**
   * Where a person has sat down, the simulated one gets up. `known`: also one of them that sat there before the server was started
   * anew. Gives who sits there now.
   */
  async makeRoom(
    seat: Address,
    known: (person: { readonly function?: unknown }) => boolean = () => false,
  ): Promise<'own' | 'other' | undefined> {
    const people = await this.live.read((world) => peopleAt(world.seats, seat));
    const own = people.find((p) => p.id === this.#at.get(seat) || known(p));
    const other = people.some((p) => p.id !== own?.id);
    if (own) this.#at.set(seat, own.id);
    else this.#at.delete(seat);
    if (own && other) {
      await this.give(seat, { type: 'LeaveSeat' });
      this.#at.delete(seat);
    }
    return other ? 'other' : own && 'own';
  }
}
