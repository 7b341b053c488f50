import { parentPort, workerData } from 'node:worker_threads';
import { Loads } from '../run/columns.ts';
import { type Asked, planOf } from '../run/plan.ts';
import { playRange, RunBroke } from './range.ts';

/** Plays ranges of runs beside whoever asks: see `pool.ts`. */
const { asked, at, place } = workerData as { asked: Asked; at: SharedArrayBuffer; place: number };
const running = new Int32Array(at);
const plan = planOf(asked);
const loads = new Loads(plan.seats);

parentPort?.on('message', (message: { from: number; to: number } | 'end') => {
  if (message === 'end') {
    parentPort?.postMessage({ loads: loads.counts });
    parentPort?.close();
    return;
  }
  try {
    const done = playRange(plan, message.from, message.to, loads, (run) => {
      running[place] = run;
    });
    parentPort?.postMessage({ done }, [done.values.buffer as ArrayBuffer]);
  } catch (why) {
    parentPort?.postMessage({ broke: { run: why instanceof RunBroke ? why.run : 0, message: String((why as Error).message ?? why) } });
  }
});
