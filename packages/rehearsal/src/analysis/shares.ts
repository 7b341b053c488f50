import { standardNormal } from '../chance/distributions.ts';

const Z95 = standardNormal(0.975);
/** By how many standard deviations so many intervals reach that hold all together with 95 % (Bonferroni): of many, one is off by chance. */
export const together = (intervals: number): number => (intervals <= 1 ? Z95 : standardNormal(1 - 0.025 / intervals));

export interface Interval {
  readonly low: number;
  readonly high: number;
}
export interface Share extends Interval {
  readonly share: number;
  readonly count: number;
  readonly of: number;
}

/** A share with its 95 % interval after Wilson (1927): it holds near 0 and 1 too. */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { share: 0, count, of, low: 0, high: 1 };
  return { share: count / of, count, of, ...wilson(count / of, of) };
}

/** The interval alone, of a share among so many that are independent; they need be no whole number. */
export function wilson(p: number, of: number, z = Z95): Interval {
  const z2 = z * z;
  const middle = (p + z2 / (2 * of)) / (1 + z2 / of);
  const half = (z / (1 + z2 / of)) * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of * of));
  return { low: p === 0 ? 0 : Math.max(0, middle - half), high: p === 1 ? 1 : Math.min(1, middle + half) };
}

/** What never came in so many runs comes, with 95 % confidence, in fewer than this share: the rule of three. */
export function ruleOfThree(runs: number): number {
  return Math.min(1, 3 / runs);
}

export interface Difference extends Interval {
  readonly mean: number;
  /** True where the interval includes zero: neither is better, as far as these runs tell. */
  readonly level: boolean;
}

/**
 * The mean of differences between −1 and 1, of runs that differ in one thing, with its 95 % interval after Bonett and Price (2012): as
 * if one pair more had differed each way, so that few pairs that all agree prove neither that nothing nor that everything differs.
 */
export function pairedDifference(a: readonly number[], b: readonly number[], z = Z95): Difference {
  const n = Math.min(a.length, b.length);
  if (n === 0) return { mean: 0, low: -1, high: 1, level: true };
  let [sum, squares] = [0, 0];
  for (let i = 0; i < n; i++) {
    const d = (a[i] as number) - (b[i] as number);
    sum += d;
    squares += d * d;
  }
  const middle = sum / (n + 2);
  const half = z * Math.sqrt(((squares + 2) / (n + 2) - middle * middle) / (n + 2));
  const [low, high] = [Math.max(-1, middle - half), Math.min(1, middle + half)];
  return { mean: sum / n, low, high, level: low <= 0 && high >= 0 };
}

/** The difference of two shares of independent runs, with its 95 % interval. */
export function differenceOfShares(a: Share, b: Share): Difference {
  const mean = a.share - b.share;
  if (a.of === 0 || b.of === 0) return { mean: 0, low: -1, high: 1, level: true };
  // Newcombe (1998): from the intervals of both.
  const low = mean - Math.hypot(a.share - a.low, b.high - b.share);
  const high = mean + Math.hypot(a.high - a.share, b.share - b.low);
  return { mean, low, high, level: low <= 0 && high >= 0 };
}

/** The value below which a share of the numbers lies; they are sorted. */
export function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return Number.NaN;
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] as number;
}
