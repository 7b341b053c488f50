import { afterEach, describe, expect, it } from 'vitest';
import type { Store } from '../store/store.ts';
import { EventStream } from '../test/events.ts';
import { Parked } from '../test/parked.ts';
import { Browser, joined, Player } from '../test/server.ts';
import { FeedLine } from '../test/socket.ts';
import { type WatchedHouse, watchedHouse } from '../test/watched-house.ts';

let open: WatchedHouse | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});
async function house(wrap?: (store: Store) => Store): Promise<WatchedHouse> {
  open = await watchedHouse(wrap);
  return open;
}
/** A second browser with the cookie that the first has now. */
const copyOf = (player: Player): Player => Object.assign(new Player(player.base), { cookie: player.cookie, path: player.path });
const me = async (p: Player) => (await p.fetch(p.api('/me'))).status;
const listening = (h: WatchedHouse) => h.server.exercise(h.exercise)?.feed.listening;
const told = async (answer: Response) => ({
  status: answer.status,
  cookies: answer.headers.getSetCookie(),
  body: await answer.text(),
});
const reissue = (h: WatchedHouse, seat: string) => h.lobby.post(`/api/exercises/${h.exercise}/links`, { seats: [seat] });

/** Whatever ends the session of `one`, done from another browser with the same cookie. */
const ENDINGS: Readonly<Record<string, (h: WatchedHouse) => Promise<unknown>>> = {
  'a hand-over': (h) => copyOf(h.one).command({ type: 'HandOver', name: 'Relief' }),
  'leaving the seat': (h) => copyOf(h.one).command({ type: 'LeaveSeat' }),
  'leaving with the browser': (h) => copyOf(h.one).post(h.one.api('/leave')),
  'a link issued anew': (h) => reissue(h, 'seat:a-one'),
  time: async (h) => {
    for (const session of await h.store.sessions()) await h.store.putSession({ ...session, expiresAt: h.clock.now() + 30_000 });
    await h.server.access.reread();
    // It is looked after every minute; meanwhile beats are taken.
    for (let gone = 0; gone < 60; gone += 5) {
      h.clock.advance(5_000);
      for (let i = 0; i < 50; i++) await new Promise((done) => setImmediate(done));
    }
  },
};

describe.each(Object.entries(ENDINGS))('%s', (_name, end) => {
  it('ends every stream and socket of the session at once, and nothing more is told on them', async () => {
    const h = await house();
    const stream = await EventStream.open(h.one);
    const socket = await FeedLine.open(h.one);
    await Promise.all([stream.until((f) => f.event === 'beat'), socket.beaten()]);
    expect(listening(h)).toBe(2);
    await end(h);
    expect(listening(h)).toBe(0);
    await stream.toEnd();
    await socket.end();
    expect(stream.frames.at(-1)?.event).toBe('revoked');
    expect(socket.texts.at(-1)).toBe('{"revoked":{}}');
    expect([stream, socket].map((s) => JSON.stringify(s).includes('Relief'))).toEqual([false, false]);
  });

  it('ends what is not taken, too: nothing is kept open for whoever reads no further', async () => {
    const h = await house();
    const socket = await FeedLine.open(h.one);
    await socket.beaten();
    socket.socket.pause();
    await end(h);
    expect(listening(h)).toBe(0);
    h.clock.advance(2_000);
    socket.socket.resume();
    await socket.end();
  });
});

describe('an answer that is on its way', () => {
  const BIG = 1_000_000;
  /** The record as it is read for an export, each event a megabyte long: more than the line and the kernel hold between them. */
  let padding = '';
  const padded = (store: Store): Store => ({
    ...store,
    read: async (...asked) => (await store.read(...asked)).map((r) => ({ ...r, body: r.body + padding })),
  });
  afterEach(() => {
    padding = '';
  });

  it('breaks off when its session ends: an export', async () => {
    const h = await house(padded);
    padding = ' '.repeat(4 * BIG);
    const parked = await Parked.open(h.server.url, h.control.cookie, { method: 'GET', path: h.control.api('/export') });
    await parked.go().hears('200 OK');
    parked.socket.pause();
    await reissue(h, 'control');
    parked.socket.resume();
    const heard = await parked.answer();
    expect(heard.endsWith('0\r\n\r\n')).toBe(false);
    expect(heard.length).toBeLessThan(20 * BIG);
  });

  it('breaks off when its session ends: a file', async () => {
    const h = await house((store) => ({
      ...store,
      piece: async (content, n) => (await store.piece(content, n)) && new Uint8Array(40 * BIG),
    }));
    const path = h.control.api(`/attachments/${h.file}`);
    const parked = await Parked.open(h.server.url, h.control.cookie, { method: 'GET', path });
    await parked.go().hears('200 OK');
    parked.socket.pause();
    await copyOf(h.control).command({ type: 'HandOver', name: 'Relief' });
    parked.socket.resume();
    expect((await parked.answer()).length).toBeLessThan(30 * BIG);
  });
});

describe('a hand-over', () => {
  it('voids the old cookie at once, before the new one was ever used', async () => {
    const h = await house();
    const copied = copyOf(h.one);
    await h.one.command({ type: 'HandOver', name: 'Relief' });
    const note = { type: 'WriteNote', text: 'As the new person.' };
    expect([await me(copied), (await copied.command(note)).status]).toEqual([401, 401]);
    expect([await me(h.one), (await h.one.command(note)).status]).toEqual([200, 200]);
  });

  it('gives its cookie once: sent again, it is answered like a stranger’s', async () => {
    const h = await house();
    const copied = copyOf(h.one);
    const first = await h.one.command({ type: 'HandOver', name: 'Relief' }, 'hand-over-1');
    expect(first.headers.getSetCookie()).toHaveLength(1);
    const before = await h.state();
    const stranger = Object.assign(new Player(h.server.url), { cookie: 'entente_seat=x', path: h.one.path });
    const again = await told(await copied.command({ type: 'HandOver', name: 'Relief' }, 'hand-over-1'));
    expect(again).toEqual(await told(await stranger.command({ type: 'HandOver', name: 'Relief' }, 'hand-over-1')));
    expect(again).toMatchObject({ status: 401, cookies: [] });
    expect(await h.state()).toBe(before);
  });

  it('sent again by whoever shares the seat gives the same answer and no cookie', async () => {
    const h = await house();
    const colleague = await joined(h.server, h.links.get('seat:a-one'), 'Colleague');
    const first = await (await h.one.command({ type: 'HandOver', name: 'Relief' }, 'hand-over-1')).text();
    const again = await told(await colleague.command({ type: 'HandOver', name: 'Relief' }, 'hand-over-1'));
    expect(again).toEqual({ status: 200, cookies: [], body: first });
    expect(await me(colleague)).toBe(200);
  });

  it('ends the old hand’s sessions, those at the seat that gave no name, and the link; a colleague’s stays', async () => {
    const h = await house();
    const link = h.links.get('seat:a-one');
    const colleague = await joined(h.server, link, 'Colleague');
    const nameless = await joined(h.server, link);
    const elsewhere = await joined(h.server, h.links.get('seat:a-two'));
    await h.one.command({ type: 'HandOver', name: 'Relief' });
    expect(await Promise.all([h.one, colleague, nameless, elsewhere].map(me))).toEqual([200, 200, 401, 200]);
    expect((await new Browser(h.server.url).post('/api/join', { token: link?.split('#')[1] })).status).toBe(404);
  });

  it('whose answer was lost leaves a way: control issues the link anew', async () => {
    const h = await house();
    const lost = copyOf(h.one);
    await copyOf(h.one).command({ type: 'HandOver', name: 'Relief' });
    expect(await me(lost)).toBe(401);
    const { links } = (await (await h.control.post(h.control.api('/links'), { seats: ['seat:a-one'] })).json()) as {
      links: { url: string }[];
    };
    const relief = await joined(h.server, links[0]?.url, 'Relief');
    expect((await relief.command({ type: 'WriteNote', text: 'I am in.' })).status).toBe(200);
  });

  it('of lead control does not make the director who opens it again the new person', async () => {
    const h = await house();
    const openControl = async () => {
      const answer = await h.lobby.fetch(`/api/exercises/${h.exercise}/open`, { method: 'POST' });
      const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
      return Object.assign(new Player(h.server.url), { cookie, path: ((await answer.json()) as { path: string }).path });
    };
    const lobbyCookie = h.lobby.cookie;
    const director = await openControl();
    await director.command({ type: 'TakeSeat', name: 'Director' });
    await director.command({ type: 'HandOver', name: 'Relief' });
    h.lobby.cookie = lobbyCookie;
    const again = await openControl();
    expect(await again.json(again.api('/me'))).not.toHaveProperty('person');
    expect(await me(director)).toBe(200);
  });
});

describe('leaving a seat', () => {
  it('ends the person’s sessions on every device, and takes the cookie back', async () => {
    const h = await house();
    const lobbyCookie = h.lobby.cookie;
    const devices: Player[] = [];
    for (let i = 0; i < 2; i++) {
      h.lobby.cookie = lobbyCookie;
      const answer = await h.lobby.post(`/api/exercises/${h.exercise}/open`);
      const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] as string;
      devices.push(Object.assign(new Player(h.server.url), { cookie, path: ((await answer.json()) as { path: string }).path }));
      if (i === 0) await devices[0]?.command({ type: 'TakeSeat', name: 'Director' });
    }
    const [first, second] = devices as [Player, Player];
    expect((await second.json<{ person?: string }>(second.api('/me'))).person).toBeDefined();
    const answer = await first.command({ type: 'LeaveSeat' });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^entente_seat=; Max-Age=0; Path=\/s\/[\w-]+; Expires=Thu, 01 Jan 1970/);
    expect(await Promise.all([first, second, h.control].map(me))).toEqual([401, 401, 200]);
  });
});

describe('a link to the own seat', () => {
  it('that lead control issues anew ends who came by the old one, but for the session that asks', async () => {
    const h = await house();
    const other = await joined(h.server, h.links.get('control'), 'Second lead');
    const stream = await EventStream.open(other);
    expect((await h.control.post(h.control.api('/links'), { seats: ['control'] })).status).toBe(200);
    await stream.toEnd();
    expect([await me(h.control), await me(other)]).toEqual([200, 401]);
  });
});

describe('the director link', () => {
  it('opens the lobby once, however many try in the same moment', async () => {
    const h = await house();
    // What stands behind `--new-director-link`.
    await h.store.putDirectorLink('2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae');
    const spend = { method: 'POST', path: '/api/director', body: JSON.stringify({ token: 'foo' }) };
    const tries = await Promise.all(Array.from({ length: 5 }, () => Parked.open(h.server.url, '', spend)));
    for (const t of tries) t.go();
    const answers = await Promise.all(tries.map((t) => t.answer()));
    expect(answers.map((a) => a.slice(9, 12)).sort()).toEqual(['204', '404', '404', '404', '404']);
  });
});
