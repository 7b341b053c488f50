import { parentPort, workerData } from 'node:worker_threads';

/** A worker that dies in its seventh run, as one does that runs out of memory. */
const { at, place } = workerData as { at: SharedArrayBuffer; place: number };
parentPort?.on('message', () => {
  new Int32Array(at)[place] = 7;
  process.exit(9);
});
