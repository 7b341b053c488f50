import type { Ms } from './fact.ts';

interface Entry<T> {
  readonly at: Ms;
  readonly order: number;
  readonly item: T;
}

/** What comes next in scenario time; things of one instant come in the order in which they were put in. */
export class Heap<T> {
  readonly #entries: Entry<T>[];
  #order: number;

  constructor(from?: Heap<T>) {
    this.#entries = from ? from.#entries.slice() : [];
    this.#order = from ? from.#order : 0;
  }

  /** Another that holds the same and goes its own way. */
  copy(): Heap<T> {
    return new Heap(this);
  }

  push(at: Ms, item: T): void {
    const entries = this.#entries;
    entries.push({ at, order: this.#order++, item });
    for (let i = entries.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!before(entries[i] as Entry<T>, entries[parent] as Entry<T>)) break;
      swap(entries, i, parent);
      i = parent;
    }
  }

  peek(): Entry<T> | undefined {
    return this.#entries[0];
  }

  pop(): Entry<T> | undefined {
    const entries = this.#entries;
    const first = entries[0];
    const last = entries.pop();
    if (!first || !last || entries.length === 0) return first;
    entries[0] = last;
    for (let i = 0; ; ) {
      const left = 2 * i + 1;
      if (left >= entries.length) return first;
      const right = left + 1;
      const least = right < entries.length && before(entries[right] as Entry<T>, entries[left] as Entry<T>) ? right : left;
      if (!before(entries[least] as Entry<T>, entries[i] as Entry<T>)) return first;
      swap(entries, i, least);
      i = least;
    }
  }
}

const before = <T>(a: Entry<T>, b: Entry<T>): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
function swap<T>(entries: Entry<T>[], i: number, j: number): void {
  const e = entries[i] as Entry<T>;
  entries[i] = entries[j] as Entry<T>;
  entries[j] = e;
}
