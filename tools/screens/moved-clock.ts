import { setImmediate } from 'node:timers/promises';
import type { WallClock } from '@entente/server';

interface Timer {
  readonly due: number;
  readonly fn: () => void;
  handle: NodeJS.Timeout;
}

/** A clock that runs like the machine's until it is moved ahead or told to stand; timers come due with it. */
export class MovedClock implements WallClock {
  #shift = 0;
  #stands: number | undefined;
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#stands ?? Date.now() + this.#shift;
  }

  /** Never back: what happened stays before what is to come. */
  async moveTo(wall: number): Promise<void> {
    for (;;) {
      const next = [...this.#timers].filter((t) => t.due <= wall).sort((a, b) => a.due - b.due)[0];
      this.#ahead(next?.due ?? wall);
      if (!next) break;
      this.clearTimer(next);
      next.fn();
      // The server works off what a timer asked for after this turn of the event loop.
      await setImmediate();
      await setImmediate();
    }
    for (const timer of this.#timers) this.#arm(timer);
  }

  /** From here on it is always now: pictures taken minutes apart show one moment. */
  stand(): void {
    this.#stands = this.now();
  }

  setTimer(ms: number, fn: () => void): unknown {
    const timer: Timer = { due: this.now() + ms, fn, handle: setTimeout(() => {}, 0) };
    this.#timers.add(timer);
    this.#arm(timer);
    return timer;
  }

  clearTimer(timer: unknown): void {
    // As with the real clock, to clear what was never set is nothing.
    if (timer === undefined) return;
    clearTimeout((timer as Timer).handle);
    this.#timers.delete(timer as Timer);
  }

  #ahead(wall: number): void {
    this.#shift = Math.max(this.#shift, wall - Date.now());
  }

  #arm(timer: Timer): void {
    clearTimeout(timer.handle);
    const fire = (): void => {
      this.#timers.delete(timer);
      timer.fn();
    };
    timer.handle = setTimeout(fire, Math.max(0, timer.due - this.now())).unref();
  }
}
