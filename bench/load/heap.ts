import { WebSocket } from 'ws';

/** What a process holds after everything was collected that nothing holds any more, in MiB. */
export interface Held {
  /** On the heap of JavaScript: what grows here is held by something. */
  readonly heap: number;
  /** Buffers and what else JavaScript holds outside its heap. */
  readonly outside: number;
  /** Of the whole process; the collector gives back late what it has freed. */
  readonly resident: number;
}
const MIB = 2 ** 20;

/** Asks a process that was started with `--inspect` what it holds. */
export class Heap {
  readonly #inspector: WebSocket;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  #asked = 0;

  private constructor(inspector: WebSocket) {
    this.#inspector = inspector;
    inspector.on('message', (data: Buffer) => {
      const { id, result } = JSON.parse(data.toString()) as { id?: number; result?: unknown };
      if (id !== undefined) this.#waiting.get(id)?.(result);
    });
  }

  /** `url`: as the process told it on its standard error. */
  static async open(url: string): Promise<Heap> {
    const inspector = new WebSocket(url, { perMessageDeflate: false });
    await new Promise<void>((open, fail) => {
      inspector.once('open', open);
      inspector.once('error', fail);
    });
    return new Heap(inspector);
  }

  /** Collects, then looks. Not while a latency is measured: a collection stops the process. */
  async held(): Promise<Held> {
    // What finalizers let go of is collected the second time.
    for (let i = 0; i < 2; i++) await this.#ask('HeapProfiler.collectGarbage');
    const { result } = await this.#ask<{ result: { value: NodeJS.MemoryUsage } }>('Runtime.evaluate', {
      expression: 'process.memoryUsage()',
      returnByValue: true,
    });
    const { heapUsed, external, rss } = result.value;
    return { heap: heapUsed / MIB, outside: external / MIB, resident: rss / MIB };
  }

  close(): void {
    this.#inspector.terminate();
  }

  #ask<T>(method: string, params: object = {}): Promise<T> {
    const id = ++this.#asked;
    this.#inspector.send(JSON.stringify({ id, method, params }));
    return new Promise((done) => this.#waiting.set(id, done as (result: unknown) => void));
  }
}
