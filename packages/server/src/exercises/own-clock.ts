import { GRAIN_MS, grained } from '@entente/engine';
import type { FastifyBaseLogger } from 'fastify';
import type { WallClock } from '../clock.ts';
import { DiskFault, type Store } from '../store/store.ts';

/** How long lead control is told that the machine's clock was set. */
const TOLD_MS = 600_000;

/**
 * The wall clock of one exercise: the server's. If that lies before what the record knows (the machine's clock was set
 * back while the server was down), it goes on from there instead, rounded up so that it tells nothing of the record.
 */
export class OwnClock implements WallClock {
  readonly #clock: WallClock;
  readonly #ahead: number;
  #set: { readonly by: number; readonly wall: number } | undefined;

  /** `known`: the latest wall time that the record, or the note beside it, holds. */
  constructor(clock: WallClock, known: number) {
    this.#clock = clock;
    this.#ahead = known > clock.now() ? Math.ceil(known / GRAIN_MS) * GRAIN_MS - clock.now() : 0;
  }

  now(): number {
    return this.#clock.now() + this.#ahead;
  }
  setTimer(ms: number, fn: () => void): unknown {
    return this.#clock.setTimer(ms, fn);
  }
  clearTimer(timer: unknown): void {
    this.#clock.clearTimer(timer);
  }

  /** Keeps in mind that the machine's clock was set by so many ms. */
  machineSet(by: number): void {
    this.#set = { by, wall: this.now() };
  }

  /** By how much the machine's clock was set of late; undefined if it was not. */
  get set(): number | undefined {
    return this.#set && this.now() - this.#set.wall < TOLD_MS ? this.#set.by : undefined;
  }
}

/**
 * What the disk knows of a running exercise beside its record: the ten seconds of scenario time in which it is. They are
 * noted before anything of them is told; so, whenever the power fails, the exercise comes back at their end, whatever
 * happened in them.
 */
export class Noted {
  readonly #exercise: string;
  readonly #log: Pick<FastifyBaseLogger, 'warn'>;
  #until: number | undefined;
  #running = false;

  constructor(exercise: string, log: Pick<FastifyBaseLogger, 'warn'>) {
    this.#exercise = exercise;
    this.#log = log;
  }

  /** Scenario time up to which a running exercise may be told of, ms; infinite if it does not run. */
  get until(): number {
    return this.#running ? (this.#until ?? 0) : Number.POSITIVE_INFINITY;
  }

  /** It does not run any more: its time is on the record. */
  rest(): void {
    this.#running = false;
  }

  /** `now`: scenario time of a running exercise at `wall`, ms. */
  async note(store: Store, now: number, wall: number): Promise<void> {
    const until = grained(now);
    try {
      if (until !== this.#until) await store.beat([this.#exercise], wall);
      this.#until = until;
      this.#running = true;
    } catch (why) {
      if (!(why instanceof DiskFault)) throw why;
      // The next commit finds out the same and stops the exercise.
      this.#log.warn({ err: why }, 'the time of a running exercise could not be kept');
    }
  }
}
