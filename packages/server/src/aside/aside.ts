import { Worker } from 'node:worker_threads';
import type { ImportOptions, ImportResult } from '@entente/documents';
import type { Checked } from '@entente/scenario';

/** Work that takes seconds and rests on nothing but what it is handed. */
export type Task =
  | { readonly kind: 'import'; readonly sheet: Uint8Array; readonly name: string; readonly options: ImportOptions }
  | { readonly kind: 'folder'; readonly folder: string };
interface Done {
  import: ImportResult & { readonly id: string };
  folder: Checked;
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

const LONGEST_MS = 120_000;
const IDLE_MS = 30_000;
const MOST_MB = 1_024;
/** From the source, and beside the one file of the portable archive. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './aside.mjs', import.meta.url);

type Answer = { readonly done: Done[keyof Done] } | { readonly failed: Failed };

/** Does one task at a time beside the thread that serves people, so that nobody waits for what somebody else asked for. */
export class Aside {
  #last: Promise<unknown> = Promise.resolve();
  #worker: Worker | undefined;
  #answer: ((answer: Answer) => void) | undefined;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  /** @throws NotDone */
  do<K extends keyof Done>(task: Task & { kind: K }): Promise<Done[K]> {
    const done = this.#last.then(() => this.#run(task));
    this.#last = done.catch(() => undefined);
    return done as Promise<Done[K]>;
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
    const answer = await new Promise<Answer>((resolve) => {
      this.#answer = resolve;
      worker.postMessage(task);
    });
    clearTimeout(late);
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
