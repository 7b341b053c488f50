import type { Address, Ms } from '@entente/engine';
import type { Delay, Rule } from '../seats/rule.ts';
import { quantileOf } from './distributions.ts';
import { Generator } from './generator.ts';

/** The chance of one run: what is uncertain in it, and what every rule draws. */
export class Draws {
  readonly #seed: number;
  readonly #sample: number;
  readonly #values: ReadonlyMap<string, number>;

  constructor(seed: number, sample: number, values: ReadonlyMap<string, number>) {
    this.#seed = seed;
    this.#sample = sample;
    this.#values = values;
  }

  /** How long after, whole ms: the seat’s `nth` time by this rule. An uncertainty is one value for the whole run. */
  delay(after: Delay, { key }: Rule, seat: Address, nth: number): Ms {
    if ('fixed' in after) return after.fixed;
    if ('uncertainty' in after) return whole(this.#values.get(after.uncertainty) ?? 0);
    return whole(quantileOf(after.of, Generator.of(this.#seed, this.#sample, 'delay', seat, key, nth).unit()));
  }

  /** True if the rule does what it says, and not what it says otherwise. */
  happens({ chance, key }: Rule, seat: Address, nth: number): boolean {
    if (chance === undefined) return true;
    const share = typeof chance === 'number' ? chance : (this.#values.get(chance.uncertainty) ?? 0);
    return Generator.of(this.#seed, this.#sample, 'chance', seat, key, nth).unit() < share;
  }
}

const whole = (ms: number): Ms => Math.max(0, Math.round(ms));
