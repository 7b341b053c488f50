import { connect } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { Browser, director, exercise, joined, serve } from '../test/server.ts';

afterEach(() => void vi.restoreAllMocks());

/** Lines of the log, as they are written from now on. */
function heard(): string[] {
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  return lines;
}
const WARN = 40;
const INFO = 30;
const told = (lines: string[]) =>
  lines.map((line) => JSON.parse(line)).map(({ level, msg, method, route, status }) => [level, msg, `${method} ${route}`, status]);

it('says at the usual level who came in and what was refused, without a token, a name, a door or what was sent', async () => {
  const lines = heard();
  const { server, end } = await serve({ logLevel: 'warn' });
  const lobby = await director(server);
  const { id, links } = await exercise(lobby);
  const one = await joined(server, links.get('seat:a-one'), 'Firstname');
  await lobby.post(`/api/exercises/${id}/open`);
  const stranger = Object.assign(new Browser(server.url), { cookie: 'entente_seat=CANARY-cookie' });
  await stranger.post('/api/join', { token: 'CANARY-token' });
  await stranger.post('/api/director', { token: 'CANARY-token' });
  await stranger.fetch(one.api('/me?q=CANARY-query'));
  await stranger.fetch('/api/lobby');
  await one.fetch(one.api('/me'), { headers: { origin: 'http://canary.example' } });
  await one.fetch(one.api('/editions/CANARY-edition/feed'));
  await one.post(one.api('/links'), { seats: ['seat:b-one'] });
  await one.command({ type: 'WriteNote', text: 'CANARY-text' });
  await server.app.inject({ url: '/CANARY-path', headers: { host: 'canary.example' } });
  await end();
  expect(told(lines)).toEqual([
    [WARN, 'came in', 'POST /api/director', 204],
    [WARN, 'came in', 'POST /api/join', 200],
    [WARN, 'came in', 'POST /api/exercises/:id/open', 200],
    [WARN, 'refused', 'POST /api/join', 404],
    [WARN, 'refused', 'POST /api/director', 404],
    [WARN, 'refused', 'GET /s/:door/api/me', 401],
    [WARN, 'refused', 'GET /api/lobby', 401],
    [WARN, 'refused', 'GET /s/:door/api/me', 403],
    [WARN, 'refused', 'GET /s/:door/api/editions/:edition/feed', 404],
    [WARN, 'refused', 'POST /s/:door/api/links', 404],
    [WARN, 'refused', 'GET none', 421],
  ]);
  const secrets = [server.directorLink, ...links.values()].map((link) => link?.split(/#(?:director=)?/)[1] as string);
  const hidden = [...secrets, one.cookie.split('=')[1], one.path.split('/')[2], id, 'seat:', 'Firstname'] as string[];
  for (const words of hidden) expect(lines.join('')).not.toContain(words);
  expect(lines.join('')).not.toMatch(/canary/i);
});

it('says at a talkative level what else came, and of what was no HTTP only that', async () => {
  const lines = heard();
  const { server, end } = await serve({ logLevel: 'info' });
  const lobby = await director(server);
  await lobby.post('/api/exercises', { scenario: 'tiny', title: 'CANARY' });
  const { port, hostname } = new URL(server.url);
  await new Promise((done) => {
    const socket = connect(Number(port), hostname, () => socket.end('CANARY canary\r\n\r\n'));
    socket.resume().on('close', done);
  });
  await end();
  const own = told(lines).filter(([, msg]) => !String(msg).startsWith('Server listening'));
  expect(own).toEqual([
    [WARN, 'came in', 'POST /api/director', 204],
    [INFO, 'answered', 'POST /api/exercises', 201],
    [INFO, 'no HTTP', 'undefined undefined', undefined],
  ]);
  expect(lines.join('')).not.toMatch(/canary/i);
});
