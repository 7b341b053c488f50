import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { VirtualClock } from '../clock.ts';
import type { RunningServer } from '../index.ts';
import { type Browser, director, exercise, joined, type Player, serve } from '../test/server.ts';
import { FeedLine } from '../test/socket.ts';
import { FeedSocket } from './socket.ts';

let server: RunningServer;
let lobby: Browser;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ server, end } = await serve());
  lobby = await director(server);
});
afterAll(() => end());

async function table() {
  const { id, links } = await exercise(lobby);
  const control = await joined(server, links.get('control'), 'Lead');
  const one = await joined(server, links.get('seat:a-one'), 'First');
  const other = await joined(server, links.get('seat:b-one'), 'Second');
  return { id, links, control, one, other };
}
const say = (to: string, text: string) => ({ type: 'SendMessage', to: [to], text });
const numbers = (line: FeedLine) => line.events.map((e) => e.no);
const upTo = (count: number, after = 0) => Array.from({ length: count }, (_, i) => after + i + 1);
const texts = (line: FeedLine) => line.events.map((e) => e.event.text).filter((t) => t !== undefined);

/** An upgrade as a browser asks for it; the answer if it is refused. */
async function refused(player: Player, path: string, headers: Record<string, string> = {}) {
  const { hostname, port } = new URL(player.base);
  const asked: ClientRequest = request({
    host: hostname,
    port,
    path,
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      cookie: player.cookie,
      ...headers,
    },
  }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer) text += chunk;
  return { status: answer.statusCode, body: JSON.parse(text) as { code: string } };
}

describe('a feed over a WebSocket', () => {
  it('tells byte for byte what the page holds, in the seat’s own numbers, and goes on with what comes', async () => {
    const { one, other, control } = await table();
    for (let i = 0; i < 3; i++) await control.command(say('seat:b-one', `hidden ${i}`));
    const line = await (await FeedLine.open(one)).beaten();
    await control.command(say('seat:a-one', 'shown'));
    await line.until((l) => texts(l).includes('shown'));
    const page = await (await one.fetch(one.api('/feed'))).text();
    const told = line.texts.filter((t) => t.startsWith('[')).map((t) => t.slice(1, -1));
    expect(page.startsWith(`{"events":[${told.join(',')}],`)).toBe(true);
    expect(numbers(line)).toEqual(upTo(line.events.length));
    expect(line.texts.join()).not.toMatch(/hidden|"to":\["control|"n":/);
    const theirs = await (await FeedLine.open(other)).beaten();
    expect(texts(theirs)).toEqual(['hidden 0', 'hidden 1', 'hidden 2']);
    line.close();
    theirs.close();
  });

  it('goes on after the number that it is asked for, and states the last with a beat', async () => {
    const { one } = await table();
    const whole = await (await FeedLine.open(one)).beaten();
    const rest = await (await FeedLine.open(one, '?after=2')).beaten();
    expect(numbers(rest)).toEqual(upTo(whole.events.length - 2, 2));
    expect(rest.notices.find((n) => 'beat' in n)).toEqual({
      beat: { last: whole.events.length, now: expect.any(Number), wall: expect.any(Number) },
    });
    whole.close();
    rest.close();
  });

  it.each([
    ['a command', (l: FeedLine) => l.socket.send(JSON.stringify({ type: 'StartClock' }))],
    ['nothing at all', (l: FeedLine) => l.socket.send('')],
    ['bytes', (l: FeedLine) => l.socket.send(Buffer.of(1, 2, 3))],
    ['a ping', (l: FeedLine) => l.socket.ping()],
  ])('is closed by whoever sends %s', async (_name, send) => {
    const { one, id } = await table();
    const line = await (await FeedLine.open(one)).beaten();
    const position = server.exercise(id)?.feed.position;
    send(line);
    expect(await line.end()).toBe(1008);
    expect(server.exercise(id)?.feed.position).toBe(position);
  });

  it('is refused as a request is: another site, another name, no session, a number that was never given', async () => {
    const { one, other } = await table();
    const at = one.api('/feed');
    expect(await refused(one, at, { origin: 'http://elsewhere.example' })).toMatchObject({ status: 403, body: { code: 'origin' } });
    expect(await refused(one, at, { 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 });
    expect(await refused(one, at, { host: 'elsewhere.example' })).toMatchObject({ status: 421 });
    expect(await refused(one, at, { cookie: '' })).toMatchObject({ status: 401, body: { code: 'session' } });
    expect(await refused(one, other.api('/feed'))).toMatchObject({ status: 401 });
    expect(await refused(one, `${at}?after=99999`)).toMatchObject({ status: 400, body: { code: 'cursor' } });
    expect(await refused(one, `${at}?after=x`)).toMatchObject({ status: 400 });
  });

  it('is the only thing that is upgraded: elsewhere the request is answered as ever', async () => {
    const { one } = await table();
    expect(await refused(one, one.api('/me'))).toMatchObject({ status: 200, body: { seat: 'seat:a-one' } });
    expect(await refused(one, '/healthz')).toMatchObject({ status: 200 });
  });

  it('opens so many windows for one session and no more, whether sockets or streams', async () => {
    const { one } = await table();
    const lines: FeedLine[] = [];
    for (let i = 0; i < 12; i++) lines.push(await FeedLine.open(one));
    expect(await refused(one, one.api('/feed'))).toMatchObject({ status: 429, body: { code: 'too-many-pages' } });
    for (const l of lines) l.close();
  });

  it('says that it is over when the link is issued again, and shows nothing more', async () => {
    const { one, control } = await table();
    const line = await (await FeedLine.open(one)).beaten();
    await control.post(control.api('/links'), { seats: ['seat:a-one'] });
    expect(await line.end()).toBe(1001);
    expect(line.notices.at(-1)).toEqual({ revoked: {} });
  });

  it('says that the server closes, and does not hold it up', async () => {
    const own = await serve();
    const lobby = await director(own.server);
    const { links } = await exercise(lobby);
    const line = await (await FeedLine.open(await joined(own.server, links.get('seat:a-one'), 'First'))).beaten();
    await own.end();
    expect(await line.end()).toBe(1001);
    expect(line.notices.at(-1)).toEqual({ closed: {} });
  });
});

describe('a slow reader over a WebSocket', () => {
  it('costs no memory, loses nothing when it reads on, and is let go when it takes nothing at all', async () => {
    const clock = new VirtualClock(1_800_000_000_000);
    const own = await serve({ clock });
    const { id, links } = await exercise(await director(own.server));
    const control = await joined(own.server, links.get('control'), 'Lead');
    const one = await joined(own.server, links.get('seat:a-one'), 'First');
    const slow = await (await FeedLine.open(one)).beaten();
    slow.socket.pause();
    const long = 'x'.repeat(19_000);
    const { feed } = own.server.exercise(id) ?? {};
    // More than the line and the kernel hold between them.
    let made = 0;
    const messageOf = FeedSocket.prototype.messageOf;
    const spy = vi.spyOn(FeedSocket.prototype, 'messageOf').mockImplementation(function (this: FeedSocket, piece) {
      const message = messageOf.call(this, piece);
      made += message.length;
      return message;
    });
    for (let round = 0; round < 12; round++) {
      await Promise.all(Array.from({ length: 100 }, (_, i) => control.command(say('seat:a-one', `${round}-${i} ${long}`))));
      clock.advance(50);
    }
    const paused = made;
    slow.socket.resume();
    const last = feed?.last('seat:a-one') as number;
    await slow.until((l) => l.events.length === last);
    expect(numbers(slow)).toEqual(upTo(last));
    // What it could not take stayed in the record.
    expect(paused).toBeLessThan(made - 500_000);
    spy.mockRestore();

    slow.socket.pause();
    expect(feed?.listening).toBe(1);
    for (let beat = 0; beat < 3; beat++) clock.advance(15_000);
    for (let i = 0; i < 1_000 && feed?.listening !== 0; i++) await new Promise((done) => setImmediate(done));
    expect(feed?.listening).toBe(0);
    slow.close();
    await own.end();
  }, 60_000);
});

it('a server closes though somebody whose upgrade was refused does not hang up', async () => {
  const own = await serve();
  const { hostname, port, host } = new URL(own.server.url);
  const line = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  line.on('error', () => {});
  const upgrade = 'connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==';
  line.resume().write(`GET /s/none/api/feed HTTP/1.1\r\nhost: ${host}\r\n${upgrade}\r\n\r\n`);
  await once(line, 'end');
  await own.end();
  line.destroy();
});

/** Five hundred in the long run. */
const CLIENTS = process.env.ENTENTE_LONG === '1' ? 500 : 100;
describe(`${CLIENTS} browsers that come back within one second`, () => {
  it('get a clear answer each, and every event once and in order', async () => {
    const { control, links } = await table();
    const seats = [...links.keys()].filter((viewer) => viewer !== 'observers' && viewer !== 'public');
    // One link lets in sixty within a minute.
    expect(CLIENTS / seats.length).toBeLessThan(59);
    const players: Player[] = [];
    for (let i = 0; i < CLIENTS; i++) players.push(await joined(server, links.get(seats[i % seats.length] as string)));
    const lines = await Promise.all(players.map((p) => FeedLine.open(p)));
    await Promise.all(lines.map((l) => l.beaten()));
    const had = lines.map((l) => l.events.length);
    for (const l of lines) l.close();
    const sent = Promise.all(Array.from({ length: 50 }, (_, i) => control.command(say('everyone', `meanwhile ${i}`))));
    const began = performance.now();
    const again = await Promise.all(players.map((p, i) => FeedLine.open(p, `?after=${had[i]}`)));
    const seconds = (performance.now() - began) / 1_000;
    expect((await sent).every((r) => r.status === 200)).toBe(true);
    await Promise.all(again.map((l) => l.until((x) => texts(x).length === 50)));
    for (const [i, l] of again.entries()) {
      expect(numbers(l)).toEqual(upTo(l.events.length, had[i]));
      l.close();
    }
    console.log(`feed: ${CLIENTS} browsers were back after ${seconds.toFixed(2)} s`);
  }, 60_000);
});
