import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { afterEach, expect, it } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { type RunningServer, startServer } from '../index.ts';
import { Browser, director, exercise, joined, type Player, serve } from '../test/server.ts';
import { tinyInput } from '../test/tiny.ts';

let open: { end(): Promise<void> } | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

async function house(clock?: VirtualClock): Promise<RunningServer> {
  const run = await serve(clock ? { clock } : {});
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
interface Card {
  running?: object;
  cancelled?: { done: number };
  failed?: object;
  last?: { runs: number; findings: number };
}
const AT = '/api/scenarios/tiny/rehearsal';
/** Rehearsing begins threads, which come late on a busy machine. */
const LATE = { timeout: 110_000 };
const done = (who: Browser, at: string) => expect.poll(async () => (await who.json<Card>(at)).last?.runs, LATE).toBeGreaterThan(0);
/** What is asked of an exercise that was rehearsed on. */
const ASKED = [
  ['POST', ''],
  ['GET', ''],
  ['DELETE', ''],
  ['GET', '/page'],
  ['GET', '/report'],
  ['GET', '/report.html'],
  ['GET', '/runs.csv'],
  ['POST', '/runs/1/open'],
  ['POST', '/decision/open'],
] as const;
const answers = (who: Browser, at: string): Promise<number[]> =>
  Promise.all(
    ASKED.map(async ([method, end]) => {
      const body = method === 'POST' ? { headers: { 'content-type': 'application/json' }, body: '{}' } : {};
      return (await who.fetch(`${at}${end}`, { method, ...body })).status;
    }),
  );
const NOWHERE = ASKED.map(() => 404);
/** What lead control is told of as malformed tells nobody else that there is something. */
const malformed = (who: Browser, at: string): Promise<number[]> =>
  Promise.all(
    [
      ['POST', '', '{"runs":"many"}'],
      ['POST', '', 'no JSON'],
      ['DELETE', '?discard=perhaps'],
      ['GET', '/page?at=soon'],
      ['POST', '/runs/first/open', '{}'],
      ['POST', '/runs/5001/open', '{}'],
    ].map(async ([method, end, body]) => {
      const headers = { 'content-type': 'application/json' };
      return (await who.fetch(`${at}${end}`, { method: method as string, ...(body === undefined ? {} : { headers, body }) })).status;
    }),
  );

it('rehearses a scenario from the lobby, gives the report as data, page, file and table, and opens a run in the ordinary review, ended and kept nowhere', {
  timeout: 240_000,
}, async () => {
  const lobby = await director(await house());
  expect((await lobby.fetch(`${AT}/page`)).status).toBe(404);
  expect((await lobby.post(AT, { runs: 20, seed: 5 })).status).toBe(202);
  expect((await lobby.post(AT, { runs: 20 })).status).toBe(409);
  await expect.poll(async () => (await lobby.json<Card>(AT)).last?.runs, LATE).toBe(20);
  const { scenarios } = await lobby.json<{ scenarios: { rehearsal: Card }[] }>('/api/lobby');
  expect(scenarios[0]?.rehearsal.last).toMatchObject({ runs: 20, seed: 5 });
  expect(await lobby.json(`${AT}/report`)).toMatchObject({ runs: 20, seed: 5, scenario: { id: 'tiny' } });
  const page = await lobby.fetch(`${AT}/page`);
  // Its own script runs, and no other.
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'sha256-/);
  expect(await page.text()).toContain('data-house="/api/scenarios/tiny/rehearsal"');
  expect((await lobby.fetch(`${AT}/report.html`)).headers.get('content-disposition')).toContain('rehearsal.html');
  expect((await (await lobby.fetch(`${AT}/runs.csv`)).text()).split('\n')[0]).toMatch(/^run,sample,/);
  const review = beside(lobby);
  const opened = await review.post(`${AT}/runs/3/open`, {});
  expect(opened.status).toBe(200);
  const { path } = (await opened.json()) as { path: string };
  const feed = (await (await review.fetch(`${path}api/feed?after=0`)).json()) as { events: { event: { type: string; title?: object } }[] };
  expect(feed.events[0]?.event.title).toEqual({ en: expect.stringMatching(/^Run 3: [^가-힣]*$/), ko: expect.stringMatching(/^시행 3: /) });
  expect(feed.events.at(-1)?.event.type).toBe('ExerciseEnded');
  expect((await lobby.post(`${AT}/runs/21/open`, {})).status).toBe(404);
});

it('keeps its reports over a restart, of a scenario and of an exercise; what lies there and cannot be read is passed over', {
  timeout: 240_000,
}, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-rehearsal-'));
  const run = await serve({ dataDir });
  open = run;
  const lobby = await director(run.server);
  await lobby.post(AT, { runs: 5 });
  await done(lobby, AT);
  const { id, links } = await exercise(lobby);
  const lead = await joined(run.server, links.get('control'), 'Lead');
  await lead.command({ type: 'StartClock' });
  const from = `${lead.path}api/rehearsal`;
  await lead.post(from, { runs: 4 });
  await done(lead, from);
  const others: Player[] = [];
  for (const [seat, link] of links) if (seat !== 'control') others.push(await joined(run.server, link, seat));
  expect(others.map((o) => o.path).length).toBeGreaterThan(3);
  const told = async (house: Browser, control: Browser) => [
    await house.json(`${AT}/report`),
    await (await house.fetch(`${AT}/runs.csv`)).text(),
    await control.json(`${from}/report`),
    await (await control.fetch(`${from}/runs.csv`)).text(),
  ];
  const before = await told(lobby, lead);
  const secret = run.server.exercise(id)?.row.secret;
  await run.server.close();

  const folder = join(dataDir, 'rehearsals');
  const files = readdirSync(folder);
  expect(files).toHaveLength(2);
  // For nobody else on the machine, and without what stands on the record anyway.
  if (process.platform !== 'win32') for (const name of files) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  for (const name of files) expect(readFileSync(join(folder, name)).includes(secret ?? '')).toBe(false);
  writeFileSync(join(folder, 'cut.rehearsal'), 'nothing');
  mkdirSync(join(folder, 'folder.rehearsal'));
  const kept = deserialize(readFileSync(join(folder, 'tiny.rehearsal')));
  const narrower = (what: string, length: number) =>
    serialize({ ...kept, what, kept: { ...kept.kept, at: 1, runs: { ...kept.kept.runs, values: new Float64Array(length) } } });
  writeFileSync(join(folder, 'tiny.older.rehearsal'), narrower('tiny', 3));
  writeFileSync(join(folder, 'less.rehearsal'), narrower('less', 3));
  writeFileSync(join(folder, 'narrow.rehearsal'), narrower('narrow', 10));
  writeFileSync(join(dataDir, 'beside.rehearsal'), narrower('../beside', 10));

  const again = await startServer({ dataDir, logLevel: 'silent', scenariosDirs: [join(run.dir, 'shelf')] });
  open = {
    async end() {
      await again.close();
      rmSync(run.dir, { recursive: true, force: true });
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  const at = (who: Browser) => Object.assign(new Browser(again.url), { cookie: who.cookie });
  const [house, control] = [at(lobby), at(lead)];
  // To every other seat there is no such report, though it sits where it sat.
  for (const other of others) {
    expect((await at(other).fetch(`${other.path}api/me`)).status).toBe(200);
    expect(await answers(at(other), `${other.path}api/rehearsal`)).toEqual(NOWHERE);
  }
  expect((await house.json<{ last: object }>(AT)).last).toMatchObject({ runs: 5, changed: false });
  expect(await told(house, control)).toEqual(before);
  const status = async (what: string, end: string) => (await house.fetch(`/api/scenarios/${what}/rehearsal/${end}`)).status;
  expect([await status('less', 'report'), await status('narrow', 'report'), await status('narrow', 'runs.csv')]).toEqual([404, 404, 404]);
  expect([await status('cut', 'report'), await status('folder', 'report'), await status('..%2Fbeside', 'report')]).toEqual([404, 404, 404]);
  const opened = beside(house);
  const { path } = (await (await opened.post(`${AT}/runs/2/open`, {})).json()) as { path: string };
  // What is kept nowhere leaves nothing in the folder.
  const there = readdirSync(folder);
  expect((await opened.post(`${path}api/rehearsal`, { runs: 1 })).status).toBe(202);
  await done(opened, `${path}api/rehearsal`);
  expect(readdirSync(folder)).toEqual(there);
});

it('starts and reports where no report can be kept: what should be their folder is a file', { timeout: 240_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-rehearsal-'));
  writeFileSync(join(dataDir, 'rehearsals'), 'no folder');
  const run = await serve({ dataDir });
  open = { end: () => run.end().finally(() => rmSync(dataDir, { recursive: true, force: true })) };
  const lobby = await director(run.server);
  await lobby.post(AT, { runs: 2 });
  await done(lobby, AT);
  expect((await lobby.json<Card>(AT)).failed).toBeUndefined();
  expect(readFileSync(join(dataDir, 'rehearsals'), 'utf8')).toBe('no folder');
});

it('ends a rehearsal that is cancelled, and reports what is done by then, unless more is there or it is to be discarded', {
  timeout: 240_000,
}, async () => {
  const run = await serve();
  open = run;
  // A scenario that asks for more runs than the lobby takes gets as many as that.
  mkdirSync(join(run.dir, 'shelf', 'many'));
  writeFileSync(
    join(run.dir, 'shelf', 'many', 'scenario.yaml'),
    JSON.stringify({ ...tinyInput, id: 'many', rehearsal: { runs: 1_000_000 } }),
  );
  const lobby = await director(run.server);
  const ended = async (how = '', at = AT, runs: object = { runs: 20_000 }) => {
    await lobby.post(at, runs);
    return (await lobby.fetch(`${at}${how}`, { method: 'DELETE' })).json();
  };
  for (const none of [await ended('?discard=true'), await ended('?discard=true', AT.replace('tiny', 'many'), {})])
    expect(none).toEqual({ cancelled: { done: 0, of: 20_000 } });
  expect((await lobby.fetch(`${AT}/report`)).status).toBe(404);

  const card = (await ended()) as Card;
  const { runs = 0 } = card.last ?? {};
  expect(runs).toBeGreaterThan(0);
  expect(runs).toBeLessThan(20_000);
  expect(card).toMatchObject({ cancelled: { done: runs, of: 20_000 }, last: { of: 20_000 } });
  expect(await lobby.json(`${AT}/report`)).toMatchObject({ runs, of: 20_000, ok: false });
  // A header, the runs, and the end of the last line.
  expect((await (await lobby.fetch(`${AT}/runs.csv`)).text()).split('\n')).toHaveLength(runs + 2);
  expect((await beside(lobby).post(`${AT}/runs/${runs}/open`, {})).status).toBe(200);
  expect((await lobby.post(`${AT}/runs/${runs + 1}/open`, {})).status).toBe(404);

  await lobby.post(AT, { runs: 400 });
  await expect.poll(async () => (await lobby.json<Card>(AT)).last, LATE).toMatchObject({ runs: 400 });
  const { last, cancelled } = (await ended('?discard=false')) as Card;
  if ((cancelled?.done ?? 0) < 400) expect(last).not.toHaveProperty('of');
  expect((await lobby.fetch(AT, { method: 'DELETE' })).status).toBe(404);
  // A scenario that is taken off the shelf meanwhile holds up nobody.
  const gone = AT.replace('tiny', 'many');
  await lobby.post(gone, {});
  rmSync(join(run.dir, 'shelf', 'many'), { recursive: true });
  expect((await lobby.fetch(gone)).status).toBe(404);
  expect((await lobby.fetch(`${gone}?discard=true`, { method: 'DELETE' })).status).toBe(200);
});

it('is the director’s alone', async () => {
  const server = await house();
  const lobby = await director(server);
  const { id } = await exercise(lobby);
  const { links } = (await (await lobby.post(`/api/exercises/${id}/links`, { seats: ['control'] })).json()) as { links: { url: string }[] };
  const lead = await joined(server, links[0]?.url, 'Lead');
  expect((await lead.post(AT, {})).status).toBe(401);
  expect((await lead.fetch(`${AT}/report`)).status).toBe(401);
  expect((await lead.post('/api/practice', { scenario: 'tiny', seat: 'seat:a-one' })).status).toBe(401);
});

it('rehearses on from a moment of an exercise, for lead control alone, and opens a run that goes on from it', {
  timeout: 240_000,
}, async () => {
  const server = await house();
  const lobby = await director(server);
  const { id, links } = await exercise(lobby);
  const lead = await joined(server, links.get('control'), 'Lead');
  const player = await joined(server, links.get('seat:a-one'), 'Player');
  const from = (who: { path: string }) => `${who.path}api/rehearsal`;
  expect((await lead.post(from(lead), {})).status).toBe(409);
  await lead.command({ type: 'StartClock' });
  expect(await answers(player, from(player))).toEqual(NOWHERE);
  expect(await malformed(lead, from(lead))).toEqual([400, 400, 400, 400, 400, 400]);
  expect(await malformed(player, from(player))).toEqual([404, 404, 404, 404, 404, 404]);
  expect(await (await lead.fetch(`${from(lead)}/page`)).text()).toContain('id="begin-form"');
  expect((await lead.post(from(lead), { runs: 20 })).status).toBe(202);
  await expect.poll(async () => (await lead.json<Card>(from(lead))).last?.runs, LATE).toBe(20);
  expect(await lead.json(`${from(lead)}/report`)).toMatchObject({ runs: 20, onward: { ended: false } });
  expect(await (await lead.fetch(`${from(lead)}/page`)).text()).toContain(`data-house="${from(lead)}"`);
  // By the name under which it is kept it is no scenario’s.
  const named = `/api/scenarios/${encodeURIComponent(`exercise ${id}`)}/rehearsal`;
  for (const end of ['', '/report', '/page', '/report.html', '/runs.csv']) expect((await lobby.fetch(`${named}${end}`)).status).toBe(404);
  expect((await lobby.post(`${named}/runs/1/open`, {})).status).toBe(404);
  const opened = await lead.post(`${from(lead)}/runs/3/open`, {});
  expect(opened.status).toBe(200);
  const live = server.exercise(id);
  expect(live?.status).toBe('running');
});

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
  await passUntil(clock, () => live?.status === 'running', 60_000);
  expect(live?.status).toBe('running');
  const marks = () => [...(live?.world.injects.deliveries.values() ?? [])].flatMap((d) => [...d.acknowledged.keys()]);
  await passUntil(clock, () => marks().includes('seat:a-two'), 20 * 60_000);
  expect(marks()).toContain('seat:a-two');
  expect(marks()).not.toContain('seat:a-one');
  const people = [...(live?.world.seats.people.values() ?? [])];
  expect(people.every((p) => p.function?.startsWith('simulated'))).toBe(true);
  expect(feed.status).toBe(200);
  stream.abort();
  await settled();
  await passUntil(clock, () => live?.status === 'paused', 60_000);
  expect(live?.status).toBe('paused');

  // Whoever left goes on by the lobby, at the own seat and as the same person, and ends it there.
  const at = `/api/exercises/${live?.row.id}/practice`;
  expect(await lobby.json('/api/lobby')).toMatchObject({ exercises: [{ practice: true, simulated: 2 }] });
  await own.post(`${path}api/commands`, { id: 'sits-down-1', command: { type: 'TakeSeat', name: 'Player' } });
  const back = beside(lobby);
  expect(await (await back.post(at, {})).json()).toEqual({ path });
  expect(await (await back.fetch(`${path}api/me`)).json()).toMatchObject({ seat: 'seat:a-one', person: expect.any(String) });
  expect((await lobby.fetch(at, { method: 'DELETE' })).status).toBe(204);
  expect(live?.status).toBe('ended');
  expect((await lobby.post(at, {})).status).toBe(409);
  expect((await lobby.fetch(at, { method: 'DELETE' })).status).toBe(409);
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
