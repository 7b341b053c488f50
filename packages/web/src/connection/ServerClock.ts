import type { ClockReading } from './follow.ts';

/** Readings looked at: a better one than the best of these does not come often. */
const KEPT = 10;
/** A server that says so much less than we count has begun anew, by another clock. */
const ANEW_MS = 10_000;

/**
 * The server's wall time, as well as this browser can know it: its last readings, counted on by a clock that nobody can
 * set. It never goes back, unless the server has begun anew.
 */
export class ServerClock {
  readonly #steady: () => number;
  #offsets: number[] = [];
  #told = 0;

  /** `steady`: ms that never go back. */
  constructor(steady: () => number = () => performance.now()) {
    this.#steady = steady;
  }

  /** `asked`: the reading came as an answer, so it is fresh. */
  read({ wall }: ClockReading, asked: boolean): void {
    const offset = wall - this.#steady();
    if (asked && this.#offsets.length > 0 && offset < Math.max(...this.#offsets) - ANEW_MS) this.forget();
    this.#offsets = [...this.#offsets.slice(1 - KEPT), offset];
  }

  forget(): void {
    this.#offsets = [];
    this.#told = 0;
  }

  /** ms since 1970; before the first reading this browser's own time. */
  wall(): number {
    if (this.#offsets.length === 0) return Date.now();
    // A reading is late by the way it came, never early: the largest of the last ones is the best.
    this.#told = Math.max(this.#told, this.#steady() + Math.max(...this.#offsets));
    return this.#told;
  }
}
