import type { Address, Ms } from '@entente/engine';
import { BINS, type Loads } from './columns.ts';

/** What waits for each seat, as high as it stood in each bin. */
export class LoadCount {
  readonly #loads: Loads;
  readonly #width: number;
  readonly #index: ReadonlyMap<Address, number>;
  readonly #count: Uint16Array;
  readonly #bin: Uint16Array;
  readonly #peak: Uint16Array;

  constructor(seats: readonly Address[], duration: Ms, loads: Loads) {
    this.#loads = loads;
    this.#width = duration / BINS;
    this.#index = new Map(seats.map((s, i) => [s, i]));
    this.#count = new Uint16Array(seats.length);
    this.#bin = new Uint16Array(seats.length);
    this.#peak = new Uint16Array(seats.length);
  }

  changed(seat: Address, count: number, at: Ms): void {
    const i = this.#index.get(seat);
    if (i === undefined) return;
    this.#to(i, Math.min(BINS - 1, Math.floor(at / this.#width)));
    this.#count[i] = count;
    if (count > (this.#peak[i] as number)) this.#peak[i] = count;
  }

  #to(i: number, bin: number): void {
    for (let b = this.#bin[i] as number; b < bin; b++) {
      this.#loads.add(i, b, this.#peak[i] as number);
      this.#peak[i] = this.#count[i] as number;
    }
    this.#bin[i] = bin;
  }

  end(): void {
    for (let i = 0; i < this.#count.length; i++) this.#to(i, BINS);
  }
}
