import { Worker } from 'node:worker_threads';
import type { ImportResult, Template } from '@entente/documents';
import type { Difference, Edited, MselTable } from '@entente/documents/msel';
import type { Checked } from '@entente/scenario';
import type { ScenarioChanges, ScenarioTaken } from './scenario-msel.ts';

/** Work that takes seconds and rests on nothing but what it is handed. */
export type Task =
  | { readonly kind: 'reading'; readonly sheet: Uint8Array; readonly name: string; readonly map: unknown }
  | { readonly kind: 'template'; readonly value: unknown }
  | { readonly kind: 'workbook'; readonly table: MselTable; readonly preset: unknown; readonly language: 'en' | 'ko' }
  | { readonly kind: 'edited'; readonly book: Uint8Array; readonly name: string }
  | { readonly kind: 'difference'; readonly edited: Edited; readonly lines: MselTable['lines'] }
  | { readonly kind: 'scenario-book'; readonly folder: string; readonly preset: unknown; readonly language: 'en' | 'ko' }
  | { readonly kind: 'scenario-changes'; readonly folder: string; readonly book: Uint8Array; readonly name: string }
  | {
      readonly kind: 'scenario-taken';
      readonly folder: string;
      readonly book: Uint8Array;
      readonly name: string;
      readonly keys: readonly string[];
    }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'document'; readonly type: string; readonly bytes: Uint8Array };
/** A sheet as it is read, with the scenario that it becomes and the id by which that asks to stand on the shelf. */
export type ReadSheet = ImportResult & { readonly id: string };
interface Done {
  reading: ReadSheet;
  template: Template;
  workbook: Uint8Array;
  edited: Edited;
  difference: Difference;
  'scenario-book': Uint8Array;
  'scenario-changes': ScenarioChanges;
  'scenario-taken': ScenarioTaken;
  folder: Checked;
  document: Uint8Array;
}
/** Why a task was not done: in its own words, or `fault`, or it wanted more time or memory than there is. */
export interface Failed {
  readonly code: string;
  readonly message: string;
  readonly details?: unknown;
}
export class NotDone extends Error {
  override readonly name = 'NotDone';
  readonly failed: Failed;
  constructor(failed: Failed) {
    super(failed.message);
    this.failed = failed;
  }
}

export const LONGEST_MS = 120_000;
const IDLE_MS = 30_000;
export const MOST_MB = 1_024;
/** What lies outside the worker’s heap, as unpacked bytes do, is watched from here. */
const MOST_GROWTH = 1_500 * 1024 * 1024;
const WATCH_MS = 50;
/** From the source, and beside the one file of the portable archive. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './aside.mjs', import.meta.url);

type Answer = { readonly done: Done[keyof Done] } | { readonly failed: Failed };

/** Does one task at a time beside the thread that serves people, so that nobody waits for what somebody else asked for. */
export class Aside {
  readonly #waiting = new Map<string, (() => Promise<unknown>)[]>();
  #busy = false;
  #worker: Worker | undefined;
  #answer: ((answer: Answer) => void) | undefined;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  /** Those who ask take turns; what one asks for waits behind what it asked before. @throws NotDone */
  do<K extends keyof Done>(task: Task & { kind: K }, asker = ''): Promise<Done[K]> {
    const done = new Promise((resolve, reject) => {
      const job = () => this.#run(task).then(resolve, reject);
      this.#waiting.set(asker, [...(this.#waiting.get(asker) ?? []), job]);
    });
    void this.#goOn();
    return done as Promise<Done[K]>;
  }

  async #goOn(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let next = this.#next(); next; next = this.#next()) await next();
    this.#busy = false;
  }

  #next(): (() => Promise<unknown>) | undefined {
    const [asker, [job, ...rest] = []] = this.#waiting.entries().next().value ?? [];
    if (asker === undefined) return undefined;
    // To the end of the line.
    this.#waiting.delete(asker);
    if (rest.length > 0) this.#waiting.set(asker, rest);
    return job;
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idle);
    await this.#worker?.terminate();
  }

  async #run(task: Task): Promise<Done[keyof Done]> {
    if (this.#closed) throw new NotDone({ code: 'fault', message: 'the server is stopping' });
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const late = setTimeout(() => void worker.terminate(), LONGEST_MS);
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => process.memoryUsage.rss() - before > MOST_GROWTH && void worker.terminate(), WATCH_MS);
    const answer = await new Promise<Answer>((resolve) => {
      this.#answer = resolve;
      worker.postMessage(task);
    });
    clearTimeout(late);
    clearInterval(watch);
    this.#idle = setTimeout(() => void worker.terminate(), IDLE_MS).unref();
    if ('done' in answer) return answer.done;
    throw new NotDone(answer.failed);
  }

  /** Takes about a second, and some memory while it stands. */
  #start(): Worker {
    const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: MOST_MB } });
    const failed = (message: string) => this.#answer?.({ failed: { code: 'too-much', message } });
    worker.unref();
    worker.on('message', (answer: Answer) => this.#answer?.(answer));
    worker.on('error', (why) => failed(String(why)));
    worker.on('exit', () => {
      this.#worker = undefined;
      failed('the work was ended');
    });
    return worker;
  }
}
