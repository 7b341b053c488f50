import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { afterEach, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../index.ts';
import { Browser, director, exercise, joined, type Player, serve } from '../test/server.ts';
import { tinyInput } from '../test/tiny.ts';

let open: { end(): Promise<void> } | undefined;
afterEach(async () => {
  await open?.end();
  open = undefined;
});

async function house(): Promise<RunningServer> {
  const run = await serve();
  open = run;
  return run.server;
}
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
  expect(await (await lobby.post(AT, { runs: 20 })).json()).toMatchObject({ status: 409, code: 'rehearsal-busy' });
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
  // Of another’s nothing is told but that there is no room: neither whose it is, nor of what, nor how far.
  const { links } = await exercise(lobby);
  const lead = await joined(run.server, links.get('control'), 'Lead');
  await lead.command({ type: 'StartClock' });
  const from = `${lead.path}api/rehearsal`;
  const begun = await (await lobby.post(AT, { runs: 20_000 })).json();
  expect(begun).toEqual({ running: { done: 0, of: 20_000, preparing: { done: 0, of: expect.any(Number) } } });
  const full = await (await lead.post(from, { runs: 2 })).json();
  expect(full).toMatchObject({ status: 409, code: 'rehearsals-full' });
  expect(JSON.stringify(full)).not.toMatch(/tiny|another|20.?000/i);
  expect(await lead.json(from)).toEqual({});
  await lobby.fetch(`${AT}?discard=true`, { method: 'DELETE' });
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
  // Now that there is something, whoever else has a place here is told of none of it: players, a party’s control, evaluators, observers.
  const others = [...links.keys()].filter((seat) => seat !== 'control');
  expect(others).toEqual(expect.arrayContaining(['control:a', 'evaluators', 'observers', 'seat:b-one']));
  for (const seat of others) {
    const other = await joined(server, links.get(seat));
    expect([seat, await answers(other, from(other))]).toEqual([seat, NOWHERE]);
  }
  // Lead control of another exercise has no session at this door, nor has the director.
  const elsewhere = await joined(server, (await exercise(lobby)).links.get('control'), 'Another');
  for (const stranger of [elsewhere, lobby]) expect(new Set(await answers(stranger, from(lead)))).toEqual(new Set([401]));
  // By the name under which it is kept it is no scenario’s.
  const named = `/api/scenarios/${encodeURIComponent(`exercise ${id}`)}/rehearsal`;
  for (const end of ['', '/report', '/page', '/report.html', '/runs.csv']) expect((await lobby.fetch(`${named}${end}`)).status).toBe(404);
  expect((await lobby.post(`${named}/runs/1/open`, {})).status).toBe(404);
  const opened = await lead.post(`${from(lead)}/runs/3/open`, {});
  expect(opened.status).toBe(200);
  const live = server.exercise(id);
  expect(live?.status).toBe('running');
});
