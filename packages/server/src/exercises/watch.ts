import type { FastifyBaseLogger } from 'fastify';
import type { WallClock } from '../clock.ts';

const EVERY_MS = 1_000;

/** What the watch asks and tells of an exercise. */
export interface Watched {
  readonly running: boolean;
  /** Nothing was served for a while: pauses it, as after an outage. */
  stoodStill(): Promise<void>;
  /** The machine's clock was set by so many ms: tells lead control. */
  machineSet(by: number): void;
}

/**
 * Looks every second what befell the machine. A clock that was set changes nothing but what lead control is told; a
 * machine that slept, or a server that stood still, pauses what ran: nobody could act meanwhile.
 */
export class Watch {
  readonly #clock: WallClock;
  readonly #log: Pick<FastifyBaseLogger, 'warn'>;
  readonly #exercises: () => Iterable<Watched>;
  #timer: unknown;

  constructor(clock: WallClock, log: Pick<FastifyBaseLogger, 'warn'>, exercises: () => Iterable<Watched>) {
    this.#clock = clock;
    this.#log = log;
    this.#exercises = exercises;
  }

  start(): void {
    if (!this.#clock.look) return;
    this.#timer = this.#clock.setTimer(EVERY_MS, () => {
      this.#look();
      this.start();
    });
  }

  stop(): void {
    this.#clock.clearTimer(this.#timer);
  }

  #look(): void {
    const running = [...this.#exercises()].filter((e) => e.running);
    const { set = 0, stood = 0 } = this.#clock.look?.(running.length > 0) ?? {};
    if (stood > 0) {
      this.#log.warn({ ms: stood }, 'the server stood still: its machine slept, or it was stopped; running exercises are paused');
      for (const e of running) void e.stoodStill();
    }
    if (set !== 0) {
      this.#log.warn({ ms: set }, 'the clock of this machine was set; exercises go on by their own time');
      for (const e of running) e.machineSet(set);
    }
  }
}
