import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VirtualClock } from '../clock.ts';
import type { RunningServer } from '../index.ts';
import { EventStream } from '../test/events.ts';
import { Browser, director, exercise, joined, Player, serve } from '../test/server.ts';

const DAY = 24 * 3_600_000;
let server: RunningServer;
let lobby: Browser;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ server, end } = await serve());
  lobby = await director(server);
});
afterAll(() => end());

const me = async (p: Player) => (await p.fetch(p.api('/me'))).status;
const tokenOf = (link: string | undefined) => link?.split('#')[1];

describe('the director link', () => {
  it('opens the lobby once', async () => {
    const { server: own, end: endOwn } = await serve();
    const token = own.directorLink?.split('#director=')[1];
    const first = new Browser(own.url);
    const cookie = (await first.post('/api/director', { token })).headers.getSetCookie()[0];
    expect(cookie).toMatch(/^entente_director=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await first.fetch('/api/lobby')).status).toBe(200);
    expect((await new Browser(own.url).post('/api/director', { token })).status).toBe(404);
    await endOwn();
  });

  it('is needed for the lobby, its scenarios and its links', async () => {
    const stranger = new Browser(server.url);
    const { id } = await exercise(lobby);
    for (const path of ['/api/lobby', '/api/scenarios/tiny', `/api/exercises/${id}`])
      expect((await stranger.fetch(path)).status, path).toBe(401);
    for (const path of ['/api/exercises', `/api/exercises/${id}/links`, `/api/exercises/${id}/open`])
      expect((await stranger.post(path, {})).status, path).toBe(401);
  });
});

describe('a join link', () => {
  it('opens its seat with a cookie for that path only', async () => {
    const { links } = await exercise(lobby);
    const player = new Player(server.url);
    const response = await player.post('/api/join', { token: tokenOf(links.get('seat:a-one')) });
    const { path } = (await response.json()) as { path: string };
    expect(path).toMatch(/^\/s\/[\w-]{22}\/$/);
    expect(response.headers.getSetCookie()[0]).toContain(`Path=${path.slice(0, -1)}; HttpOnly; SameSite=Strict`);
    expect(links.get('seat:a-one')).toMatch(/\/join#[\w-]{43}$/);
  });

  it('is void once reissued, with its sessions and streams; other seats stay', async () => {
    const { id, links } = await exercise(lobby);
    const one = await joined(server, links.get('seat:a-one'), 'First');
    const two = await joined(server, links.get('seat:a-two'), 'Second');
    const stream = await EventStream.open(one);
    await stream.until((f) => f.event === 'beat');
    const fresh = (await (await lobby.post(`/api/exercises/${id}/links`, { seats: ['seat:a-one'] })).json()) as {
      links: { url: string }[];
    };
    await stream.toEnd();
    expect(stream.frames.at(-1)?.event).toBe('revoked');
    expect([await me(one), await me(two)]).toEqual([401, 200]);
    expect((await new Browser(server.url).post('/api/join', { token: tokenOf(links.get('seat:a-one')) })).status).toBe(404);
    expect(await me(await joined(server, fresh.links[0]?.url))).toBe(200);
  });

  it('may be handed out by a party’s control for its own party only', async () => {
    const { links } = await exercise(lobby);
    const ally = await joined(server, links.get('control:a'), 'Controller');
    const one = await joined(server, links.get('seat:a-one'), 'First');
    const ask = (p: Player, seats: unknown) => p.post(p.api('/links'), { seats });
    expect(((await (await ask(ally, 'all')).json()) as { links: { seat: string }[] }).links.map((l) => l.seat).sort()).toEqual([
      'evaluators:a',
      'seat:a-one',
      'seat:a-two',
    ]);
    const refusals = [
      await ask(ally, ['seat:b-one']),
      await ask(ally, ['control']),
      await ask(ally, ['seat:a-one', 'seat:b-one']),
      await ask(ally, ['seat:none']),
    ];
    expect(refusals.map((r) => r.status)).toEqual([404, 404, 404, 404]);
    expect(new Set(await Promise.all(refusals.map((r) => r.text()))).size).toBe(1);
    expect(await me(one)).toBe(401);
    const two = await joined(server, links.get('seat:b-one'), 'Other');
    expect((await ask(two, ['seat:b-one'])).status).toBe(404);
  });
});

describe('a session', () => {
  it('opens no other door: a cookie of one seat is nothing at another', async () => {
    const { links } = await exercise(lobby);
    const one = await joined(server, links.get('seat:a-one'), 'First');
    const other = await joined(server, links.get('seat:b-one'), 'Other');
    const intruder = new Player(server.url);
    intruder.cookie = one.cookie;
    intruder.path = other.path;
    const answers = [
      await intruder.fetch(intruder.api('/me')),
      await intruder.fetch('/s/no-such-door-here/api/me'),
      await new Browser(server.url).fetch(intruder.api('/feed')),
    ];
    expect(answers.map((a) => a.status)).toEqual([401, 401, 401]);
    expect(new Set(await Promise.all(answers.map((a) => a.text()))).size).toBe(1);
  });

  it('ends with time', async () => {
    const clock = new VirtualClock(1_800_000_000_000);
    const { server: own, end: endOwn } = await serve({ clock });
    const ownLobby = await director(own);
    const { links } = await exercise(ownLobby);
    const one = await joined(own, links.get('seat:a-one'), 'First');
    clock.advance(29 * DAY);
    expect(await me(one)).toBe(200);
    clock.advance(2 * DAY);
    expect(await me(one)).toBe(401);
    expect((await ownLobby.fetch('/api/lobby')).status).toBe(401);
    await endOwn();
  });

  it('ends when the person leaves', async () => {
    const { links } = await exercise(lobby);
    const one = await joined(server, links.get('seat:a-one'), 'First');
    expect((await one.post(one.api('/leave'))).status).toBe(204);
    expect(await me(one)).toBe(401);
  });

  it('gives way to the next person’s with a hand-over, which ends the link, too', async () => {
    const { links } = await exercise(lobby);
    const one = await joined(server, links.get('seat:a-one'), 'First');
    const before = one.cookie;
    const answer = await one.command({ type: 'HandOver', name: 'Relief' });
    expect(answer.status).toBe(200);
    expect(one.cookie).not.toBe(before);
    const person = ((await answer.json()) as { events: string[] }).events[0];
    expect(await one.json(one.api('/me'))).toMatchObject({ person });
    const copied = Object.assign(new Player(server.url), { cookie: before, path: one.path });
    expect(await me(copied)).toBe(401);
    expect((await new Browser(server.url).post('/api/join', { token: tokenOf(links.get('seat:a-one')) })).status).toBe(404);
    expect((await one.command({ type: 'WriteNote', text: 'I sit here now' })).status).toBe(200);
  });
});

describe('other sites', () => {
  it('change nothing: a foreign or opaque origin is refused', async () => {
    const { links } = await exercise(lobby);
    const one = await joined(server, links.get('seat:a-one'), 'First');
    const note = { id: 'foreign-note', command: { type: 'WriteNote', text: 'x' } };
    for (const headers of [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: server.url.replace('http:', 'https:') },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const refused = await one.post(one.api('/commands'), note, headers as Record<string, string>);
      expect(refused.status, JSON.stringify(headers)).toBe(403);
    }
    expect((await one.post(one.api('/commands'), note, { origin: server.url })).status).toBe(200);
  });

  it('reach nothing under a name that is not ours', async () => {
    const answer = await server.app.inject({ method: 'GET', url: '/', headers: { host: 'rebound.example' } });
    expect(answer.statusCode).toBe(421);
    const { server: named, end: endNamed } = await serve({ url: 'http://entente.test:8080' });
    expect((await named.app.inject({ method: 'GET', url: '/', headers: { host: 'entente.test:8080' } })).statusCode).toBe(200);
    expect(named.directorLink).toMatch(/^http:\/\/entente\.test:8080\/#director=/);
    await endNamed();
  });
});

describe('lead control opened from the lobby', () => {
  it('keeps its person when it is opened again', async () => {
    const { id } = await exercise(lobby);
    const open = async () => {
      const { headers, path } = await lobby
        .post(`/api/exercises/${id}/open`)
        .then(async (r) => ({ headers: r.headers, ...((await r.json()) as { path: string }) }));
      return Object.assign(new Player(server.url), { path, cookie: headers.getSetCookie()[0]?.split(';')[0] });
    };
    const cookie = lobby.cookie;
    const first = await open();
    lobby.cookie = cookie;
    expect(await first.json(first.api('/me'))).toMatchObject({ seat: 'control', kind: 'control' });
    await first.command({ type: 'TakeSeat', name: 'Director' });
    const again = await open();
    lobby.cookie = cookie;
    expect((await again.command({ type: 'StartClock' })).status).toBe(200);
  });
});
