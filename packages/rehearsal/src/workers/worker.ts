import { parentPort, workerData } from 'node:worker_threads';
import type { Recorded } from '@entente/engine';
import { csvOf } from '../report/csv.ts';
import { reportOf } from '../report/report.ts';
import { Loads } from '../run/columns.ts';
import { type Asked, planOf } from '../run/plan.ts';
import { playRun } from '../run/run.ts';
import { recordedTimes, type Times } from '../seats/reactions.ts';
import type { TimesOf } from '../seats/rules.ts';
import type { Piece, PieceDone } from './aside.ts';
import { playRange, RunBroke } from './range.ts';

interface Given {
  readonly asked: Asked;
  readonly at: SharedArrayBuffer;
  readonly place: number;
  /** Of the first combination of options alone. */
  readonly one?: boolean;
  /** Whoever began it wants to hear how far its plan is. */
  readonly tells?: boolean;
}
/** Plays ranges of runs beside whoever asks: see `pool.ts`. */
const { asked, at, place, one, tells } = workerData as Given;
const running = new Int32Array(at);
const times = new Map<string, Times>();
/** Those of the first combination of options alone are asked for by who sits in a live exercise. */
const noted: TimesOf = (scenario, play) => {
  const made = recordedTimes(scenario, play, asked.files);
  times.set(play.play, made);
  return made;
};
const prepared = () => tells && parentPort?.postMessage({ prepared: true });
prepared();
const plan = planOf(asked, { made: prepared, ...(one ? { times: noted } : {}) });
const loads = new Loads(plan.seats);

parentPort?.on('message', (message: { from: number; to: number } | Piece | 'end') => {
  if (message === 'end') {
    parentPort?.postMessage({ loads: { counts: loads.counts, first: loads.first } });
    parentPort?.close();
    return;
  }
  try {
    if ('whole' in message) {
      const records: Recorded[] = [];
      playRun(plan, message.whole, undefined, { whole: true, watch: { made: (events) => void records.push(...events) } });
      parentPort?.postMessage({ records } satisfies PieceDone);
      return;
    }
    if ('times' in message) {
      parentPort?.postMessage({ times } satisfies PieceDone);
      return;
    }
    if ('table' in message) {
      parentPort?.postMessage({ rows: [...csvOf({ plan, values: message.table })] } satisfies PieceDone);
      return;
    }
    if ('report' in message) {
      const { loads: counted, ...rest } = message.report;
      loads.merge(counted);
      parentPort?.postMessage({ report: reportOf({ asked, plan, loads, ...rest }) } satisfies PieceDone);
      return;
    }
    const done = playRange(plan, message.from, message.to, loads, (run) => {
      running[place] = run;
    });
    parentPort?.postMessage({ done }, [done.values.buffer as ArrayBuffer]);
  } catch (why) {
    parentPort?.postMessage({ broke: { run: why instanceof RunBroke ? why.run : 0, message: String((why as Error).message ?? why) } });
  }
});
