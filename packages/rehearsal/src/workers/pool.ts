import { Worker } from 'node:worker_threads';
import { rosterOf } from '@entente/engine';
import { Loads } from '../run/columns.ts';
import type { RunFault } from '../run/fault.ts';
import { type Asked, armCount, type Plan, planOf } from '../run/plan.ts';
import { actingSeats } from '../seats/rules.ts';
import { broke, cancelled, died, LIMITS, NoRehearsal, tooMany } from './no-rehearsal.ts';
import { addRefusal, playRange, type RangeDone, type Refusals } from './range.ts';

/** What all runs came to, in the order of the runs, however many workers played them. */
export interface Runs {
  readonly asked: Asked;
  /** Made when it is asked for: it plays the recorded plays, which takes a second. */
  readonly plan: Plan;
  readonly values: Float64Array;
  readonly loads: Loads;
  readonly faults: readonly RunFault[];
  readonly refused: readonly Refusals[];
}
export interface RunsOptions {
  /** Threads; 0 plays here. */
  readonly workers: number;
  readonly progress?: (done: number, of: number) => void;
  /** Told before the first run is done: so many steps of making the plan, in all threads. */
  readonly preparing?: (done: number, of: number) => void;
  /** Ends it at once, with nothing. */
  readonly signal?: AbortSignal;
  /** Lets no further runs begin: what is done by then is what came of it. */
  readonly enough?: AbortSignal | undefined;
  /** So many figures of runs are held at most, each of eight bytes. */
  readonly most?: number;
  /** Another program for the threads, for tests. */
  readonly program?: URL;
}

/** From the source, and beside the one file of the portable archive. */
export const PROGRAM = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './rehearsal.mjs', import.meta.url);
/** So many runs in a range: few enough that threads end together and soon, enough that telling costs nothing. */
const MOST_IN_RANGE = 20;
/** Four gigabytes: a million runs of a large scenario. */
const MOST_FIGURES = 2 ** 29;

/** Plays all runs of a rehearsal, or as many as are enough: the first ones, without a gap. @throws NoRehearsal */
export async function playAll(
  asked: Asked,
  { workers, progress, preparing, signal, enough, most = MOST_FIGURES, program = PROGRAM }: RunsOptions,
): Promise<Runs> {
  const gathered = new Gathered(asked, most, progress);
  if (signal?.aborted) throw cancelled();
  if (workers === 0) {
    const steps = new Steps(asked, 1, preparing);
    const plan = planOf(asked, { made: () => steps.one() });
    for (const [from, to] of ranges(asked, 1)) {
      if (signal?.aborted) throw cancelled();
      if (enough?.aborted) break;
      try {
        gathered.take(playRange(plan, from, to, gathered.loads));
      } catch (why) {
        if (why instanceof NoRehearsal) throw why;
        throw broke(asked.seed, (why as { run: number }).run, (why as Error).message);
      }
    }
    return gathered.runs();
  }
  const waiting = ranges(asked, workers);
  const at = new SharedArrayBuffer(4 * workers);
  const steps = new Steps(asked, Math.min(workers, waiting.length), preparing);
  const threads: Worker[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      let open = Math.min(workers, waiting.length);
      const stop = () => reject(cancelled());
      signal?.addEventListener('abort', stop, { once: true });
      for (let place = 0, all = open; place < all; place++) {
        const thread = new Worker(program, { workerData: { asked, at, place, tells: true }, resourceLimits: LIMITS });
        threads.push(thread);
        let ended = false;
        const next = () => {
          const range = enough?.aborted ? undefined : waiting.shift();
          thread.postMessage(range ? { from: range[0], to: range[1] } : 'end');
        };
        const fell = (why: unknown) => {
          if (!ended) reject(died(asked.seed, new Int32Array(at)[place] || undefined, why));
        };
        thread.on('message', (message: Told) => {
          if (message.prepared) {
            if (gathered.isEmpty) steps.one();
          } else if (message.broke) reject(broke(asked.seed, message.broke.run, message.broke.message));
          else if (message.done) {
            // What is thrown here would end the server, and not the rehearsal.
            try {
              gathered.take(message.done);
            } catch (why) {
              reject(why);
              return;
            }
            next();
          } else if (message.loads) {
            ended = true;
            gathered.loads.merge(message.loads);
            if (--open === 0) resolve();
          }
        });
        thread.on('error', fell);
        thread.on('exit', fell);
        next();
      }
    });
  } finally {
    await Promise.all(threads.map((t) => t.terminate()));
  }
  return gathered.runs();
}

/** What a thread tells: a step of its plan is made, a range is done, it has ended, a run broke. */
interface Told {
  readonly prepared?: true;
  readonly done?: RangeDone;
  readonly loads?: Pick<Loads, 'counts' | 'first'>;
  readonly broke?: { readonly run: number; readonly message: string };
}

/** How far the plans are. Each thread begins, which is a step, and makes its own, combination by combination. */
class Steps {
  readonly #of: number;
  readonly #told: RunsOptions['preparing'];
  #done = 0;

  constructor(asked: Asked, threads: number, told: RunsOptions['preparing']) {
    this.#of = threads * (1 + armCount(asked));
    this.#told = told;
    told?.(0, this.#of);
  }

  one(): void {
    this.#told?.(++this.#done, this.#of);
  }
}

/** Runs in order. Those of one sample stay together, so that whatever is done compares the same chances. */
function ranges(asked: Asked, workers: number): [number, number][] {
  const { runs } = asked;
  const few = Math.max(1, Math.min(MOST_IN_RANGE, Math.ceil(runs / (workers * 4))));
  const arms = armCount(asked);
  const size = Math.ceil(few / arms) * arms;
  return Array.from({ length: Math.ceil(runs / size) }, (_, i) => [i * size + 1, Math.min(runs, (i + 1) * size)]);
}

/**
 * Rows go where their run belongs, whoever played it; all else is added up. No plan is made for that: whoever waits here may have
 * exercises to run.
 */
class Gathered {
  readonly loads: Loads;
  readonly #asked: Asked;
  readonly #most: number;
  #values: Float64Array | undefined;
  readonly #faults: RunFault[] = [];
  readonly #refused = new Map<string, Refusals>();
  readonly #progress: RunsOptions['progress'];
  #width = 0;
  #done = 0;

  constructor(asked: Asked, most: number, progress: RunsOptions['progress']) {
    this.#asked = asked;
    this.#most = most;
    this.loads = new Loads(actingSeats(asked.scenario, rosterOf(asked.scenario)));
    this.#progress = progress;
  }

  /** No run is done yet. */
  get isEmpty(): boolean {
    return this.#done === 0;
  }

  /** @throws NoRehearsal if all runs come to more than may be held */
  take({ from, to, values, faults, refused }: RangeDone): void {
    this.#width = values.length / (to - from + 1);
    this.#values ??= this.#room();
    this.#values.set(values, (from - 1) * this.#width);
    this.#faults.push(...faults);
    for (const r of refused) addRefusal(this.#refused, r);
    this.#done += to - from + 1;
    this.#progress?.(this.#done, this.#asked.runs);
  }

  #room(): Float64Array {
    const { runs, seed } = this.#asked;
    const held = Math.floor(this.#most / this.#width);
    if (runs > held) throw tooMany(seed, runs, held);
    try {
      return new Float64Array(runs * this.#width);
    } catch {
      throw tooMany(seed, runs, undefined);
    }
  }

  /** @throws NoRehearsal if there are none */
  runs(): Runs {
    const values = this.#values;
    if (!values) throw cancelled();
    const { runs } = this.#asked;
    const whole = this.#done === runs;
    const asked = whole ? this.#asked : { ...this.#asked, runs: this.#done, of: runs };
    const key = (r: Refusals): string => `${r.seat} ${r.command} ${r.code} ${r.rule}`;
    let plan: Plan | undefined;
    return {
      asked,
      get plan() {
        plan ??= planOf(asked);
        return plan;
      },
      values: whole ? values : values.slice(0, this.#done * this.#width),
      loads: this.loads,
      faults: this.#faults.sort((a, b) => a.run - b.run),
      refused: [...this.#refused.values()].sort((a, b) => b.count - a.count || (key(a) < key(b) ? -1 : 1)),
    };
  }
}
