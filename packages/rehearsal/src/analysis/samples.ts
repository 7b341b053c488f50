import { type Difference, differenceOfShares, pairedDifference, type Share, shareOf, wilson } from './shares.ts';

/**
 * Runs of one sample share their chances and differ in their choice alone, so their outcomes are alike: where they all agree, a
 * sample tells no more than one run. Shares over such runs count by sample (Kish 1965: the effective number of runs).
 */
export class Samples {
  readonly #arms: number;

  /** `arms`: so many runs, one after another, are of one sample. */
  constructor(arms: number) {
    this.#arms = arms;
  }

  /** The share of these rows of which this is true, with an interval that knows which of them are alike. */
  share(rows: number, is: (row: number) => boolean, among: (row: number) => boolean = () => true, z?: number): Share {
    const { count, of, effective } = this.told(rows, is, among);
    return of === 0 ? shareOf(0, 0) : { share: count / of, count, of, ...wilson(count / of, effective, z) };
  }

  /** Of how many of these rows this is true, of how many in all, and as many independent ones as tell as much as they do. */
  told(
    rows: number,
    is: (row: number) => boolean,
    among: (row: number) => boolean = () => true,
  ): { readonly count: number; readonly of: number; readonly effective: number } {
    const bySample = this.#count(rows, is, among);
    const [count, of] = bySample.reduce(([c, o], s) => [c + s.count, o + s.of], [0, 0]);
    if (this.#arms === 1 || of === 0) return { count, of, effective: of };
    const p = count / of;
    const apart = bySample.reduce((sum, s) => sum + (s.count - p * s.of) ** 2, 0);
    const effective = apart === 0 ? bySample.filter((s) => s.of > 0).length : Math.min(of, (p * (1 - p) * of * of) / apart);
    return { count, of, effective };
  }

  /** By how much the share among the rows on one side (true) is above that on the other (false); paired where each whole sample has both. */
  difference(rows: number, is: (row: number) => boolean, side: (row: number) => boolean | undefined, z?: number): Difference {
    const these = (row: number): boolean => side(row) === true;
    const others = (row: number): boolean => side(row) === false;
    // The last sample may have been cut short, and lacks a side for no other reason.
    const whole = Math.floor(rows / this.#arms) * this.#arms;
    const [a, b] = [this.#count(whole, is, these), this.#count(whole, is, others)];
    const both = a.length > 0 && a.every((s, i) => s.of > 0 && (b[i] as Counted).of > 0);
    if (!both) return differenceOfShares(this.share(rows, is, these, z), this.share(rows, is, others, z));
    const shares = (list: readonly Counted[]): number[] => list.map((s) => s.count / s.of);
    return pairedDifference(shares(a), shares(b), z);
  }

  #count(rows: number, is: (row: number) => boolean, among: (row: number) => boolean): Counted[] {
    return Array.from({ length: Math.ceil(rows / this.#arms) }, (_, s) => {
      let [count, of] = [0, 0];
      for (let r = s * this.#arms; r < Math.min(rows, (s + 1) * this.#arms); r++) {
        if (!among(r)) continue;
        of++;
        if (is(r)) count++;
      }
      return { count, of };
    });
  }
}

interface Counted {
  readonly count: number;
  readonly of: number;
}
