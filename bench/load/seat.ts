import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';

/** An event as a seat is told it. */
export interface Told {
  readonly no: number;
  readonly id: string;
  readonly event: { readonly type: string; readonly from?: string; readonly to?: readonly string[] };
}
interface Answer {
  readonly status: number;
  readonly headers: { readonly 'set-cookie'?: string[] | undefined };
  readonly body: string;
}
/** Connections are kept, as browsers keep them. */
const agent = new Agent({ keepAlive: true, maxSockets: 500 });

/** A person at a seat: a browser's cookie, commands over HTTP, the feed over a WebSocket. */
export class Seat {
  readonly address: string;
  readonly told: { no: number; id: string }[] = [];
  readonly #base: string;
  #path = '';
  #cookie = '';
  #feed: WebSocket | undefined;
  closed = false;

  constructor(base: string, address: string) {
    this.#base = base;
    this.address = address;
  }

  /** Opens the join link, takes the seat and listens; `heard` is called for every event. */
  async enter(link: string, heard: (seat: Seat, told: Told) => void): Promise<this> {
    const joined = await this.#post('/api/join', { token: link.split('#')[1] });
    if (joined.status !== 200) throw new Error(`${this.address} could not join: ${joined.status} ${joined.body}`);
    this.#cookie = (joined.headers['set-cookie']?.[0] ?? '').split(';')[0] as string;
    this.#path = (JSON.parse(joined.body) as { path: string }).path;
    await this.give({ type: 'TakeSeat', name: 'Somebody' });
    const url = `${this.#base.replace('http', 'ws')}${this.#path}api/feed?after=0`;
    const feed = new WebSocket(url, { headers: { cookie: this.#cookie, origin: this.#base }, perMessageDeflate: false });
    this.#feed = feed;
    feed.on('close', () => {
      this.closed = true;
    });
    feed.on('message', (data: Buffer) => {
      const said = JSON.parse(data.toString()) as Told[] | object;
      if (!Array.isArray(said)) return;
      for (const event of said as Told[]) {
        this.told.push({ no: event.no, id: event.id });
        heard(this, event);
      }
    });
    await new Promise<void>((open, fail) => {
      feed.once('open', open);
      feed.once('error', fail);
    });
    return this;
  }

  /** Gives a command; the main event's id, or undefined if it was refused. */
  async give(command: object): Promise<string | undefined> {
    const id = randomBytes(12).toString('base64url');
    const { status, body } = await this.#post(`${this.#path}api/commands`, { id, command });
    if (status !== 200) return undefined;
    return (JSON.parse(body) as { events: string[] }).events[0] ?? '';
  }

  async get(path: string): Promise<string> {
    return (await this.#ask('GET', `${this.#path}api${path}`)).body;
  }

  leave(): void {
    this.#feed?.terminate();
  }

  #post(path: string, body: object): Promise<Answer> {
    return this.#ask('POST', path, JSON.stringify(body));
  }

  #ask(method: string, path: string, body?: string): Promise<Answer> {
    const headers = { cookie: this.#cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    return new Promise((done, fail) => {
      const asked = request(this.#base + path, { method, agent, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk) => (text += chunk));
        answer.on('end', () => done({ status: answer.statusCode as number, headers: answer.headers, body: text }));
        answer.on('error', fail);
      });
      asked.on('error', fail);
      asked.end(body);
    });
  }
}
