import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { VirtualClock } from '../clock.ts';
import type { LiveExercise } from '../exercises/live.ts';
import type { RunningServer, ServerOptions } from '../index.ts';
import { Browser, director, exercise, joined, serve } from '../test/server.ts';
import { tinyInput } from '../test/tiny.ts';

const PLAY = `play: by-itself
title: {en: By itself, ko: 스스로}
people:
  a-one: {name: A. One}
steps:
  - {at: PT2M, seat: a-one, do: AcknowledgeInject, delivery: i-1}
  - {at: PT3M, seat: a-one, do: SendMessage, to: ['party:b'], purpose: ask, text: Have you heard?, as: m1}
  - {at: PT5M, seat: b-one, do: SendMessage, to: ['party:a'], purpose: inform, text: We have., about: m1}
  - {at: PT20M, seat: control, do: PauseClock}
  - {at: PT22M, seat: control, do: StartClock}
  - {at: PT30M, seat: b-one, do: SendMessage, to: ['party:a'], purpose: inform, text: Still here.}
`;
const START = 1_900_000_000_000;
const MINUTE = 60_000;

const kept = mkdtempSync(join(tmpdir(), 'entente-demonstration-'));
afterAll(() => rmSync(kept, { recursive: true, force: true }));
let made = 0;
/** A data folder of its own, and a shelf whose scenario has its play from the start. */
function folders(): { shelf: string; data: string } {
  const shelf = join(kept, `shelf-${++made}`);
  mkdirSync(join(shelf, 'tiny', 'plays'), { recursive: true });
  writeFileSync(join(shelf, 'tiny', 'scenario.yaml'), JSON.stringify(tinyInput));
  writeFileSync(join(shelf, 'tiny', 'plays', 'by-itself.yaml'), PLAY);
  return { shelf, data: join(kept, `data-${made}`) };
}

let open: { end(): Promise<void> } | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

interface House {
  server: RunningServer;
  clock: VirtualClock;
  /** Lets wall time pass as timers would, a quarter second at a time. */
  pass(ms: number): Promise<void>;
}
async function house(options: Partial<ServerOptions> = {}): Promise<House> {
  const clock = new VirtualClock(START);
  const run = await serve({ clock, ...options });
  open = run;
  const plays = join(run.dir, 'shelf', 'tiny', 'plays');
  mkdirSync(plays);
  writeFileSync(join(plays, 'by-itself.yaml'), PLAY);
  const pass = async (ms: number) => {
    await settled();
    for (let gone = 0; gone < ms; gone += 250) {
      clock.advance(250);
      await settled();
    }
  };
  return { server: run.server, clock, pass };
}
/** Lets everything that waits for the event loop happen. */
const settled = async () => {
  for (let i = 0; i < 12; i++) await new Promise((done) => setImmediate(done));
};
const texts = (live: LiveExercise | undefined) => [...(live?.world.messages.messages.values() ?? [])].map((m) => m.text);

describe('a demonstration', () => {
  it('plays itself at its speed, from STARTEX to ENDEX', async () => {
    const { server, pass } = await house();
    const lobby = await director(server);
    const { id } = (await (await lobby.post('/api/demonstration', { scenario: 'tiny', speed: 60 })).json()) as { id: string };
    const live = server.exercise(id);
    await pass(1_000);
    expect(live?.status).toBe('running');
    expect(live?.world.clock.reading?.rate).toBe(60);
    const watcher = new Browser(server.url);
    watcher.cookie = lobby.cookie;
    // The director watches on the public screen, and takes nobody's seat by that.
    expect((await lobby.post(`/api/exercises/${id}/open`, { as: 'seat:a-lead' })).status).toBe(400);
    const watched = await watcher.post(`/api/exercises/${id}/open`, { as: 'public' });
    const { path } = (await watched.json()) as { path: string };
    expect(await watcher.json(`${path}api/me`)).toMatchObject({ kind: 'public' });
    await pass(5_500);
    expect(texts(live)).toEqual(['Have you heard?', 'We have.']);
    await pass(14_000); // 20 min: the play stops the clock
    expect(live?.status).toBe('paused');
    await pass(2_500); // and starts it again as much later as it says, at the same speed
    expect(live?.status).toBe('running');
    await pass(2 * 60_000);
    expect(live?.status).toBe('ended');
    const { messages, injects } = live?.world ?? {};
    const said = [...(messages?.messages.values() ?? [])].map((m) => [m.from, m.at / MINUTE]);
    const acknowledged = [...(injects?.deliveries.values() ?? [])].flatMap((d) => [...d.acknowledged].map(([seat, { at }]) => [seat, at]));
    expect(acknowledged).toEqual([['seat:a-one', 2 * MINUTE]]);
    expect(said).toEqual([
      ['seat:a-one', 3],
      ['seat:b-one', 5],
      ['seat:b-one', 30],
    ]);
    const { demonstration } = await lobby.json<{ demonstration: object }>('/api/lobby');
    expect(demonstration).toMatchObject({ allowed: true, now: { exercise: id, done: 6, steps: 6, skipped: 0, over: true } });
  });

  it('is marked as one in the lobby and by its title, which every screen shows', async () => {
    const { server, pass } = await house();
    const lobby = await director(server);
    await lobby.post('/api/demonstration', { scenario: 'tiny', play: 'by-itself' });
    await pass(500);
    const { exercises } = await lobby.json<{ exercises: object[] }>('/api/lobby');
    expect(exercises).toMatchObject([
      { demonstration: true, status: 'running', rate: 30, title: { en: 'Demonstration: Tiny', ko: '시연: 작은 연습' } },
    ]);
  });

  it('leaves a seat to the person who takes it, and goes on without what only that person could do', async () => {
    const { server, pass } = await house();
    const lobby = await director(server);
    const { id } = (await (await lobby.post('/api/demonstration', { speed: 60 })).json()) as { id: string };
    await pass(1_000);
    const { links } = (await (await lobby.post(`/api/exercises/${id}/links`, { seats: ['seat:a-one'] })).json()) as {
      links: { url: string }[];
    };
    const person = await joined(server, links[0]?.url, 'A person');
    await pass(8_000);
    const live = server.exercise(id);
    // The question was the person's to put; the answer to it cannot be given.
    expect(texts(live)).toEqual([]);
    const here = [...(live?.world.seats.people.values() ?? [])].filter((p) => p.seat === 'seat:a-one' && !p.left);
    expect(here.map((p) => p.name)).toEqual(['A person']);
    expect((await person.command({ type: 'SendMessage', to: ['party:b'], text: 'Mine.' })).status).toBe(200);
    await pass(30_000);
    expect(texts(live)).toEqual(['Mine.', 'Still here.']);
  });

  it('waits while a person keeps the clock standing, and goes on when it runs again', async () => {
    const { server, pass } = await house();
    const lobby = await director(server);
    const { id } = (await (await lobby.post('/api/demonstration', { speed: 60 })).json()) as { id: string };
    await pass(1_000);
    const { links } = (await (await lobby.post(`/api/exercises/${id}/links`, { seats: ['control'] })).json()) as {
      links: { url: string }[];
    };
    const lead = await joined(server, links[0]?.url, 'Director');
    await lead.command({ type: 'PauseClock' });
    await pass(60_000);
    const live = server.exercise(id);
    expect(texts(live)).toEqual([]);
    expect((await lobby.fetch('/api/demonstration', { method: 'PATCH', headers: JSON_BODY, body: '{"speed":10}' })).status).toBe(409);
    await lead.command({ type: 'StartClock' });
    await pass(6_000);
    expect(texts(live)).toEqual(['Have you heard?', 'We have.']);
  });

  it('goes at another speed when the lobby says so', async () => {
    const { server, pass } = await house();
    const lobby = await director(server);
    const { id } = (await (await lobby.post('/api/demonstration', { speed: 1 })).json()) as { id: string };
    await pass(1_000);
    expect((await lobby.fetch('/api/demonstration', { method: 'PATCH', headers: JSON_BODY, body: '{"speed":60}' })).status).toBe(204);
    await pass(6_000);
    expect(server.exercise(id)?.world.clock.reading?.rate).toBe(60);
    expect(texts(server.exercise(id))).toHaveLength(2);
  });

  it('is gone when it is ended: exercise, links and sessions', async () => {
    const { server, pass } = await house();
    const lobby = await director(server);
    const { id } = (await (await lobby.post('/api/demonstration', {})).json()) as { id: string };
    const { links } = (await (await lobby.post(`/api/exercises/${id}/links`, { seats: ['public'] })).json()) as {
      links: { url: string }[];
    };
    const watcher = await joined(server, links[0]?.url);
    expect((await watcher.fetch(watcher.api('/me'))).status).toBe(200);
    await pass(500);
    expect((await lobby.fetch('/api/demonstration', { method: 'DELETE' })).status).toBe(204);
    expect((await watcher.fetch(watcher.api('/me'))).status).toBe(401);
    expect((await joined(server, links[0]?.url)).path).toBeUndefined();
    expect(await lobby.json('/api/lobby')).toMatchObject({ exercises: [], demonstration: { allowed: true } });
    expect((await lobby.fetch(`/api/exercises/${id}`)).status).toBe(404);
  });

  it('never comes near the data file, nor to an exercise that is kept there', async () => {
    const { data } = folders();
    const { server, pass } = await house({ dataDir: data });
    const lobby = await director(server);
    const own = await exercise(lobby);
    const before = server.exercise(own.id)?.hash;
    await lobby.post('/api/demonstration', { speed: 60 });
    await pass(6_000);
    for (const name of ['entente.db', 'entente.db-wal']) expect(readFileSync(join(data, name)).includes('Have you heard?')).toBe(false);
    expect(server.exercise(own.id)?.hash).toBe(before);
  });

  it('is refused where others than this machine reach the server, and for a play that does not exist', async () => {
    const { server } = await house({ url: 'http://exercise.example' });
    const lobby = await director(server, localOf(server));
    const refused = await lobby.post('/api/demonstration', {});
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'demonstration-loopback' });
    await open?.end();
    const other = await house();
    const there = await director(other.server);
    expect((await there.post('/api/demonstration', { play: 'no-such-play' })).status).toBe(404);
    expect((await there.post('/api/demonstration', { speed: 61 })).status).toBe(400);
  });
});

describe('a new server', () => {
  it('shows one by itself if it is told to and holds no exercise yet', async () => {
    const { shelf, data } = folders();
    const { server } = await house({ demonstrate: true, scenariosDirs: [shelf], dataDir: data });
    const lobby = await director(server);
    await settled();
    expect(await lobby.json('/api/lobby')).toMatchObject({ exercises: [{ demonstration: true, scenario: 'tiny' }] });
    const own = await exercise(lobby);
    await open?.end();
    const again = await house({ demonstrate: true, scenariosDirs: [shelf], dataDir: data, newDirectorLink: true });
    expect(await (await director(again.server)).json('/api/lobby')).toMatchObject({ exercises: [{ id: own.id }] });
  });

  it('shows the scenario that gives itself the first place, though another comes first by its name', async () => {
    const { shelf } = folders();
    mkdirSync(join(shelf, 'zebra', 'plays'), { recursive: true });
    writeFileSync(join(shelf, 'zebra', 'scenario.yaml'), JSON.stringify({ ...tinyInput, id: 'zebra', order: 1 }));
    writeFileSync(join(shelf, 'zebra', 'plays', 'by-itself.yaml'), PLAY);
    const { server } = await house({ demonstrate: true, scenariosDirs: [shelf] });
    await settled();
    const { scenarios, exercises } = await (await director(server)).json<{ scenarios: { id: string }[]; exercises: object[] }>(
      '/api/lobby',
    );
    expect(scenarios.map((s) => s.id)).toEqual(['zebra', 'tiny']);
    expect(exercises).toMatchObject([{ demonstration: true, scenario: 'zebra' }]);
  });

  it('shows none where others reach it, and none without a play', async () => {
    const { shelf } = folders();
    const { server } = await house({ demonstrate: true, scenariosDirs: [shelf], url: 'http://exercise.example' });
    expect(await (await director(server, localOf(server))).json('/api/lobby')).toMatchObject({
      exercises: [],
      demonstration: { allowed: false },
    });
    await open?.end();
    const bare = await house({ demonstrate: true });
    expect(await (await director(bare.server)).json('/api/lobby')).toMatchObject({ exercises: [], demonstration: { allowed: true } });
  });
});

const JSON_BODY = { 'content-type': 'application/json' };
const localOf = (server: RunningServer): string => {
  const address = server.app.server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
};
