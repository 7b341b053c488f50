import type { Player } from './server.ts';

export interface Frame {
  readonly event: string;
  readonly id?: string;
  readonly data: string;
}

/** A browser's event stream: frames as they come. */
export class EventStream {
  readonly frames: Frame[] = [];
  readonly response: Response;
  readonly #abort: AbortController;
  readonly #reader: ReadableStreamDefaultReader<string>;
  #rest = '';
  ended = false;

  private constructor(response: Response, abort: AbortController) {
    this.response = response;
    this.#abort = abort;
    this.#reader = (response.body as ReadableStream<Uint8Array>)
      .pipeThrough(new TextDecoderStream() as never)
      .getReader() as ReadableStreamDefaultReader<string>;
  }

  static async open(player: Player, query = '', headers: Record<string, string> = {}): Promise<EventStream> {
    const abort = new AbortController();
    const response = await player.fetch(player.api(`/feed${query}`), {
      headers: { accept: 'text/event-stream', ...headers },
      signal: abort.signal,
    });
    return new EventStream(response, abort);
  }

  /** Reads on until a frame of those read fits; gives it. Throws if the stream ends before. */
  async until(fits: (frame: Frame) => boolean): Promise<Frame> {
    for (let seen = 0; ; ) {
      for (; seen < this.frames.length; seen++) if (fits(this.frames[seen] as Frame)) return this.frames[seen] as Frame;
      if (!(await this.#more())) throw new Error(`the stream ended; it held ${this.frames.map((f) => f.event).join(', ')}`);
    }
  }

  async toEnd(): Promise<void> {
    while (await this.#more());
  }

  close(): void {
    this.#abort.abort();
  }

  /** Events of the record, as they were numbered and written. */
  get events(): Frame[] {
    return this.frames.filter((f) => f.event === 'message');
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#reader.read();
    if (done) {
      this.ended = true;
      return false;
    }
    this.#rest += value;
    const parts = this.#rest.split('\n\n');
    this.#rest = parts.pop() as string;
    for (const part of parts) {
      const field = (name: string) =>
        part
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2);
      const data = field('data');
      const id = field('id');
      if (data !== undefined) this.frames.push({ event: field('event') ?? 'message', data, ...(id === undefined ? {} : { id }) });
    }
    return true;
  }
}
