import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Wanted {
  readonly method: string;
  readonly path: string;
  readonly type?: string;
  /** Without one, the end of the headers is held back instead. */
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that the server has begun to hear: its headers are there, its body is held back. */
export class Parked {
  readonly socket: Socket;
  readonly #rest: string | Buffer;
  #heard = '';
  #ended: Promise<unknown>;

  private constructor(socket: Socket, rest: string | Buffer) {
    this.socket = socket;
    this.#rest = rest;
    socket.on('data', (data) => (this.#heard += data.toString('latin1')));
    socket.on('error', () => {});
    this.#ended = new Promise((ended) => socket.once('close', ended));
  }

  /** The server says `100 Continue` when it has read the headers, and hears the request in the same moment. */
  static async open(
    base: string,
    cookie: string,
    { method, path, type = 'application/json', body, headers = {} }: Wanted,
  ): Promise<Parked> {
    const { hostname, port, host } = new URL(base);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const lines = { host, cookie, origin: base, connection: 'close', ...headers };
    const head = `${method} ${path} HTTP/1.1\r\n${Object.entries(lines)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}`;
    if (body === undefined) {
      socket.write(head);
      return new Parked(socket, '\r\n');
    }
    const parked = new Parked(socket, body);
    socket.write(`${head}content-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nexpect: 100-continue\r\n\r\n`);
    await parked.hears(CONTINUE);
    return parked;
  }

  /** Waits until these words have come. */
  async hears(words: string): Promise<this> {
    while (!this.#heard.includes(words)) await Promise.race([once(this.socket, 'data'), this.#ended]);
    return this;
  }

  /** Sends what was held back. */
  go(): this {
    this.socket.write(this.#rest);
    return this;
  }

  /** Everything that was answered, until the line closed; the time of day, and what is said of the line, is set aside. */
  async answer(): Promise<string> {
    await this.#ended;
    return this.#heard.replace(CONTINUE, '').replace(/^(date|connection): .*\r\n/gim, '');
  }
}
const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';
