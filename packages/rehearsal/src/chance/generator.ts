/**
 * Chance from a seed: xoshiro128** 1.1 (Blackman and Vigna 2018), its state filled by splitmix32 from a hash of what the stream is
 * for. A stream is named by what it decides, so that runs with the same seed draw alike for the same thing, whatever else differs:
 * common random numbers.
 */
export class Generator {
  #s0: number;
  #s1: number;
  #s2: number;
  #s3: number;

  private constructor(s0: number, s1: number, s2: number, s3: number) {
    [this.#s0, this.#s1, this.#s2, this.#s3] = [s0, s1, s2, s3];
  }

  /** The stream of this seed for what the words name. */
  static of(seed: number, ...words: readonly (string | number)[]): Generator {
    let hash = mix(seed >>> 0);
    for (const word of words) {
      if (typeof word === 'number') hash = mix(hash ^ (word >>> 0));
      else for (let i = 0; i < word.length; i++) hash = mix(hash ^ word.charCodeAt(i));
      hash = mix(hash ^ 0x9e3779b9);
    }
    const filled = (i: number): number => mix(hash + i * 0x9e3779b9);
    return new Generator(filled(1), filled(2), filled(3), filled(4));
  }

  /** From a whole state, as published sequences begin. */
  static from(state: readonly [number, number, number, number]): Generator {
    return new Generator(...state);
  }

  /** 32 bits. */
  next(): number {
    const s1 = this.#s1;
    const result = Math.imul(rotate(Math.imul(s1, 5), 7), 9) >>> 0;
    const s2 = this.#s2 ^ this.#s0;
    const s3 = this.#s3 ^ s1;
    this.#s1 = s1 ^ s2;
    this.#s0 ^= s3;
    this.#s2 = s2 ^ (s1 << 9);
    this.#s3 = rotate(s3, 11);
    return result;
  }

  /** In [0, 1), with 53 bits. */
  unit(): number {
    const high = this.next() >>> 5;
    return (high * 67_108_864 + (this.next() >>> 6)) / 9_007_199_254_740_992;
  }

  /** A whole number below `bound`, each as likely. */
  below(bound: number): number {
    return Math.floor(this.unit() * bound);
  }

  /** The list in an order in which every order is as likely (Fisher and Yates). */
  shuffled(count: number): Uint32Array {
    const list = Uint32Array.from({ length: count }, (_, i) => i);
    for (let i = count - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const kept = list[i] as number;
      list[i] = list[j] as number;
      list[j] = kept;
    }
    return list;
  }
}

const rotate = (x: number, by: number): number => ((x << by) | (x >>> (32 - by))) >>> 0;

/** The finaliser of splitmix32. */
function mix(x: number): number {
  let z = x >>> 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}
