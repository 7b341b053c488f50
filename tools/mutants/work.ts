import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { corpus } from './corpus.ts';
import type { Mutant } from './operators.ts';
import type { Playing } from './replay.ts';
import { type Fate, tryAll } from './run.ts';

/** Changes and the copy in which they are woven; the numbers of those that one worker tries. */
interface Share {
  readonly copy: string;
  readonly mutants: readonly Mutant[];
  readonly chosen: readonly number[];
}

/** Tries changes side by side, on as many cores as there are, at most two. */
export async function tried(copy: string, mutants: readonly Mutant[]): Promise<Fate[]> {
  const workers = Math.min(2, availableParallelism(), Math.max(1, Math.floor(mutants.length / 20)));
  const shares = Array.from({ length: workers }, (_, w): Share => {
    return { copy, mutants, chosen: mutants.flatMap((_, n) => (n % workers === w ? [n] : [])) };
  });
  return (await Promise.all(shares.map((share) => (workers === 1 ? work(share) : inWorker(share))))).flat();
}

function inWorker(share: Share): Promise<Fate[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(import.meta.filename, { workerData: share });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}

async function work({ copy, mutants, chosen }: Share): Promise<Fate[]> {
  const engine = (await import(join(copy, 'index.ts'))) as Playing;
  return tryAll(engine, await corpus(), mutants, chosen);
}

if (!isMainThread && workerData) work(workerData as Share).then((fates) => parentPort?.postMessage(fates));
