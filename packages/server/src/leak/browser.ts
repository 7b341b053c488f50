import { createHash } from 'node:crypto';
import type { Recorded } from '@entente/engine';
import { vi } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { type RunningServer, startServer } from '../index.ts';
import { memoryStore } from '../store/memory.ts';
import type { Store } from '../store/store.ts';
import { type Pair, SECRET, stored } from './pair.ts';
import type { Question } from './question.ts';

export const EXERCISE = 'exercise-under-test';
/** In place of a command’s id: the next that was not used yet. */
export const FRESH = 'an-id-not-used';
const OWN_SESSION = 'session of the viewer';
/** What the viewer has uploaded and not yet sent. */
export const OWN_UPLOADS = ['own upload 1', 'own upload 2', 'own upload 3', 'own upload 4'];
const digest = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Requests are counted over ten seconds of the machine’s time, and a fast machine asks more in them than a seat may: to each
 * look at that time it has gone on by what a person takes.
 */
function takingTime(): void {
  let looks = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => Math.floor(performance.timeOrigin + performance.now()) + 50 * ++looks);
}

/** What a question was answered. */
export interface Answered {
  /** Status, headers and body, byte by byte; the `Date` header is set aside. */
  readonly text: string;
  readonly status: number;
  /** The code of a problem. */
  readonly code: string | undefined;
}

/** The viewer’s browser at a server that holds one record. Clock and randomness are handed in. */
export class Browser {
  readonly server: RunningServer;
  readonly #store: Store;
  readonly #viewer: string;
  #cookie = '';
  #entered = 0;
  #commands = 0;

  private constructor(server: RunningServer, store: Store, viewer: string) {
    this.server = server;
    this.#store = store;
    this.#viewer = viewer;
  }

  static async at(pair: Pick<Pair, 'viewer' | 'table'>, record: readonly Recorded[]): Promise<Browser> {
    takingTime();
    const store = memoryStore(() => {});
    await store.create({ id: EXERCISE, scenario: 'small', title: undefined, secret: SECRET, madeAt: 0 }, stored(record));
    const other = pair.viewer === 'seat:a-lead' ? 'seat:b-lead' : 'seat:a-lead';
    await putSession(store, 'session of others', other, undefined, 'the cookie of others');
    // The viewer's session comes first, so that its uploads are not tidied away.
    await putSession(store, OWN_SESSION, pair.viewer, undefined, 'to come');
    for (const content of ['a', 'b', 'c']) await keepUpload(store, `upload ${content}`, content, undefined, true);
    await keepUpload(store, 'upload of others', 'd', 'session of others', false);
    for (const id of OWN_UPLOADS) await keepUpload(store, id, 'e', OWN_SESSION, false);
    await store.door(EXERCISE, pair.viewer, 'the-door');
    await store.door(EXERCISE, 'control', 'the-door-of-control');
    let drawn = 0;
    const randomness = { bytes: (n: number) => new Uint8Array(n).fill(++drawn), secret: () => SECRET };
    const clock = new VirtualClock(pair.table.wall);
    const server = await startServer({ dataDir: ':memory:', store, logLevel: 'silent', clock, randomness });
    await server.open(EXERCISE);
    const browser = new Browser(server, store, pair.viewer);
    await browser.#enter();
    return browser;
  }

  get cookie(): string {
    return `entente_seat=${this.#cookie}`;
  }

  /** Asks, sits down first or comes in anew where an earlier question ended that, and keeps the cookies it is given. */
  async ask(question: Question, cookie = true): Promise<Answered> {
    for (let tries = 0; ; tries++) {
      const answered = await this.#send(question, cookie);
      const out = answered.code === 'session' || answered.code === 'take-your-seat';
      if (!out || tries === 2 || !cookie || !question.url.startsWith('/s/the-door/')) return answered;
      if (answered.code === 'session') await this.#enter();
      else await this.#sit();
    }
  }

  async #send({ method, url, body, file }: Question, cookie: boolean): Promise<Answered> {
    const own = body as { id?: string; command?: object } | undefined;
    const payload = own?.command && own.id === FRESH ? { ...own, id: `command-${++this.#commands}` } : file ? Buffer.from(file) : body;
    const response = await this.server.app.inject({
      method: method as 'GET',
      url,
      // From the exercise's network: what only the server's own machine is told is refused like everything else.
      remoteAddress: '10.0.0.7',
      headers: {
        host: new URL(this.server.url).host,
        origin: this.server.url,
        ...(cookie ? { cookie: this.cookie } : {}),
        ...(file ? { 'content-type': 'application/octet-stream' } : {}),
      },
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
    if (response.statusCode === 429) throw new Error(`${method} ${url} was asked too often to be answered`);
    const given = response.cookies.find((c) => c.name === 'entente_seat');
    if (cookie && given && url.startsWith('/s/the-door/')) this.#cookie = given.value;
    const { date: _, ...headers } = response.headers;
    const text = `${response.statusCode} ${JSON.stringify(headers)} ${response.body}`.replaceAll(this.server.url, 'http://here');
    const code = /^\{"type":"urn:entente:problem:([\w-]+)"/.exec(response.body)?.[1];
    return { text, status: response.statusCode, code };
  }

  /** A session of the viewer's own, with whoever sits there. */
  async #enter(): Promise<void> {
    const people = [...(this.server.exercise(EXERCISE)?.world.seats.people.values() ?? [])];
    const hand = people.findLast((p) => p.seat === this.#viewer && !p.left);
    this.#cookie = `cookie-${++this.#entered}`;
    await putSession(this.#store, OWN_SESSION, this.#viewer, hand?.id, this.#cookie);
    await this.server.access.reread();
  }

  async #sit(): Promise<void> {
    const command = { type: 'TakeSeat', name: 'The next one' };
    await this.#send({ place: '', method: 'POST', url: '/s/the-door/api/commands', body: { id: FRESH, command } }, true);
  }
}

async function putSession(store: Store, id: string, viewer: string, person: string | undefined, token: string): Promise<void> {
  const until = { byLink: true, expiresAt: Number.MAX_SAFE_INTEGER };
  await store.putSession({ id, exercise: EXERCISE, viewer, person, token: digest(token), ...until });
}

async function keepUpload(store: Store, id: string, content: string, session: string | undefined, used: boolean): Promise<void> {
  await store.addPiece(id, 0, new Uint8Array(1_000).fill(content.charCodeAt(0)));
  const file = { id, exercise: EXERCISE, session, viewer: undefined, name: 'f', type: 'image/png', size: 1_000, madeAt: 0, used };
  await store.keepUpload({ ...file, content: content.repeat(64) }, id);
}
