import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { VirtualClock } from './clock.ts';
import type { RunningServer } from './index.ts';
import { type Browser, director, exercise, joined, Player, serve } from './test/server.ts';

let server: RunningServer;
let lobby: Browser;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ server, end } = await serve());
  lobby = await director(server);
});
afterAll(() => end());

it('leads from the director link to two parties who play', async () => {
  const shelf = await lobby.json<{ scenarios: { id: string; seats: number; injects: number; problems: { severity: string }[] }[] }>(
    '/api/lobby',
  );
  expect(shelf.scenarios).toMatchObject([{ id: 'tiny', seats: 3, injects: 3 }]);
  const { id, links } = await exercise(lobby);
  expect([...links.keys()].sort()).toEqual([
    'control',
    'control:a',
    'control:b',
    'evaluators',
    'evaluators:a',
    'evaluators:b',
    'observers',
    'public',
    'seat:a-one',
    'seat:a-two',
    'seat:b-one',
  ]);
  const control = await joined(server, links.get('control'), 'Lead');
  const one = await joined(server, links.get('seat:a-one'), 'First');
  const other = await joined(server, links.get('seat:b-one'), 'Second');
  expect(await one.json(one.api('/me'))).toMatchObject({
    seat: 'seat:a-one',
    kind: 'player',
    party: 'a',
    cell: 'a-desk',
    exercise: { id },
    editions: ['seat:a-one', 'public'],
  });

  expect((await control.command({ type: 'StartClock' })).status).toBe(200);
  expect((await control.command({ type: 'JumpClock', to: 120_000 })).status).toBe(200);
  const held = await one.events();
  expect(held.map((e) => e.no)).toEqual(held.map((_, i) => i + 1));
  expect(JSON.stringify(held)).toContain('ALPHA-CANARY');
  expect(JSON.stringify(await other.events())).not.toContain('ALPHA-CANARY');
  expect(JSON.stringify(held)).not.toContain('"to":["control');

  const sent = await one.command({ type: 'SendMessage', to: ['seat:b-one'], text: 'Shall we consult?', purpose: 'ask' });
  expect(await sent.json()).toMatchObject({ ok: true });
  expect((await other.events()).at(-1)?.event).toMatchObject({ type: 'MessageSent', text: 'Shall we consult?' });
  expect(await lobby.json('/api/lobby')).toMatchObject({ exercises: [{ id, status: 'running', seatsIn: 2, seatsOf: 3 }] });
});

it('answers a rejected command with a problem that names the reason', async () => {
  const { links } = await exercise(lobby);
  const one = await joined(server, links.get('seat:a-one'), 'First');
  const refused = await one.command({ type: 'StartClock' });
  expect(refused.status).toBe(409);
  expect(refused.headers.get('content-type')).toMatch(/application\/problem\+json/);
  expect(await refused.json()).toMatchObject({ code: 'lead-control-only', status: 409 });
});

it('keeps exercises, links and sessions over a restart, and comes back paused', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-restart-'));
  const first = await serve({ dataDir });
  const { id, links } = await exercise(await director(first.server));
  const control = await joined(first.server, links.get('control'), 'Lead');
  await control.command({ type: 'StartClock' });
  await first.end();
  const second = await serve({ dataDir });
  expect(second.server.directorLink).toBeUndefined();
  // It opens when somebody asks for it.
  expect(second.server.exercise(id)).toBeUndefined();
  const back = Object.assign(new Player(second.server.url), { path: control.path, cookie: control.cookie });
  expect((await back.events()).at(-1)?.event).toMatchObject({ type: 'ClockPaused', reason: 'restart' });
  expect(second.server.exercise(id)?.status).toBe('paused');
  expect((await back.command({ type: 'StartClock' })).status).toBe(200);
  expect((await (await joined(second.server, links.get('seat:a-one'), 'First')).events()).length).toBeGreaterThan(2);
  await second.end();
  rmSync(dataDir, { recursive: true, force: true });
});

it('says that a port is taken, and lets the data file go', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-port-'));
  const clock = new VirtualClock(1_900_000_000_000);
  await expect(serve({ dataDir, clock, port: Number(new URL(server.url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  // Nothing of it is left that would look into what it has let go.
  clock.advance(10 * 60_000);
  await (await serve({ dataDir })).end();
  rmSync(dataDir, { recursive: true, force: true });
});

it('refuses a data folder that another server holds, and disturbs nothing there', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-twice-'));
  const first = await serve({ dataDir });
  const { id, links } = await exercise(await director(first.server));
  await (await joined(first.server, links.get('control'), 'Lead')).command({ type: 'StartClock' });
  await expect(serve({ dataDir })).rejects.toThrow(/Another server/);
  expect(first.server.exercise(id)?.status).toBe('running');
  await first.end();
  rmSync(dataDir, { recursive: true, force: true });
});

it('refuses a certificate without its key', async () => {
  await expect(serve({ cert: '/nowhere/cert.pem' })).rejects.toThrow(/go together/);
});
