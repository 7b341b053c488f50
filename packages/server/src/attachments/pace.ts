import type { WallClock } from '../clock.ts';

/** How fast each may send: so much at once, and from then on so much a second. What arrived counts, kept or not. */
export class Pace {
  readonly #clock: WallClock;
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #spent = new Map<string, { bytes: number; at: number }>();

  constructor(clock: WallClock, burst: number, perSecond: number) {
    this.#clock = clock;
    this.#burst = burst;
    this.#perSecond = perSecond;
  }

  /** Whole seconds until so many more bytes may come; 0: now. */
  wait(who: string, bytes: number): number {
    return Math.max(0, Math.ceil((this.#of(who) + bytes - this.#burst) / this.#perSecond));
  }

  spend(who: string, bytes: number): void {
    this.#spent.set(who, { bytes: this.#of(who) + bytes, at: this.#clock.now() });
  }

  /** Forgets those who may send everything at once again. */
  tidy(): void {
    for (const who of this.#spent.keys()) if (this.#of(who) === 0) this.#spent.delete(who);
  }

  /** What is not yet worked off. A clock that was set back works nothing off. */
  #of(who: string): number {
    const last = this.#spent.get(who);
    if (!last) return 0;
    return Math.max(0, last.bytes - (Math.max(0, this.#clock.now() - last.at) / 1_000) * this.#perSecond);
  }
}
