import type { FastifyBaseLogger } from 'fastify';
import type { WallClock } from '../clock.ts';
import { DiskFault, type Store } from '../store/store.ts';

/** How much scenario time a killed server can lose where nothing else happened. */
const PULSE_MS = 5_000;

/** What the pulse asks of an exercise. */
export interface Beating {
  readonly id: string;
  readonly running: boolean;
  readonly store: Store;
}

/**
 * Every few seconds notes that the running exercises are alive, so that after a power cut they come back at the time
 * that people last saw and not at that of the last event. One write for all of a store's exercises; none while none runs.
 */
export class Pulse {
  readonly #clock: WallClock;
  readonly #log: Pick<FastifyBaseLogger, 'warn'>;
  readonly #exercises: () => Iterable<Beating>;
  #timer: unknown;

  constructor(clock: WallClock, log: Pick<FastifyBaseLogger, 'warn'>, exercises: () => Iterable<Beating>) {
    this.#clock = clock;
    this.#log = log;
    this.#exercises = exercises;
  }

  start(): void {
    this.#timer = this.#clock.setTimer(PULSE_MS, () => {
      this.#beat();
      this.start();
    });
  }

  stop(): void {
    this.#clock.clearTimer(this.#timer);
  }

  #beat(): void {
    const running = new Map<Store, string[]>();
    for (const { id, running: runs, store } of this.#exercises()) if (runs) running.set(store, [...(running.get(store) ?? []), id]);
    for (const [store, ids] of running) {
      try {
        store.beat(ids, this.#clock.now());
      } catch (why) {
        if (!(why instanceof DiskFault)) throw why;
        // The next commit finds out the same and stops the exercise.
        this.#log.warn({ err: why }, 'the time of running exercises could not be kept');
      }
    }
  }
}
