/** What the server needs of time; handed in, so that tests and virtual plays move it themselves. */
export interface WallClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `fn` once, `ms` milliseconds from now at the earliest. */
  setTimer(ms: number, fn: () => void): unknown;
  clearTimer(timer: unknown): void;
}

/** The machine's own clock. Its timers do not keep the process alive: the listening socket does. */
export const systemClock: WallClock = {
  now: () => Date.now(),
  setTimer: (ms, fn) => setTimeout(fn, ms).unref(),
  clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

/** A clock that stands still until `advance` moves it; timers fire in order on the way. */
export class VirtualClock implements WallClock {
  #now: number;
  #order = 0;
  readonly #timers = new Map<number, { due: number; fn: () => void }>();

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  setTimer(ms: number, fn: () => void): number {
    this.#timers.set(++this.#order, { due: this.#now + Math.max(0, ms), fn });
    return this.#order;
  }

  clearTimer(timer: unknown): void {
    this.#timers.delete(timer as number);
  }

  /** Moves time on by `ms`, firing what is due on the way, oldest first. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#earliest(end); next !== undefined; next = this.#earliest(end)) {
      const timer = this.#timers.get(next);
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, timer?.due ?? end);
      timer?.fn();
    }
    this.#now = end;
  }

  #earliest(end: number): number | undefined {
    let best: number | undefined;
    for (const [id, t] of this.#timers) {
      if (t.due <= end && (best === undefined || t.due < (this.#timers.get(best)?.due ?? 0))) best = id;
    }
    return best;
  }
}
