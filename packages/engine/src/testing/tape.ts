/** Reads decisions off a list of numbers, so that a run is replayed by its numbers and shrinks with them. */
export class Tape {
  readonly #numbers: readonly number[];
  #at = 0;
  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }
  get spent(): boolean {
    return this.#at >= this.#numbers.length;
  }
  /** A number from 0 to n − 1. */
  below(n: number): number {
    const next = this.#numbers[this.#at++ % Math.max(1, this.#numbers.length)] ?? 0;
    return next % n;
  }
  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }
  chance(inTen: number): boolean {
    return this.below(10) < inTen;
  }
}
