import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Player } from './server.ts';

type Said = Record<string, { [key: string]: unknown }>;
interface Told {
  readonly no: number;
  readonly event: { readonly type: string; readonly [key: string]: unknown };
}

/** A browser's feed over a WebSocket: events and notices as they come. */
export class FeedLine {
  readonly events: Told[] = [];
  readonly notices: Said[] = [];
  /** The messages as they came. */
  readonly texts: string[] = [];
  readonly socket: WebSocket;
  closed: number | undefined;
  #wake: () => void = () => {};

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data) => {
      const text = String(data);
      this.texts.push(text);
      const said = JSON.parse(text) as Told[] | Said;
      if (Array.isArray(said)) this.events.push(...said);
      else this.notices.push(said);
      this.#wake();
    });
    socket.on('close', (code) => {
      this.closed = code;
      this.#wake();
    });
  }

  /** @throws an error that names the status if the upgrade is refused. */
  static async open(player: Player, query = '', headers: Record<string, string> = {}): Promise<FeedLine> {
    const url = `${player.base.replace('http', 'ws')}${player.api(`/feed${query}`)}`;
    const socket = new WebSocket(url, { headers: { cookie: player.cookie, origin: player.base, ...headers } });
    const line = new FeedLine(socket);
    await once(socket, 'open');
    return line;
  }

  /** Waits until what has come fits. */
  async until(fits: (line: FeedLine) => boolean): Promise<this> {
    while (!fits(this)) {
      if (this.closed !== undefined) throw new Error(`the line closed with ${this.closed}; it held ${this.texts.at(-1)}`);
      await new Promise<void>((wake) => (this.#wake = wake));
    }
    return this;
  }

  beaten = (): Promise<this> => this.until((l) => l.notices.some((n) => 'beat' in n));

  async end(): Promise<number> {
    while (this.closed === undefined) await new Promise<void>((wake) => (this.#wake = wake));
    return this.closed;
  }

  close(): void {
    this.socket.terminate();
  }
}
