import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, type ServerOptions, startServer } from '../index.ts';
import { tinyInput } from './tiny.ts';

/** One browser at one door: keeps its cookie and speaks JSON. */
export class Browser {
  readonly base: string;
  readonly #headers: Record<string, string>;
  cookie = '';

  constructor(base: string, headers: Record<string, string> = {}) {
    this.base = base;
    this.#headers = headers;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...this.#headers, ...(this.cookie ? { cookie: this.cookie } : {}), ...(init.headers as Record<string, string>) };
    const response = await fetch(this.base + path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) this.cookie = line.split(';')[0] as string;
    return response;
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.fetch(path, {
      method: 'POST',
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async json<T>(path: string): Promise<T> {
    return (await (await this.fetch(path)).json()) as T;
  }
}

let commands = 0;
/** A person at a seat. */
export class Player extends Browser {
  path = '';

  api(path: string): string {
    return `${this.path}api${path}`;
  }

  command(command: object, id = `command-${String(++commands).padStart(6, '0')}`): Promise<Response> {
    return this.post(this.api('/commands'), { id, command });
  }

  async events(after = 0): Promise<{ no: number; id: string; at: number; event: { type: string; [key: string]: unknown } }[]> {
    return (await this.json<{ events: never[] }>(this.api(`/feed?after=${after}`))).events;
  }
}

/** A server of its own on a free port, with the tiny scenario on its shelf; `end` closes and forgets it. */
export async function serve(options: Partial<ServerOptions> = {}): Promise<{ server: RunningServer; dir: string; end(): Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), 'entente-server-'));
  const shelf = join(dir, 'shelf', 'tiny');
  mkdirSync(shelf, { recursive: true });
  writeFileSync(join(shelf, 'scenario.yaml'), JSON.stringify(tinyInput));
  const server = await startServer({ dataDir: ':memory:', logLevel: 'silent', scenariosDirs: [join(dir, 'shelf')], ...options });
  return {
    server,
    dir,
    async end() {
      await server.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The director, come in by the link that the server printed. */
export async function director(server: RunningServer, base = server.url): Promise<Browser> {
  const browser = new Browser(base);
  const token = server.directorLink?.split('#director=')[1];
  await browser.post('/api/director', { token });
  return browser;
}

/** An exercise of the tiny scenario with its links, by seat. */
export async function exercise(lobby: Browser): Promise<{ id: string; links: Map<string, string> }> {
  const { id } = (await (await lobby.post('/api/exercises', { scenario: 'tiny' })).json()) as { id: string };
  const { links } = (await (await lobby.post(`/api/exercises/${id}/links`, { seats: 'all' })).json()) as {
    links: { seat: string; url: string }[];
  };
  return { id, links: new Map(links.map((l) => [l.seat, l.url])) };
}

/** A person who opens a join link and, if named, takes the seat. */
export async function joined(server: RunningServer, link: string | undefined, name?: string, base = server.url): Promise<Player> {
  const player = new Player(base);
  const { path } = (await (await player.post('/api/join', { token: link?.split('#')[1] })).json()) as { path: string };
  player.path = path;
  if (name !== undefined) await player.command({ type: 'TakeSeat', name });
  return player;
}
