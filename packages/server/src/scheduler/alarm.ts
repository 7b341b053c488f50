import type { WallClock } from '../clock.ts';

/** The longest that a timer can wait. */
const LONGEST_MS = 2 ** 31 - 1;

/** The one timer of a running exercise: rings at the wall time that was set last. */
export class Alarm {
  readonly #clock: WallClock;
  readonly #ring: () => void;
  #timer: unknown;
  #at: number | undefined;

  constructor(clock: WallClock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  /** Sets the wall time in ms, or none. */
  set(at: number | undefined): void {
    if (at === this.#at) return;
    if (this.#at !== undefined) this.#clock.clearTimer(this.#timer);
    this.#at = at;
    if (at !== undefined) this.#arm(at);
  }

  #arm(at: number): void {
    const wait = Math.max(1, at - this.#clock.now());
    this.#timer = this.#clock.setTimer(Math.min(wait, LONGEST_MS), () => {
      if (wait > LONGEST_MS) return this.#arm(at);
      this.#at = undefined;
      this.#ring();
    });
  }
}
