import type { Store } from '../store/store.ts';

type Act = keyof Store;
interface Held {
  readonly act: Act;
  /** Lets it happen. */
  go(): void;
  /** Lets it fail instead, as if nothing had happened. */
  fail(why: Error): void;
}

/** A store whose answers are let through by hand: between asking and answering, anything may happen. */
export class Gate {
  readonly store: Store;
  readonly #held: Held[] = [];
  readonly #closed = new Set<Act>();

  constructor(inner: Store) {
    const gated = Object.entries(inner).map(([act, work]) => [
      act,
      (...asked: unknown[]) => this.#pass(act as Act, () => (work as (...asked: unknown[]) => Promise<unknown>)(...asked)),
    ]);
    this.store = Object.fromEntries(gated) as Store;
  }

  /** From now on these acts wait. */
  close(...acts: Act[]): void {
    for (const act of acts) this.#closed.add(act);
  }

  /** Nothing waits any more. */
  open(): void {
    this.#closed.clear();
    for (const { go } of this.#held.splice(0)) go();
  }

  /** The act that waits, or the next that comes to the gate. */
  async next(act: Act): Promise<Held> {
    for (let turns = 0; turns < 1_000; turns++) {
      const at = this.#held.findIndex((held) => held.act === act);
      if (at >= 0) return this.#held.splice(at, 1)[0] as Held;
      await new Promise((done) => setImmediate(done));
    }
    throw new Error(`nobody asked the store for ${act}`);
  }

  /** True if such an act waits. */
  holds(act: Act): boolean {
    return this.#held.some((held) => held.act === act);
  }

  #pass(act: Act, work: () => Promise<unknown>): Promise<unknown> {
    if (!this.#closed.has(act)) return work();
    return new Promise((resolve, reject) => {
      this.#held.push({ act, go: () => void work().then(resolve, reject), fail: reject });
    });
  }
}
