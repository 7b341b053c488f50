import type { Finding } from '../findings/finding.ts';
import { findingsOf } from '../findings/findings.ts';
import type { Rows } from '../findings/table.ts';
import type { Runs } from '../workers/pool.ts';

export interface Enough {
  /** Shares that fail in odd and in even runs, as the runs go on. */
  readonly course: readonly { readonly runs: number; readonly odd: number; readonly even: number }[];
  readonly apart: number;
  /** From so many runs on no finding changed; absent if they still do. */
  readonly settled: number | undefined;
  readonly yes: boolean;
}

const PARTS = [0.1, 0.25, 0.5, 0.75];

/** Are these enough runs? Odd runs against even ones, and whether findings still changed. */
export function enoughOf(runs: Runs, rows: Rows, fails: Uint8Array | undefined, all: readonly Finding[]): Enough | undefined {
  if (rows.count < 40) return undefined;
  const course: { runs: number; odd: number; even: number }[] = [];
  let apart = 0;
  if (fails) {
    const count = [0, 0, 0, 0];
    let next = Math.ceil(rows.count / 20);
    fails.forEach((f, r) => {
      // Samples, and not runs, are halved: runs of one sample differ in their choice alone.
      const half = Math.floor(r / runs.plan.arms.length) % 2;
      count[half] = (count[half] as number) + 1;
      count[half + 2] = (count[half + 2] as number) + f;
      if (r + 1 === next || r + 1 === rows.count) {
        course.push({
          runs: r + 1,
          odd: (count[2] as number) / Math.max(1, count[0] as number),
          even: (count[3] as number) / Math.max(1, count[1] as number),
        });
        next += Math.ceil(rows.count / 20);
      }
    });
    const last = course.at(-1);
    apart = last ? Math.abs(last.odd - last.even) : 0;
  }
  const named = (list: readonly Finding[]): string =>
    list
      .filter((f) => !['overload', 'idle', 'refused'].includes(f.kind))
      .map((f) => `${f.kind} ${f.about}`)
      .sort()
      .join('\n');
  const whole = named(all);
  let settled: number | undefined = rows.count;
  for (const part of PARTS.toReversed()) {
    const n = Math.floor(rows.count * part);
    if (n < 10 || named(findingsOf(runs, n)) !== whole) break;
    settled = n;
  }
  if (settled === rows.count) settled = undefined;
  return { course, apart, settled, yes: apart <= 0.02 && settled !== undefined };
}
