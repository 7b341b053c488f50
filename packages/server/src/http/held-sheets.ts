import type { ReadSheet } from '../aside/aside.ts';
import { opaque, type Randomness } from '../randomness.ts';
import { unknown } from './problems.ts';

/** A planner's sheet while somebody chooses how it is read, and how it was read last. */
export interface HeldSheet {
  readonly name: string;
  readonly bytes: Uint8Array;
  last?: { readonly map: string; readonly read: ReadSheet };
}
/** So many bytes, and so many sheets, are held at once; the one that was asked for longest ago gives way. */
const MOST_BYTES = 80 * 1024 * 1024;
const MOST_SHEETS = 12;

/** Sheets that were sent and are not yet imported. They are in memory only: a browser that finds its own gone sends it again. */
export class HeldSheets {
  readonly #randomness: Randomness;
  readonly #held = new Map<string, HeldSheet>();

  constructor(randomness: Randomness) {
    this.#randomness = randomness;
  }

  hold(name: string, bytes: Uint8Array): string {
    const id = opaque(this.#randomness, 128);
    this.#held.set(id, { name, bytes });
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= MOST_SHEETS && this.#bytes() <= MOST_BYTES) break;
      if (oldest !== id) this.#held.delete(oldest);
    }
    return id;
  }

  /** @throws Problem 404 */
  get(id: string): HeldSheet {
    const found = this.#held.get(id);
    if (!found) throw unknown();
    this.#held.delete(id);
    this.#held.set(id, found);
    return found;
  }

  forget(id: string): void {
    this.#held.delete(id);
  }

  #bytes(): number {
    return [...this.#held.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  }
}
