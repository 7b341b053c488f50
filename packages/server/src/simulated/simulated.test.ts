import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { VirtualClock } from '../clock.ts';
import type { RunningServer } from '../index.ts';
import { Browser, director, exercise, joined, Player, serve } from '../test/server.ts';
import { tinyInput } from '../test/tiny.ts';

let open: { end(): Promise<void> } | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

async function house(clock: VirtualClock): Promise<RunningServer> {
  const run = await serve({ clock });
  open = run;
  return run.server;
}
const settled = async () => {
  for (let i = 0; i < 12; i++) await new Promise((done) => setImmediate(done));
};
const pass = async (clock: VirtualClock, ms: number) => {
  await settled();
  for (let gone = 0; gone < ms; gone += 250) {
    clock.advance(250);
    await settled();
  }
};
/** Time goes on until something is so, at most for so long: on a busy machine what acts is a little behind the clock. */
const passUntil = async (clock: VirtualClock, so: () => boolean, most: number) => {
  for (let gone = 0; gone < most && !so(); gone += 3_000) await pass(clock, 3_000);
};
/** The same browser at another door: it keeps one cookie. */
function beside(browser: Browser): Browser {
  const other = new Browser(browser.base);
  other.cookie = browser.cookie;
  return other;
}
it('lets one person practise alone: the rest is simulated and marked, and time runs while somebody looks on', {
  timeout: 240_000,
}, async () => {
  const clock = new VirtualClock(1_900_000_000_000);
  const server = await house(clock);
  const lobby = await director(server);
  const own = beside(lobby);
  const begun = await own.post('/api/practice', { scenario: 'tiny', seat: 'seat:a-one' });
  expect(begun.status).toBe(201);
  const { path } = (await begun.json()) as { path: string };
  const { exercises } = await lobby.json<{ exercises: { id: string; simulated: number; status: string }[] }>('/api/lobby');
  // Every player seat but the own; lead control, simulated too, is no seat of the lobby’s count.
  expect(exercises).toMatchObject([{ simulated: 2, status: 'ready' }]);
  const me = await (await own.fetch(`${path}api/me`)).json();
  expect(me).toMatchObject({ seat: 'seat:a-one', kind: 'player' });
  const live = server.exercise(exercises[0]?.id ?? '');
  const stream = new AbortController();
  // Held to the end: a stream whose answer is forgotten is closed, and nobody looks on.
  const feed = await own.fetch(`${path}api/feed`, { headers: { accept: 'text/event-stream' }, signal: stream.signal });
  // Whoever still says who they are, or reads the door, loses no time by it.
  await pass(clock, 5_000);
  expect(live?.status).toBe('ready');
  await own.post(`${path}api/commands`, { id: 'sits-down-1', command: { type: 'TakeSeat', name: 'Player' } });
  await passUntil(clock, () => live?.status === 'running', 60_000);
  expect(live?.status).toBe('running');
  const marks = () => [...(live?.world.injects.deliveries.values() ?? [])].flatMap((d) => [...d.acknowledged.keys()]);
  await passUntil(clock, () => marks().includes('seat:a-two'), 20 * 60_000);
  expect(marks()).toContain('seat:a-two');
  expect(marks()).not.toContain('seat:a-one');
  const people = [...(live?.world.seats.people.values() ?? [])].filter((p) => p.seat !== 'seat:a-one');
  expect(people.every((p) => p.function?.startsWith('simulated'))).toBe(true);
  expect(feed.status).toBe(200);
  stream.abort();
  await settled();
  await passUntil(clock, () => live?.status === 'paused', 60_000);
  expect(live?.status).toBe('paused');

  // Whoever left goes on by the lobby, at the own seat and as the same person, and ends it there.
  const at = `/api/exercises/${live?.row.id}/practice`;
  expect(await lobby.json('/api/lobby')).toMatchObject({ exercises: [{ practice: true, simulated: 2 }] });
  const whose = async (at: Browser) => ((await (await at.fetch(`${path}api/me`)).json()) as { person?: string }).person;
  const person = await whose(own);
  const back = beside(lobby);
  expect(await (await back.post(at, {})).json()).toEqual({ path });
  expect(await (await back.fetch(`${path}api/me`)).json()).toMatchObject({ seat: 'seat:a-one', person });

  // A link of that very seat neither shows out whoever practises nor makes who comes by it the one to go on.
  const made = await lobby.post(`/api/exercises/${live?.row.id}/links`, { seats: ['seat:a-one'] });
  const { links } = (await made.json()) as { links: { url: string }[] };
  const guest = await joined(server, links[0]?.url, 'A guest');
  expect(await whose(back)).toBe(person);
  const again = beside(lobby);
  await again.post(at, {});
  expect(await whose(again)).toBe(person);
  await back.post(`${path}api/commands`, { id: 'gets-up-1', command: { type: 'LeaveSeat' } });
  const later = beside(lobby);
  await later.post(at, {});
  expect(await whose(later)).toBeUndefined();
  expect(await whose(guest)).toBeDefined();
  expect((await lobby.fetch(at, { method: 'DELETE' })).status).toBe(204);
  expect(live?.status).toBe('ended');
  expect((await lobby.post(at, {})).status).toBe(409);
  expect((await lobby.fetch(at, { method: 'DELETE' })).status).toBe(409);
});

it('passes over the time in which nothing waits for whoever practises, to the next thing planned, and tells them so', {
  timeout: 240_000,
}, async () => {
  const clock = new VirtualClock(1_900_000_000_000);
  const server = await house(clock);
  const lobby = await director(server);
  const own = beside(lobby);
  const { path } = (await (await own.post('/api/practice', { scenario: 'tiny', seat: 'seat:a-one' })).json()) as { path: string };
  const { exercises } = await lobby.json<{ exercises: { id: string }[] }>('/api/lobby');
  const live = server.exercise(exercises[0]?.id ?? '');
  const person = Object.assign(new Player(own.base), { cookie: own.cookie, path });
  const stream = new AbortController();
  const feed = await person.fetch(`${path}api/feed`, { headers: { accept: 'text/event-stream' }, signal: stream.signal });
  await person.command({ type: 'TakeSeat', name: 'A person' });
  const given = () => [...(live?.world.injects.deliveries.keys() ?? [])];
  await passUntil(clock, () => given().length > 1, 5 * 60_000);
  await pass(clock, 90_000);
  // Nothing more is planned, but what was given to the person still waits.
  expect(live?.world.clock.jumps).toEqual([]);
  await passUntil(clock, () => given().length > 2, 5 * 60_000);
  for (const delivery of given()) await person.command({ type: 'AcknowledgeInject', delivery });
  // Whoever writes is left to it: their page says so every few seconds, and time passes them by no faster.
  for (let n = 0; n < 6; n++) {
    expect((await person.post(`${path}api/presence`, { here: 'present' })).status).toBe(204);
    await pass(clock, 15_000);
  }
  expect(live?.world.clock.jumps).toEqual([]);
  for (let n = 0; n < 60 && live?.world.clock.jumps.length === 0; n++) {
    for (const delivery of given()) await person.command({ type: 'AcknowledgeInject', delivery });
    await pass(clock, 15_000);
  }
  // The inject of 10 min came at the rate of the practice; until ENDEX nothing more comes.
  expect(live?.world.clock.jumps).toMatchObject([{ to: 2 * 3_600_000 }]);
  expect(live?.world.clock.jumps[0]?.from).toBeGreaterThan(10 * 60_000);
  expect((await person.events()).map((e) => e.event.type)).toContain('ClockJumped');
  await passUntil(clock, () => live?.status === 'ended', 60_000);
  expect([feed.status, live?.status]).toEqual([200, 'ended']);
  stream.abort();
});

it('plays the empty seats of an exercise, and leaves a seat to the person who takes it', { timeout: 240_000 }, async () => {
  const clock = new VirtualClock(1_900_000_000_000);
  const server = await house(clock);
  const lobby = await director(server);
  const { id } = await exercise(lobby);
  const links = async (seat: string) =>
    ((await (await lobby.post(`/api/exercises/${id}/links`, { seats: [seat] })).json()) as { links: { url: string }[] }).links[0]?.url;
  const lead = await joined(server, await links('control'), 'Lead');
  const put = (on: boolean) =>
    lobby.fetch(`/api/exercises/${id}/simulated`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ on }),
    });
  expect((await put(true)).status).toBe(204);
  const live = server.exercise(id);
  const at = (seat: string) => [...(live?.world.seats.people.values() ?? [])].filter((p) => p.seat === seat && !p.left).map((p) => p.name);
  const is = (seat: string, who: string) => at(seat).length === 1 && at(seat)[0] === who;
  await passUntil(clock, () => is('seat:a-one', 'One'), 60_000);
  await lead.command({ type: 'StartClock' });
  await pass(clock, 62_000);
  await joined(server, await links('seat:a-two'), 'A person');
  await passUntil(clock, () => is('seat:a-two', 'A person'), 60_000);
  expect(at('seat:a-two')).toEqual(['A person']);
  expect(at('seat:a-one')).toEqual(['One']);
  const marks = () => [...(live?.world.injects.deliveries.values() ?? [])].flatMap((d) => [...d.acknowledged.keys()]);
  await passUntil(clock, () => marks().includes('seat:a-one'), 60 * 60_000);
  expect(marks()).toContain('seat:a-one');
  expect(marks()).not.toContain('seat:a-two');
  expect((await put(false)).status).toBe(204);
  await passUntil(clock, () => at('seat:a-one').length === 0, 60_000);
  expect(at('seat:a-one')).toEqual([]);
});

it('simulated people join an exercise under way: what lay behind they leave, what a person leaves they take up, and nobody says that he is one of them', {
  timeout: 240_000,
}, async () => {
  const clock = new VirtualClock(1_900_000_000_000);
  const run = await serve({ clock });
  open = run;
  const says = (time: string, text: string) => ({ on: { time }, do: { do: 'SendMessage', to: ['seat:a-one'], text } });
  const rules = [says('PT1M', 'long ago'), says('PT20M', 'to come')];
  mkdirSync(join(run.dir, 'shelf', 'timed'));
  const timed = { ...tinyInput, id: 'timed', rehearsal: { behaviours: [{ seat: 'a-two', rules }] } };
  writeFileSync(join(run.dir, 'shelf', 'timed', 'scenario.yaml'), JSON.stringify(timed));
  const lobby = await director(run.server);
  const { id } = (await (await lobby.post('/api/exercises', { scenario: 'timed' })).json()) as { id: string };
  const made = await (await lobby.post(`/api/exercises/${id}/links`, { seats: 'all' })).json();
  const links = new Map((made as { links: { seat: string; url: string }[] }).links.map((l) => [l.seat, l.url]));
  const lead = await joined(run.server, links.get('control'), 'Lead');
  await lead.command({ type: 'StartClock' });
  await pass(clock, 9 * 60_000);
  const person = await joined(run.server, links.get('seat:a-one'));
  for (const said of ['simulated · 모의', 'Simulated 모의']) {
    const refused = await person.command({ type: 'TakeSeat', name: 'One', function: said });
    expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'reserved-function' }]);
  }
  await person.command({ type: 'TakeSeat', name: 'A person' });
  const on = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"on":true}' };
  expect((await lobby.fetch(`/api/exercises/${id}/simulated`, on)).status).toBe(204);
  const world = () => run.server.exercise(id)?.world;
  const texts = () => [...(world()?.messages.messages.values() ?? [])].map((m) => m.text);
  const marks = () => [...(world()?.injects.deliveries.values() ?? [])].flatMap((d) => [...d.acknowledged.keys()]);
  await passUntil(clock, () => texts().includes('to come'), 30 * 60_000);
  expect(texts()).toEqual(['to come']);
  expect(marks()).not.toContain('seat:a-one');
  await person.command({ type: 'LeaveSeat' });
  await passUntil(clock, () => marks().includes('seat:a-one'), 30 * 60_000);
  expect(marks()).toContain('seat:a-one');
});

it('leads back to the own seat of a practice that somebody joined, after the server was started anew, and simulates what they leave', {
  timeout: 240_000,
}, async () => {
  const clock = new VirtualClock(1_900_000_000_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-practice-'));
  try {
    const before = await serve({ clock, dataDir });
    open = before;
    const lobby = await director(before.server);
    const own = new Player(before.server.url);
    own.cookie = lobby.cookie;
    const { path } = (await (await own.post('/api/practice', { scenario: 'tiny', seat: 'seat:b-one' })).json()) as { path: string };
    own.path = path;
    await own.command({ type: 'TakeSeat', name: 'Own' });
    const { exercises } = await lobby.json<{ exercises: { id: string }[] }>('/api/lobby');
    const id = exercises[0]?.id ?? '';
    const made = (await (await lobby.post(`/api/exercises/${id}/links`, { seats: ['seat:a-one'] })).json()) as { links: { url: string }[] };
    const friend = await joined(before.server, made.links[0]?.url, 'Friend');
    await settled();
    await before.end();

    const after = await serve({ clock, dataDir });
    open = after;
    const again = new Browser(after.server.url);
    again.cookie = lobby.cookie;
    const back = await again.post(`/api/exercises/${id}/practice`, {});
    expect(await back.json()).toEqual({ path });
    const there = new Player(after.server.url);
    there.cookie = friend.cookie;
    there.path = friend.path;
    expect((await there.command({ type: 'LeaveSeat' })).status).toBe(200);
    const simulated = () =>
      [...(after.server.exercise(id)?.world.seats.people.values() ?? [])].filter(
        (p) => p.seat === 'seat:a-one' && !p.left && p.function?.startsWith('simulated'),
      ).length;
    await passUntil(clock, () => simulated() === 1, 60_000);
    expect(simulated()).toBe(1);
  } finally {
    await open?.end();
    open = undefined;
    rmSync(dataDir, { recursive: true, force: true });
  }
});
