import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { type RunningServer, type ServerOptions, startServer } from '../index.ts';
import { Order } from '../order.ts';
import { systemRandomness } from '../randomness.ts';
import { memoryStore } from '../store/memory.ts';
import { Browser, director, exercise, joined, type Player, serve } from '../test/server.ts';
import { Access, LinkFull } from './access.ts';

let server: RunningServer;
let lobby: Browser;
let id: string;
let links: Map<string, string>;
let one: Player;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ server, end } = await serve());
  lobby = await director(server);
  ({ id, links } = await exercise(lobby));
  one = await joined(server, links.get('seat:a-one'), 'First');
});
afterAll(() => end());

/** Asks for an address as it stands: `fetch` would tidy it up. */
function ask(method: string, path: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((done, fail) => {
    const asking = request(
      { hostname, port, path, method, headers: { cookie: `${one.cookie}; ${lobby.cookie}`, ...headers } },
      (answer) => {
        let body = '';
        answer.on('data', (data) => (body += data));
        answer.on('end', () => done({ status: answer.statusCode as number, body }));
      },
    );
    asking.on('error', fail).end();
  });
}

/** Other ways to write an address. */
const WRITTEN: Readonly<Record<string, (path: string) => string>> = {
  plainly: (path) => path,
  'with a letter encoded': (path) => path.replace('/api/', '/%61pi/'),
  'with all of it encoded': (path) => path.replace('/api/', '/%61%70%69/'),
  'with the next part encoded': (path) => path.replace(/\/api\/(\w)/, (_, c: string) => `/api/%${c.charCodeAt(0).toString(16)}`),
  'in capitals': (path) => path.replace('/api/', '/API/'),
  'with two slashes': (path) => path.replace('/api/', '//api//'),
  'with a slash encoded': (path) => path.replace('/api/', '/api%2f'),
  'with dots': (path) => path.replace('/api/', '/x/../api/'),
  'with a semicolon': (path) => path.replace('/api/', '/api;x/'),
  'as a whole': (path) => `${server.url}${path}`,
};

describe('another site', () => {
  it.each(Object.entries(WRITTEN))('gets nothing from any route, the address written %s', async (_name, write) => {
    for (const route of server.routes.filter((r) => r.path.includes('/api/') && r.path !== '/api/docs/openapi.json')) {
      const path = route.path
        .replace(':door', one.path.split('/')[2] as string)
        .replace(':id', route.path.includes('scenarios') ? 'tiny' : id);
      for (const headers of [{ origin: 'http://evil.example' }, { 'sec-fetch-site': 'cross-site' }] as Record<string, string>[]) {
        const { status, body } = await ask(route.method, write(path), headers);
        expect([400, 403, 404], `${route.method} ${write(path)}: ${body.slice(0, 200)}`).toContain(status);
      }
    }
  });

  it('is told so where the address is found, however it is written', async () => {
    for (const path of [one.api('/me'), one.api('/me').replace('/api/', '/%61pi/'), '/%61pi/lobby'])
      expect((await ask('GET', path, { origin: 'http://evil.example' })).status, path).toBe(403);
    expect((await ask('GET', one.api('/me').replace('/api/', '/%61pi/'), { origin: server.url })).status).toBe(200);
  });
});

describe('cookies', () => {
  const ways: [string, Partial<ServerOptions>, boolean][] = [
    ['on a plain network', {}, false],
    ['on a plain network under a name', { url: 'http://exercise.example' }, false],
    ['with a certificate of our own', { selfSigned: true }, true],
    ['behind a proxy that speaks TLS', { url: 'https://exercise.example' }, true],
  ];
  it.each(ways)('%s are sealed, and for TLS only where there is TLS', async (_name, options, secure) => {
    const run = await serve(options);
    const set: string[] = [];
    const post = async (url: string, payload: object = {}, cookie = '') => {
      const host = options.url ? 'exercise.example' : 'localhost';
      const answer = await run.server.app.inject({ method: 'POST', url, headers: { host, cookie }, payload });
      const cookies = [answer.headers['set-cookie'] ?? []].flat();
      set.push(...cookies);
      return { cookie: cookies[0]?.split(';')[0] as string, ...(answer.body ? JSON.parse(answer.body) : {}) };
    };
    const token = run.server.directorLink?.split('#director=')[1] as string;
    const { cookie } = await post('/api/director', { token });
    const made = await post('/api/exercises', { scenario: 'tiny' }, cookie);
    const { links } = await post(`/api/exercises/${made.id}/links`, { seats: ['seat:a-one'] }, cookie);
    await post(`/api/exercises/${made.id}/open`, {}, cookie);
    const { path, ...seat } = await post('/api/join', { token: links[0].url.split('#')[1] });
    await post(`${path}api/commands`, { id: 'command-1', command: { type: 'TakeSeat', name: 'First' } }, seat.cookie);
    const relief = await post(`${path}api/commands`, { id: 'command-2', command: { type: 'HandOver', name: 'Relief' } }, seat.cookie);
    await post(`${path}api/commands`, { id: 'command-3', command: { type: 'LeaveSeat' } }, relief.cookie);
    expect(set).toHaveLength(5);
    for (const line of set) {
      const attributes = line
        .split('; ')
        .slice(1)
        .filter((a) => !/^(Max-Age|Expires)=/.test(a));
      const [name = ''] = line.split('=');
      const director = name.endsWith('entente_director');
      expect(name).toBe(`${secure ? (director ? '__Host-' : '__Secure-') : ''}entente_${director ? 'director' : 'seat'}`);
      const where = director ? 'Path=/' : expect.stringMatching(/^Path=\/s\/[\w-]{22}$/);
      expect(attributes, line).toEqual([where, 'HttpOnly', ...(secure ? ['Secure'] : []), 'SameSite=Strict']);
    }
    await run.end();
  });
});

describe('a cookie of a name from before', () => {
  const host = 'exercise.example';
  it('opens what it did for browsers that come by TLS, as long as there is none of the new name', async () => {
    const store = { ...memoryStore(), async close() {} };
    const before = await serve({ store });
    const lost = await director(before.server);
    const made = await exercise(lost);
    const player = await joined(before.server, made.links.get('seat:a-one'), 'First');
    await before.end();
    const now = await serve({ store, url: `https://${host}` });
    const status = async (url: string, cookie: string) => (await now.server.app.inject({ url, headers: { host, cookie } })).statusCode;
    const of = (cookie: string) => cookie.split('=')[1];
    expect(await status('/api/lobby', lost.cookie)).toBe(200);
    expect(await status('/api/lobby', `${lost.cookie}; __Host-entente_director=x`)).toBe(401);
    expect(await status('/api/lobby', `entente_director=x; __Host-entente_director=${of(lost.cookie)}`)).toBe(200);
    expect(await status(player.api('/me'), player.cookie)).toBe(200);
    expect(await status(player.api('/me'), `${player.cookie}; __Secure-entente_seat=x`)).toBe(401);
    expect(await status(player.api('/me'), `entente_seat=x; __Secure-entente_seat=${of(player.cookie)}`)).toBe(200);
    await now.end();
  });
});

describe('a join link', () => {
  const join = (link: string | undefined) => new Browser(server.url).post('/api/join', { token: link?.split('#')[1] });

  it('lets twenty people in within a minute, by one printed sheet', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => join(links.get('seat:a-two'))));
    expect(answers.map((a) => a.status)).toEqual(answers.map(() => 200));
  });

  it('lets no crowd in: it is told what to do, other links are not held up, and issued anew it is good again', async () => {
    const answers = await Promise.all(Array.from({ length: 300 }, () => join(links.get('seat:b-one'))));
    expect(answers.filter((a) => a.status === 200)).toHaveLength(60);
    const refused = answers.find((a) => a.status !== 200) as Response;
    expect([refused.status, await refused.json()]).toMatchObject([
      429,
      { code: 'link-crowded', detail: expect.stringMatching(/Wait a minute/) },
    ]);
    const { seats } = await lobby.json<{ seats: { seat: string; sessions: number }[] }>(`/api/exercises/${id}`);
    expect(seats.find((s) => s.seat === 'seat:b-one')?.sessions).toBe(60);
    expect((await join(links.get('control:a'))).status).toBe(200);
    const again = (await (await lobby.post(`/api/exercises/${id}/links`, { seats: ['seat:b-one'] })).json()) as {
      links: { url: string }[];
    };
    expect((await join(again.links[0]?.url)).status).toBe(200);
  });

  it('keeps no more than two hundred sessions, however long it is tried: the oldest that nobody uses give way', async () => {
    const store = memoryStore();
    const clock = new VirtualClock(1_900_000_000_000);
    await store.create({ id: 'x', scenario: 'tiny', title: undefined, secret: 's', madeAt: 0 }, []);
    const access = new Access(store, clock, systemRandomness, new Order());
    const issue = () => access.issue('x', ['seat:a'], { judge: () => {} });
    const token = (await issue())[0]?.token as string;
    const enter = async () => {
      clock.advance(1);
      return (await access.join(token))?.session.id as string;
    };
    const seated = await enter();
    access.seated('x', [{ session: seated, viewer: 'seat:a', person: 'p1' }]);
    const open = await enter();
    access.endings.wait(open, () => {});
    const idle = await enter();
    for (let i = 0; i < 1_000; i++) await enter();
    expect(await store.sessions('x')).toHaveLength(200);
    expect([seated, open, idle].map((s) => access.standing(s)?.id)).toEqual([seated, open, undefined]);
    for (const { id: session } of await store.sessions('x')) access.endings.wait(session, () => {});
    await expect(enter()).rejects.toThrow(LinkFull);
    await issue();
    expect(await store.sessions('x')).toEqual([]);
  });
});

describe('a new director link', () => {
  it('ends what the lost browser had opened: the lobby and lead control; who came by a link stays', async () => {
    const store = memoryStore();
    const options = { dataDir: ':memory:', logLevel: 'silent', store: { ...store, async close() {} } };
    const run = await serve(options);
    const lost = await director(run.server);
    const made = await exercise(lost);
    const player = await joined(run.server, made.links.get('seat:a-one'), 'First');
    const cookie = lost.cookie;
    const opened = await lost.post(`/api/exercises/${made.id}/open`);
    const { path } = (await opened.json()) as { path: string };
    const control = lost.cookie;
    await run.end();
    const status = async (at: RunningServer, where: string, with_: string) =>
      (await at.app.inject({ method: 'GET', url: where, headers: { host: 'localhost', cookie: with_ } })).statusCode;
    const states: number[][] = [];
    for (const newDirectorLink of [false, true]) {
      const again = await startServer({ ...options, newDirectorLink });
      states.push([
        await status(again, '/api/lobby', cookie),
        await status(again, `${path}api/me`, control),
        await status(again, player.api('/me'), player.cookie),
      ]);
      await again.close();
    }
    expect(states).toEqual([
      [200, 200, 200],
      [401, 401, 200],
    ]);
  });
});
