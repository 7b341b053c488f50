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
  share(rows: number, is: (row: number) => boolean, among: (row: number) => boolean = () => true): Share {
    const bySample = this.#count(rows, is, among);
    const [count, of] = bySample.reduce(([c, o], s) => [c + s.count, o + s.of], [0, 0]);
    if (this.#arms === 1 || of === 0) return shareOf(count, of);
    const p = count / of;
    const apart = bySample.reduce((sum, s) => sum + (s.count - p * s.of) ** 2, 0);
    const told = bySample.filter((s) => s.of > 0).length;
    const effective = apart === 0 ? told : Math.min(of, (p * (1 - p) * of * of) / apart);
    return { share: p, count, of, ...wilson(p, effective) };
  }

  /** By how much the share among the rows on one side (true) is above that on the other (false); paired where each sample has both. */
  difference(rows: number, is: (row: number) => boolean, side: (row: number) => boolean | undefined): Difference {
    const these = (row: number): boolean => side(row) === true;
    const others = (row: number): boolean => side(row) === false;
    const [a, b] = [this.#count(rows, is, these), this.#count(rows, is, others)];
    const both = a.length > 0 && a.every((s, i) => s.of > 0 && (b[i] as Counted).of > 0);
    if (!both) return differenceOfShares(this.share(rows, is, these), this.share(rows, is, others));
    const shares = (list: readonly Counted[]): number[] => list.map((s) => s.count / s.of);
    return pairedDifference(shares(a), shares(b));
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
