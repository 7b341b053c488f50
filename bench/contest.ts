/**
 * Two ways of doing the same work, run turn about in one process: on a shared machine only their ratio means anything.
 */
export interface Way {
  readonly name: string;
  /** Does one slice of the work and gives what a unit of it cost, in any unit that both ways share. */
  run(): number | Promise<number>;
}

/** What was measured, over all rounds. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly rounds: number;
}

/** One line of the table. */
export interface Finding {
  readonly what: string;
  readonly anchor: string;
  readonly ratio: Spread;
  readonly target?: Target | undefined;
  /** Absolute costs: for orientation only. */
  readonly note?: string | undefined;
}
export type Target = { readonly atLeast: number } | { readonly atMost: number };

/** Rounds that count, at least. */
const LEAST_ROUNDS = 7;

/**
 * How much cheaper `ours` is than `anchor` (2: half the cost): the median over rounds of anchor cost / our cost.
 * The two take turns in going first, so that a burst of other work on the machine meets both; the first round warms up.
 */
export async function contest(
  anchor: Way,
  ours: Way,
  rounds: number,
): Promise<{ faster: Spread; dearer: Spread; costs: [number, number] }> {
  const of = Math.max(LEAST_ROUNDS, rounds);
  const pairs: [number, number][] = [];
  for (let round = 0; round <= of; round++) {
    const first = round % 2 === 0 ? await anchor.run() : undefined;
    const own = await ours.run();
    const pair: [number, number] = [first ?? (await anchor.run()), own];
    if (round > 0) pairs.push(pair);
  }
  return {
    faster: spread(pairs.map(([a, o]) => a / o)),
    dearer: spread(pairs.map(([a, o]) => o / a)),
    costs: [spread(pairs.map(([a]) => a)).median, spread(pairs.map(([, o]) => o)).median],
  };
}

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;
  return { median: at(0.5), low: at(0), high: at(1), rounds: sorted.length };
}

export function met({ ratio, target }: Finding): boolean | undefined {
  if (target === undefined) return undefined;
  return 'atLeast' in target ? ratio.median >= target.atLeast : ratio.median <= target.atMost;
}

/**
 * CPU seconds that `work` cost the thread that does it, divided by how many units it did. For work that waits for
 * nothing: what else runs on the machine is not counted.
 */
export function cpu(units: number, work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1e6 / units;
}

/** A cost in seconds, in words. */
export function inWords(seconds: number): string {
  if (seconds >= 1) return `${seconds.toFixed(2)} s`;
  if (seconds >= 1e-3) return `${(seconds * 1e3).toFixed(seconds < 1e-2 ? 2 : 0)} ms`;
  return `${(seconds * 1e6).toFixed(seconds < 1e-5 ? 2 : 0)} µs`;
}
