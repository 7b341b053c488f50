import type { Address, Ms } from '@entente/engine';
import { BINS, HALF, type Loads } from './columns.ts';

/** What waits for each seat, as high as it stood in each bin. */
export class LoadCount {
  readonly #loads: Loads;
  readonly #run: number;
  readonly #width: number;
  readonly #index: ReadonlyMap<Address, number>;
  readonly #count: Uint16Array;
  readonly #bin: Uint16Array;
  readonly #peak: Uint16Array;
  /** By seat and bin: 1 where something waited. */
  readonly #busy: Uint8Array;

  constructor(seats: readonly Address[], duration: Ms, loads: Loads, run: number) {
    this.#loads = loads;
    this.#run = run;
    this.#width = duration / BINS;
    this.#index = new Map(seats.map((s, i) => [s, i]));
    this.#count = new Uint16Array(seats.length);
    this.#bin = new Uint16Array(seats.length);
    this.#peak = new Uint16Array(seats.length);
    this.#busy = new Uint8Array(seats.length * BINS);
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
      this.#loads.add(i, b, this.#peak[i] as number, this.#run);
      if ((this.#peak[i] as number) > 0) this.#busy[i * BINS + b] = 1;
      this.#peak[i] = this.#count[i] as number;
    }
    this.#bin[i] = bin;
  }

  end(): void {
    for (let i = 0; i < this.#count.length; i++) this.#to(i, BINS);
  }

  /** Bits of the bins in which nothing waited for any of these seats, the earlier half and the later. */
  quiet(seats: readonly number[]): readonly [number, number] {
    const bits = [0, 0] as [number, number];
    for (let b = 0; b < BINS; b++) if (!seats.some((i) => this.#busy[i * BINS + b] === 1)) bits[b < HALF ? 0 : 1] += 2 ** (b % HALF);
    return bits;
  }
}
