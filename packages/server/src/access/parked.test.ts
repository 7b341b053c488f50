import { Worker } from 'node:worker_threads';
import { edit } from '@entente/documents/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Aside } from '../aside/aside.ts';
import { Exercises } from '../exercises/exercises.ts';
import { Rehearsals } from '../rehearsals/rehearsals.ts';
import { Parked, type Wanted } from '../test/parked.ts';
import { Browser, joined, Player } from '../test/server.ts';
import { takeSheet } from '../test/sheet.ts';
import { type WatchedHouse, watchedHouse } from '../test/watched-house.ts';

const LONG = process.env.ENTENTE_LONG === '1';
const seed = Number(process.env.ENTENTE_SEED);
let open: WatchedHouse | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await open?.end();
  open = undefined;
});
async function house(): Promise<WatchedHouse> {
  open = await watchedHouse();
  return open;
}

type Case = Omit<Wanted, 'method' | 'path'> & {
  query?: string;
  params?: (h: WatchedHouse) => Record<string, string>;
  first?: (h: WatchedHouse) => Promise<unknown>;
  /** Asks, though it is no GET: nothing that is kept is another after it. */
  asks?: true;
};
const json = (body: object): Case => ({ body: JSON.stringify(body) });
const demonstrated: Case = { first: (h) => h.lobby.post('/api/demonstration', {}) };
const read: Case = {};
/** A practice that somebody left. */
let practice = '';
const practised: Case = {
  params: () => ({ id: practice }),
  first: async (h) => {
    // Beside the lobby’s browser, whose cookie would be the seat’s.
    const own = Object.assign(new Browser(h.server.url), { cookie: h.lobby.cookie });
    await own.post('/api/practice', { scenario: 'tiny', seat: 'seat:b-one' });
    const { exercises } = await h.lobby.json<{ exercises: { id: string; practice?: true; status: string }[] }>('/api/lobby');
    practice = exercises.find((e) => e.practice && e.status !== 'ended')?.id ?? '';
  },
};

const SHEET = 'Number,Time,From,To,Message\n1,09:00,Wire,Alpha,News\n2,09:10,Wire,Beta,More news\n';
const BYTES = 'application/octet-stream';
/** The sheet and the workbook that were made for a case. */
let sheet = '';
let workbook = Buffer.alloc(0);
const held: Case = {
  params: () => ({ sheet }),
  first: async (h) => {
    const sent = await h.lobby.fetch('/api/sheets?name=msel.csv', { method: 'POST', headers: { 'content-type': BYTES }, body: SHEET });
    ({ sheet } = (await sent.json()) as { sheet: string });
  },
};
/** All that is a guess in it, agreed to. */
const SETTLED = { settled: ['zone', 'startex', 'endex', 'date', 'title', 'seats', 'parties'] };
const kept: Case = {
  params: () => ({ name: 'Office' }),
  first: (h) =>
    h.lobby.fetch('/api/templates/Office', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"settled":["x"]}' }),
};

/** A scenario of the data folder, its workbook with one row edited, and what that would change. */
let changes = { book: '', mark: '' };
const ofImported: Case = {
  params: () => ({ id: 'ours' }),
  first: async (h) => {
    await takeSheet(h.lobby, SHEET, 'ours.csv').catch(() => {});
    const at = '/api/scenarios/ours/msel';
    const book = await edit(new Uint8Array(await (await h.lobby.fetch(at)).arrayBuffer()), (s) => s.set('i-1', 'Message', 'Said anew'));
    workbook = Buffer.from(book);
    const sent = await h.lobby.fetch(`${at}/changes`, {
      method: 'POST',
      headers: { 'content-type': BYTES },
      body: workbook as unknown as string,
    });
    const { book: held, mark } = (await sent.json()) as typeof changes;
    changes = { book: held, mark };
  },
};

const rehearse = (h: WatchedHouse, runs: number): Promise<unknown> => h.lobby.post('/api/scenarios/tiny/rehearsal', { runs });
/** Under way for longer than requests are held back; what an earlier ending left under way stands still, and stays. */
const underWay = async (who: Browser, at: string, runs: number): Promise<void> => {
  if ('running' in (await who.json<object>(at))) return;
  expect((await who.post(at, { runs })).ok).toBe(true);
};
/** What is under way stays so, but gets no further run to play: it would take a core, and end, and report, meanwhile. */
function standStill(): void {
  const { postMessage } = Worker.prototype;
  vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker, message, ...more) {
    if (!('from' in message)) postMessage.call(this, message, ...more);
  });
}
const rehearsal: Case = { params: () => ({ id: 'tiny' }) };
const rehearsed: Case = {
  ...rehearsal,
  first: async (h) => {
    if ((await h.lobby.fetch('/api/scenarios/tiny/rehearsal/report')).ok) return;
    await rehearse(h, 1);
    await vi.waitFor(
      async () => expect(await (await h.lobby.fetch('/api/scenarios/tiny/rehearsal')).json()).not.toHaveProperty('running'),
      {
        timeout: 60_000,
      },
    );
  },
};
const ofRun: Case = { ...rehearsed, params: () => ({ id: 'tiny', run: '1' }) };

/** Rehearsed on from where the exercise stands, by lead control. */
const onward: Case = {
  first: async (h) => {
    const at = h.control.api('/rehearsal');
    if ((await h.control.fetch(`${at}/report`)).ok) return;
    await h.control.command({ type: 'StartClock' });
    await h.control.post(at, { runs: 1 });
    await vi.waitFor(async () => expect((await h.control.fetch(`${at}/report`)).status).toBe(200), { timeout: 60_000 });
  },
};
/** Nothing has gone wrong in it yet: its one run stands in for the one that ended well. */
const decided: Case = {
  ...json({}),
  first: async (h) => {
    await onward.first?.(h);
    vi.spyOn(Rehearsals.prototype, 'openNearest').mockImplementation(function (this: Rehearsals, what, judge) {
      return this.open(what, 1, judge);
    });
  },
};

/** One good request for each route that answers a seat or the director. A route that is not here fails the test. */
const CASES: Readonly<Record<string, Case | ((h: WatchedHouse) => Case)>> = {
  'GET /s/:door/api/me': read,
  'GET /s/:door/api/feed': read,
  'GET /s/:door/api/editions/:edition/feed': { params: () => ({ edition: 'joint' }) },
  'GET /s/:door/api/export': read,
  'GET /s/:door/api/search': { query: '?q=metres' },
  'GET /s/:door/api/known': read,
  'GET /s/:door/api/why': (h) => ({ query: `?item=${h.item}&seat=seat:b-one` }),
  'GET /s/:door/api/attachments/:file': { params: (h) => ({ file: h.file }) },
  'GET /s/:door/api/plans/:text': { params: (h) => ({ text: h.plan }) },
  'GET /s/:door/api/msel': read,
  'GET /s/:door/api/msel/templates': read,
  'POST /s/:door/api/msel': { ...json({ template: { columns: { Who: 'to' } } }), asks: true },
  'POST /s/:door/api/msel/changes': () => ({
    type: BYTES,
    body: workbook,
    asks: true,
    first: async (h) => {
      workbook = Buffer.from(await (await h.control.fetch(h.control.api('/msel'))).arrayBuffer());
    },
  }),
  'POST /s/:door/api/commands': json({ id: 'held-back-1', command: { type: 'WriteNote', text: 'After the end.' } }),
  'POST /s/:door/api/presence': json({ here: 'away' }),
  'POST /s/:door/api/links': json({ seats: ['seat:b-one'] }),
  'POST /s/:door/api/leave': json({}),
  'POST /s/:door/api/attachments': { query: '?name=late.txt', type: 'text/plain', body: 'Too late.' },
  'GET /s/:door/api/rehearsal': read,
  'GET /s/:door/api/rehearsal/report': onward,
  'GET /s/:door/api/rehearsal/page': onward,
  'GET /s/:door/api/rehearsal/report.html': onward,
  'GET /s/:door/api/rehearsal/runs.csv': onward,
  'POST /s/:door/api/rehearsal/runs/:run/open': { ...onward, params: () => ({ run: '1' }), ...json({}) },
  'POST /s/:door/api/rehearsal/decision/open': decided,
  'POST /s/:door/api/rehearsal': { first: (h) => h.control.command({ type: 'StartClock' }), ...json({ runs: 1 }), asks: true },
  // Under way while others would begin one.
  'DELETE /s/:door/api/rehearsal': {
    first: async (h) => {
      await h.control.command({ type: 'StartClock' });
      await underWay(h.control, h.control.api('/rehearsal'), 5_000);
    },
    asks: true,
  },
  'GET /api/lobby': read,
  'GET /api/scenarios/:id': { params: () => ({ id: 'tiny' }) },
  'GET /api/exercises/:id': read,
  'POST /api/exercises': json({ scenario: 'tiny' }),
  'POST /api/exercises/:id/links': json({ seats: ['seat:b-one'] }),
  'POST /api/exercises/:id/open': json({}),
  'GET /api/scenarios/:id/msel': ofImported,
  'POST /api/scenarios/:id/msel/changes': () => ({ ...ofImported, type: BYTES, body: workbook, asks: true }),
  'POST /api/scenarios/:id/msel/take': () => ({ ...ofImported, ...json({ ...changes, take: ['i-1'] }) }),
  'POST /api/exercises/:id/start': json({ name: 'Director' }),
  'POST /api/sheets': { query: '?name=msel.csv', type: BYTES, body: SHEET, asks: true },
  'POST /api/sheets/:sheet/reading': { ...held, ...json({}), asks: true },
  'POST /api/sheets/:sheet/import': { ...held, ...json({ map: SETTLED }) },
  'DELETE /api/sheets/:sheet': { ...held, asks: true },
  'GET /api/templates': read,
  'PUT /api/templates/:name': { params: () => ({ name: 'Ports' }), ...json({ settled: ['x'] }) },
  'DELETE /api/templates/:name': kept,
  'POST /api/demonstration': json({}),
  'PATCH /api/demonstration': { ...demonstrated, ...json({ speed: 7 }) },
  'DELETE /api/demonstration': { ...demonstrated, ...json({}) },
  'POST /api/practice': json({ scenario: 'tiny', seat: 'seat:b-one' }),
  'POST /api/exercises/:id/practice': { ...practised, ...json({}) },
  'DELETE /api/exercises/:id/practice': practised,
  'PUT /api/exercises/:id/simulated': { ...json({ on: true }), asks: true },
  'GET /api/scenarios/:id/rehearsal': rehearsal,
  'GET /api/scenarios/:id/rehearsal/report': rehearsed,
  'GET /api/scenarios/:id/rehearsal/page': rehearsed,
  'GET /api/scenarios/:id/rehearsal/report.html': rehearsed,
  'GET /api/scenarios/:id/rehearsal/runs.csv': rehearsed,
  'POST /api/scenarios/:id/rehearsal/runs/:run/open': { ...ofRun, ...json({}) },
  'POST /api/scenarios/:id/rehearsal': { ...rehearsal, ...json({ runs: 1 }), asks: true },
  // Last, since it is under way while others would begin one.
  'DELETE /api/scenarios/:id/rehearsal': {
    ...rehearsal,
    first: (h) => underWay(h.lobby, '/api/scenarios/tiny/rehearsal', 20_000),
    asks: true,
  },
};

/** Whatever ends a session. */
const again = (h: WatchedHouse): Player => Object.assign(new Player(h.server.url), { cookie: h.control.cookie, path: h.control.path });
const ENDINGS: Readonly<Record<string, (h: WatchedHouse) => Promise<unknown>>> = {
  'the link is issued anew': (h) => h.lobby.post(`/api/exercises/${h.exercise}/links`, { seats: ['control'] }),
  'the seat is handed over': (h) => again(h).command({ type: 'HandOver', name: 'Relief' }),
  'the person leaves the seat': (h) => again(h).command({ type: 'LeaveSeat' }),
  'the browser leaves': (h) => again(h).post(h.control.api('/leave')),
  'its time is over': (h) => h.expire(),
};
const DIRECTOR_ENDINGS: typeof ENDINGS = {
  'a new director link is made': (h) => h.server.access.makeDirectorLink(),
  'its time is over': (h) => h.expire(),
};

/** The same house for a director and a lead control who come in anew. */
async function entered(h: WatchedHouse): Promise<WatchedHouse> {
  const lobby = new Browser(h.server.url);
  await lobby.post('/api/director', { token: await h.server.access.makeDirectorLink() });
  const answer = await lobby.post(`/api/exercises/${h.exercise}/links`, { seats: ['control'] });
  const { links } = (await answer.json()) as { links: { url: string }[] };
  return { ...h, lobby, control: await joined(h.server, links[0]?.url, 'Lead') };
}

/** The request of a case, its address filled in. */
function wanted(h: WatchedHouse, route: string): Wanted {
  const [method, pattern] = route.split(' ') as [string, string];
  const found = CASES[route];
  const { query = '', params, first: _, asks: __, ...rest } = typeof found === 'function' ? found(h) : (found as Case);
  const filled: Record<string, string> = { door: h.control.path.split('/')[2] as string, id: h.exercise, ...params?.(h) };
  return { method, path: pattern.replace(/:(\w+)/g, (_all, name: string) => filled[name] as string) + query, ...rest };
}
const prepare = async (h: WatchedHouse, route: string) => {
  const found = CASES[route];
  await (typeof found === 'function' ? found(h) : found)?.first?.(h);
};
const isDirectors = (route: string) => route.includes(' /api/');
const cookieOf = (h: WatchedHouse, route: string) => (isDirectors(route) ? h.lobby : h.control).cookie;

describe('a request that is held back until its session has ended', () => {
  it('is tried on every route that answers a seat or the director', async () => {
    const { server } = await house();
    const asked = server.routes.filter((r) => r.who !== 'anyone').map((r) => `${r.method} ${r.path}`);
    expect(Object.keys(CASES).sort()).toEqual(asked.sort());
  });

  const isRead = (route: string) => route.startsWith('GET');
  const answered = async (h: WatchedHouse, route: string) => {
    await prepare(h, route);
    const before = await h.state();
    const answer = await (await Parked.open(h.server.url, cookieOf(h, route), wanted(h, route))).go().answer();
    expect(answer, route).toMatch(/^HTTP\/1\.1 20/);
    return before;
  };

  // One house for all that threads beside the server work for: each thread loads everything anew.
  const inOneHouse = (route: string) => isRead(route) || /\/(msel|sheets|templates)|\/rehearsal\/.*\/open$/.test(route);
  // A rehearsal’s report, its table and a run opened take a thread each: those of a scenario or of an exercise, as the seed chooses.
  const inTurn = (route: string) => LONG || !/\/rehearsal\//.test(route) || isDirectors(route) === (seed % 2 === 0);
  const done = async (h: WatchedHouse, route: string) => {
    const before = await answered(h, route);
    const found = CASES[route];
    const { asks = false } = typeof found === 'function' ? found(h) : (found as Case);
    if (!route.endsWith('/presence') && !asks) expect(await h.state(), route).not.toBe(before);
  };

  it('is answered for whoever stands, where it reads, opens a run or takes a sheet in', async () => {
    const h = await house();
    for (const route of Object.keys(CASES).filter(inOneHouse)) if (inTurn(route)) await (isRead(route) ? answered : done)(h, route);
  });

  it.each(Object.keys(CASES).filter((route) => !inOneHouse(route)))('%s is done for whoever stands', async (route) => {
    await done(await house(), route);
  });

  // Nothing of what is held back is done, so whoever comes in after one ending finds the house as it was for the next.
  for (const [whose, endings, mine] of [
    ['a seat', ENDINGS, (route: string) => !isDirectors(route)],
    ['a director', DIRECTOR_ENDINGS, isDirectors],
  ] as const)
    describe(`of ${whose}`, () => {
      let shared: WatchedHouse;
      beforeAll(async () => {
        shared = await watchedHouse();
      });
      afterAll(() => shared.end());
      it.each(Object.entries(endings))('does nothing and is answered like a stranger’s when %s', async (_, end) => {
        await holdBack(await entered(shared), Object.keys(CASES).filter(mine), end);
      });
    });

  async function holdBack(h: WatchedHouse, routes: readonly string[], end: (h: WatchedHouse) => Promise<unknown>): Promise<void> {
    for (const route of routes) await prepare(h, route);
    standStill();
    const held: { route: string; request: Wanted; parked: Parked }[] = [];
    for (const route of routes) {
      const request = wanted(h, route);
      // What is wrong with a body is not told to nobody either.
      for (const body of request.body === undefined ? [undefined] : [request.body, '{"no']) {
        const exact = body === undefined ? request : { ...request, body };
        held.push({ route, request: exact, parked: await Parked.open(h.server.url, cookieOf(h, route), exact) });
      }
    }
    await end(h);
    const before = await h.state();
    for (const { route, request, parked } of held) {
      const stranger = await (await Parked.open(h.server.url, 'entente_seat=x; entente_director=x', request)).go().answer();
      expect(stranger, route).toMatch(/^HTTP\/1\.1 401 /);
      expect(await parked.go().answer(), route).toBe(stranger);
    }
    expect(await h.state()).toBe(before);
  }

  it('opens no seat if it is a join link that was issued anew meanwhile', async () => {
    const h = await house();
    const join = (token: string | undefined): Wanted => ({ method: 'POST', path: '/api/join', body: JSON.stringify({ token }) });
    const parked = await Parked.open(h.server.url, '', join(h.links.get('seat:b-one')?.split('#')[1]));
    await h.lobby.post(`/api/exercises/${h.exercise}/links`, { seats: ['seat:b-one'] });
    const before = await h.state();
    const answer = await parked.go().answer();
    expect(answer).toBe(await (await Parked.open(h.server.url, '', join('x'.repeat(43)))).go().answer());
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(await h.state()).toBe(before);
  });
});

describe('a director’s request during whose work the session ends', () => {
  const ask = async (h: WatchedHouse, route: string) => (await Parked.open(h.server.url, h.lobby.cookie, wanted(h, route))).go().answer();

  /** Scenarios, demonstration, exercises and folders, drafts too. */
  async function made(h: WatchedHouse): Promise<object> {
    const [, { scenarios, demonstration, exercises }, , folders] = JSON.parse(await h.state());
    return { scenarios, demonstration, exercises: exercises.length, folders: folders.filter(([path]: [string]) => path !== 'scenarios') };
  }

  it.each([
    ['reading', 'its time is over'],
    ['folder', 'a new director link is made'],
  ] as const)('puts no sheet on the shelf that was read aside (%s) when %s, and leaves no draft', async (during, ending) => {
    const h = await house();
    await prepare(h, 'POST /api/sheets/:sheet/import');
    const before = await made(h);
    const work = Aside.prototype.do;
    vi.spyOn(Aside.prototype, 'do').mockImplementation(async function (this: Aside, task) {
      const done = await work.call(this, task);
      if (task.kind === during) await DIRECTOR_ENDINGS[ending]?.(h);
      return done;
    });
    expect(await ask(h, 'POST /api/sheets/:sheet/import')).toMatch(/^HTTP\/1\.1 401 /);
    expect(await made(h)).toEqual(before);
  });

  it.each(Object.entries(DIRECTOR_ENDINGS))('begins no demonstration in place of the one that it ended when %s', async (_, end) => {
    const h = await house();
    const before = await made(h);
    await prepare(h, 'PATCH /api/demonstration');
    const work = Exercises.prototype.forget;
    vi.spyOn(Exercises.prototype, 'forget').mockImplementation(async function (this: Exercises, id) {
      await work.call(this, id);
      await end(h);
    });
    expect(await ask(h, 'POST /api/demonstration')).toMatch(/^HTTP\/1\.1 401 /);
    expect(await made(h)).toEqual(before);
  });
});
