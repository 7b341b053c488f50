import { Worker } from 'node:worker_threads';
import type { Recorded } from '@entente/engine';
import type { Report } from '../report/report.ts';
import type { Loads } from '../run/columns.ts';
import type { Asked } from '../run/plan.ts';
import type { Times } from '../seats/reactions.ts';
import { broke, cancelled, died, LIMITS } from './no-rehearsal.ts';
import { PROGRAM, type Runs } from './pool.ts';

/** The whole record of one run, made in a thread of its own; its secret is `secretOfRun`. @throws NoRehearsal */
export async function recordOfRun(asked: Asked, run: number, signal?: AbortSignal): Promise<Recorded[]> {
  const { records } = await aside(asked, { whole: run }, run, signal);
  return records as Recorded[];
}

/** The report of runs that were played, made in a thread of its own: with many runs it takes seconds. @throws NoRehearsal */
export async function reportAside({ asked, values, loads, faults, refused }: Runs, signal?: AbortSignal): Promise<Report> {
  const report: ToReport = { values, loads: { counts: loads.counts, first: loads.first }, faults, refused };
  return (await aside(asked, { report }, 0, signal)).report as Report;
}

/** The table of runs that were played, row by row, made in a thread of its own. @throws NoRehearsal */
export async function csvAside(asked: Asked, values: Float64Array, signal?: AbortSignal): Promise<string[]> {
  return (await aside(asked, { table: values }, 0, signal)).rows as string[];
}

/** When what came about in the recordings by which seats behave, by play: a thread of its own plays them. @throws NoRehearsal */
export async function timesAside(asked: Omit<Asked, 'runs' | 'seed'>, signal?: AbortSignal): Promise<ReadonlyMap<string, Times>> {
  return (await aside({ ...asked, runs: 1, seed: 1 }, { times: true }, 0, signal)).times as ReadonlyMap<string, Times>;
}

/** What a report is made of, beside the plan. */
export interface ToReport extends Pick<Runs, 'values' | 'faults' | 'refused'> {
  readonly loads: Pick<Loads, 'counts' | 'first'>;
}
/** One piece of work for a thread of its own. */
export type Piece =
  | { readonly whole: number }
  | { readonly report: ToReport }
  | { readonly table: Float64Array }
  | { readonly times: true };
export interface PieceDone {
  readonly records?: Recorded[];
  readonly report?: Report;
  readonly rows?: string[];
  readonly times?: ReadonlyMap<string, Times>;
  readonly broke?: { readonly run: number; readonly message: string };
}

async function aside(asked: Asked, piece: Piece, run: number, signal: AbortSignal | undefined): Promise<PieceDone> {
  if (signal?.aborted) throw cancelled();
  const workerData = { asked, at: new SharedArrayBuffer(4), place: 0, one: 'times' in piece };
  const thread = new Worker(PROGRAM, { workerData, resourceLimits: LIMITS });
  try {
    return await new Promise<PieceDone>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(cancelled()), { once: true });
      thread.on('message', (done: PieceDone) => (done.broke ? reject(broke(asked.seed, run, done.broke.message)) : resolve(done)));
      const fell = (why: unknown) => reject(died(asked.seed, run || undefined, why));
      thread.on('error', fell);
      thread.on('exit', fell);
      thread.postMessage(piece);
    });
  } finally {
    await thread.terminate();
  }
}
