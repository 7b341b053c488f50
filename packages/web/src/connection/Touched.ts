import type { Id } from '@entente/engine';

/** So many changes are kept: whoever is further behind looks at everything. */
const KEPT = 2_000;

/** Which things the feed has touched of late, so that who shows many of them need not look at all after each change. */
export class Touched {
  #lines: (readonly Id[])[] = [];
  /** How many events came in all. */
  count = 0;

  add(ids: readonly Id[]): void {
    this.count++;
    this.#lines.push(ids);
    if (this.#lines.length > 2 * KEPT) this.#lines = this.#lines.slice(-KEPT);
  }

  /** What was touched after the first `count` events; undefined if that is too long ago to say. */
  since(count: number): ReadonlySet<Id> | undefined {
    const behind = this.count - count;
    return behind > this.#lines.length || behind < 0 ? undefined : new Set(this.#lines.slice(this.#lines.length - behind).flat());
  }

  forget(): void {
    this.#lines = [];
  }
}
