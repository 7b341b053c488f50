import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownCertificate, type RunningServer } from '../index.ts';
import { Browser, director, exercise, joined, type Player, serve } from '../test/server.ts';
import { takeSheet } from '../test/sheet.ts';

let server: RunningServer;
let lobby: Browser;
let one: Player;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ server, end } = await serve());
  lobby = await director(server);
  const { links } = await exercise(lobby);
  one = await joined(server, links.get('seat:a-one'), 'First');
});
afterAll(() => end());

const CANARY = 'rejected-canary-7f3a';
const json = { 'content-type': 'application/json' };
const cases: [string, string, number, string, { method?: string; headers?: Record<string, string>; body?: string }][] = [
  ['a body that is no JSON', 'commands', 400, 'malformed', { headers: json, body: `{"id": ${CANARY}` }],
  ['a body that is empty', 'commands', 400, 'malformed', { headers: json, body: '' }],
  ['a body that reaches for prototypes', 'commands', 400, 'malformed', { headers: json, body: `{"__proto__": {"x": "${CANARY}"}}` }],
  ['a body of another kind', 'commands', 415, 'media-type', { headers: { 'content-type': 'text/xml' }, body: `<${CANARY}/>` }],
  ['a huge body', 'commands', 413, 'too-large', { headers: json, body: JSON.stringify({ id: CANARY.repeat(20_000) }) }],
  ['no command', 'commands', 400, 'malformed', { headers: json, body: JSON.stringify({ id: 'command-0' }) }],
  [
    'an unknown command',
    'commands',
    400,
    'malformed',
    { headers: json, body: JSON.stringify({ id: 'command-0', command: { type: CANARY } }) },
  ],
  [
    'a command with a key too many',
    'commands',
    400,
    'malformed',
    { headers: json, body: JSON.stringify({ id: 'command-0', command: { type: 'LeaveSeat', [CANARY]: 1 } }) },
  ],
  [
    'a command id of other letters',
    'commands',
    400,
    'malformed',
    { headers: json, body: JSON.stringify({ id: `${CANARY} <b>`, command: { type: 'LeaveSeat' } }) },
  ],
  [
    'a message to nobody known',
    'commands',
    409,
    '',
    { headers: json, body: JSON.stringify({ id: 'command-1', command: { type: 'SendMessage', to: ['seat:nobody'], text: 'x' } }) },
  ],
  ['a cursor that is no number', `feed?after=${CANARY}`, 400, 'malformed', { method: 'GET' }],
  ['a cursor of the future', 'feed?after=999999', 400, 'cursor', { method: 'GET' }],
  ['an edition of nobody', `editions/${CANARY}/feed`, 404, 'unknown', { method: 'GET' }],
  ['an address of nothing', `${CANARY}`, 404, 'unknown', { method: 'GET' }],
  ['a presence that is none', 'presence', 400, 'malformed', { headers: json, body: JSON.stringify({ here: CANARY }) }],
];

describe('an address of nothing', () => {
  const page = { headers: { accept: 'text/html,application/xhtml+xml' } };
  it.each(['/nothing', '/s/nobody/nothing', '/join/nothing'])('%s is a page for a person and a problem for a program', async (path) => {
    const shown = await lobby.fetch(path, page);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    const told = await lobby.fetch(path);
    expect([told.status, told.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });

  it('of data or of a file is a problem for both', async () => {
    for (const path of ['/api/nothing', '/s/nobody/api/nothing', '/assets/nothing.js'])
      expect((await lobby.fetch(path, page)).headers.get('content-type')).toMatch(/problem\+json/);
  });
});

describe('what is too large', () => {
  it('is told how much is taken, in both languages', async () => {
    const answer = await one.fetch(one.api('/commands'), {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ id: 'x'.repeat(300_000) }),
    });
    expect(await answer.json()).toMatchObject({
      detail: expect.stringContaining('larger than 256 kB'),
      details: { message: { ko: expect.stringContaining('256 kB') }, hint: { ko: expect.any(String) } },
    });
  });
});

describe('bad input', () => {
  it.each(cases)('%s gets a clear problem and changes nothing', async (_name, path, status, code, init) => {
    const before = await one.json<{ last: number }>(one.api('/feed'));
    const answer = await one.fetch(one.api(`/${path}`), { method: 'POST', ...init } as RequestInit);
    const text = await answer.text();
    expect(answer.status, text).toBe(status);
    expect(answer.headers.get('content-type')).toMatch(/application\/problem\+json/);
    const problem = JSON.parse(text);
    expect(problem).toMatchObject({
      status,
      type: `urn:entente:problem:${problem.code}`,
      title: expect.any(String),
      detail: expect.any(String),
    });
    if (code) expect(problem.code).toBe(code);
    expect(text).not.toMatch(new RegExp(`${CANARY}|node_modules|at [A-Za-z.]+ \\(|zod`));
    expect((await one.json<{ last: number }>(one.api('/feed'))).last).toBe(before.last);
  });

  it.each([
    ['a wrong token', { token: CANARY }, 404],
    ['no token', {}, 400],
    ['a token of another kind', { token: 7 }, 400],
    ['an endless token', { token: CANARY.repeat(100) }, 400],
  ])('%s opens nothing', async (_name, body, status) => {
    for (const path of ['/api/join', '/api/director']) {
      const answer = await lobby.post(path, body);
      expect(answer.status).toBe(status);
      expect(await answer.text()).not.toContain(CANARY);
    }
  });

  it('of a good link is not held up by a hundred wrong ones', async () => {
    const { links } = await exercise(lobby);
    const wrong = await Promise.all(Array.from({ length: 130 }, (_, i) => lobby.post('/api/join', { token: `guess-${i}` })));
    expect(wrong.at(-1)?.status).toBe(429);
    expect((await joined(server, links.get('seat:a-one'))).path).toMatch(/^\/s\//);
  });

  it('in the address itself is answered like any other', async () => {
    const { port, hostname } = new URL(server.url);
    const status = await new Promise<number | undefined>((done, fail) => {
      plainRequest({ host: hostname, port, path: '/s/%E0%A4%A/api/me' }, (r) => done(r.resume().statusCode))
        .on('error', fail)
        .end();
    });
    expect(status).toBe(400);
  });

  it('of a scenario with mistakes is refused with every one of them', async () => {
    const { server: own, dir, end: endOwn } = await serve();
    writeFileSync(join(dir, 'shelf', 'tiny', 'scenario.yaml'), 'entente: 1\nid: tiny\nparties: nobody\n');
    const ownLobby = await director(own);
    expect(await ownLobby.json('/api/lobby')).toMatchObject({ scenarios: [{ id: 'tiny', seats: 0 }] });
    const answer = await ownLobby.post('/api/exercises', { scenario: 'tiny' });
    expect(answer.status).toBe(422);
    const { details } = (await answer.json()) as { details: { line: number; message: { ko: string } }[] };
    expect(details.length).toBeGreaterThan(1);
    expect(details[0]).toMatchObject({ line: expect.any(Number), message: { ko: expect.any(String) } });
    expect((await ownLobby.post('/api/exercises', { scenario: 'nowhere' })).status).toBe(404);
    await endOwn();
  });
});

describe('a planner’s sheet', () => {
  const sheet = 'Time,From,To,Message\nT+0:05,Wire,Alpha,First news\nT+0:10,Wire,Beta,Second news\n';
  const send = (to: Browser, path: string, body: string, type = 'application/octet-stream') =>
    to.fetch(path, { method: 'POST', headers: { 'content-type': type }, body });
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-import-'));
  let own: RunningServer;
  let ownLobby: Browser;
  let endOwn: () => Promise<void>;
  beforeAll(async () => {
    ({ server: own, end: endOwn } = await serve({ dataDir }));
    ownLobby = await director(own);
  });
  afterAll(async () => {
    await endOwn();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('becomes a scenario on the shelf that can be played, each time under an id of its own, also two at once', async () => {
    const bring = () => takeSheet(ownLobby, sheet, 'Joint test.csv');
    const answers = await Promise.all([bring(), bring()]);
    expect(answers.sort((a, b) => a.scenario.length - b.scenario.length)).toMatchObject([
      { scenario: 'joint-test', rows: { total: 2, imported: 2, named: [] } },
      { scenario: 'joint-test-2', rows: { total: 2 } },
    ]);
    for (const { scenario } of answers) expect((await ownLobby.post('/api/exercises', { scenario })).status).toBe(201);
  });

  it('is read beside the thread that answers everybody else', async () => {
    const rows = Array.from({ length: 400 }, (_, i) => `${i},Staff,Event ${i},What happened at minute ${i}.`);
    let read = false;
    const reading = takeSheet(ownLobby, `time,to,subject,content\n${rows.join('\n')}`, 'many.csv', { unit: 'min' }).then((taken) => {
      read = true;
      return taken;
    });
    for (let i = 0; i < 5; i++) {
      expect((await ownLobby.fetch('/api/lobby')).status).toBe(200);
      expect(read).toBe(false);
    }
    expect((await reading).rows.imported).toBe(400);
  });

  it('that is none, or comes where nothing is kept, is refused with the reason', async () => {
    const { sheet: held } = (await (await send(ownLobby, '/api/sheets?name=msel.xlsx', 'PK\u0003\u0004 cut short')).json()) as {
      sheet: string;
    };
    const broken = await ownLobby.post(`/api/sheets/${held}/reading`, {});
    expect(broken.status).toBe(422);
    expect(await broken.json()).toMatchObject({
      code: expect.any(String),
      details: { message: { ko: expect.any(String) }, hint: { ko: expect.any(String) } },
    });
    expect((await send(ownLobby, '/api/sheets?name=msel.csv', sheet, 'text/csv')).status).toBe(415);
    expect((await send(ownLobby, '/api/sheets', sheet)).status).toBe(400);
    expect((await send(new Browser(own.url), '/api/sheets?name=msel.csv', sheet)).status).toBe(401);
    expect((await send(lobby, '/api/sheets?name=msel.csv', sheet)).status).toBe(409);
  });
});

describe('a session that asks too much', () => {
  it('is told to wait, without counts in headers, and others are not', async () => {
    const { links } = await exercise(lobby);
    const [busy, calm] = [await joined(server, links.get('seat:a-one')), await joined(server, links.get('seat:a-two'))];
    const answers = await Promise.all(Array.from({ length: 110 }, () => busy.post(busy.api('/presence'), { here: 'away' })));
    const last = answers.find((a) => a.status === 429);
    expect(last && (await last.json())).toMatchObject({ code: 'too-many' });
    expect([...(last?.headers.keys() ?? [])].filter((h) => h.startsWith('x-ratelimit'))).toEqual([]);
    expect((await calm.post(calm.api('/presence'), { here: 'away' })).status).toBe(204);
  });
});

/** All that the server says to words that are put on the line as they stand. */
function said(base: string, words: string): Promise<string> {
  const { hostname, port } = new URL(base);
  return new Promise((done, fail) => {
    let heard = '';
    const socket = connect(Number(port), hostname, () => socket.end(words));
    socket.on('data', (data) => (heard += data)).on('close', () => done(heard));
    socket.on('error', fail);
  });
}

describe('headers', () => {
  it('let pages load and send to this server only, and keep nothing', async () => {
    for (const path of ['/', '/join', one.path, one.api('/me'), '/api/lobby', '/nothing']) {
      const { headers } = await one.fetch(path);
      expect(headers.get('cache-control'), path).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toMatch(
        /default-src 'none'; object-src 'none'; script-src 'self'; .*frame-ancestors 'none'/,
      );
    }
  });

  it('stand on every refusal, also on what comes before a route is found and on what is no HTTP', async () => {
    const { host } = new URL(server.url);
    const seat = one.api('/me');
    const wrong: [number, string, string][] = [
      [403, 'a foreign origin', `GET ${seat} HTTP/1.1\r\nhost: ${host}\r\norigin: http://evil.example\r\n\r\n`],
      [421, 'a foreign name', 'GET / HTTP/1.1\r\nhost: rebound.example\r\n\r\n'],
      [421, 'no name', 'GET / HTTP/1.1\r\n\r\n'],
      [400, 'an address that is none', `GET /s/%E0%A4%A/api/me HTTP/1.1\r\nhost: ${host}\r\n\r\n`],
      [400, 'a segment without end', `GET /s/${'x'.repeat(300)}/api/me HTTP/1.1\r\nhost: ${host}\r\n\r\n`],
      [400, 'no HTTP', 'SPEAK friend\r\n\r\n'],
      [400, 'two lengths', `POST / HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n`],
      [431, 'headers without end', `GET / HTTP/1.1\r\nhost: ${host}\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`],
      [404, 'another expectation', `TRACE / HTTP/1.1\r\nhost: ${host}\r\nexpect: tea\r\n\r\n`],
    ];
    for (const [status, name, words] of wrong) {
      const [head = '', body = ''] = (await said(server.url, words)).split('\r\n\r\n');
      expect(head, name).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      for (const line of [
        'x-content-type-options: nosniff',
        'referrer-policy: no-referrer',
        'cross-origin-resource-policy: same-origin',
        'cache-control: no-store',
        'content-type: application/problem\\+json',
        "content-security-policy: default-src 'none'",
      ])
        expect(head, name).toMatch(new RegExp(`^${line}`, 'im'));
      expect(JSON.parse(body), name).toMatchObject({ status, detail: expect.stringMatching(/\.$/) });
      expect(body, name).not.toMatch(/evil|rebound|friend|xxx/);
    }
  });

  it('do not send browsers to TLS where there is none', async () => {
    const { headers } = await one.fetch('/');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
  });

  const certificate = (folder: string) => ({ cert: join(folder, 'tls-cert.pem'), key: join(folder, 'tls-key.pem') });
  const NAMED = 'https://exercise.example';
  it.each([
    ['with an office’s certificate for a name', { url: NAMED }, true, true],
    ['behind a proxy that speaks TLS, under a name', { url: NAMED }, false, true],
    ['with an office’s certificate and no name', {}, true, false],
    ['with a certificate of our own for a name', { url: NAMED, selfSigned: true }, false, false],
    ['behind a proxy under an address', { url: 'https://10.0.0.5' }, false, false],
    ['behind a proxy under an address of six', { url: 'https://[fd00::5]:4600' }, false, false],
    ['behind a proxy on this machine', { url: 'https://localhost:4600' }, false, false],
    ['under a plain name', { url: 'http://exercise.example' }, false, false],
  ] as const)('say for a year that this name speaks TLS where it lasts, and nothing else: %s', async (_name, options, given, lasting) => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-lasting-'));
    if (given) await ownCertificate(folder, 'exercise.example', Date.now());
    const { server: own, end: endOwn } = await serve({ ...options, ...(given ? certificate(folder) : {}) });
    const { headers } = await own.app.inject({ url: '/', headers: { host: 'localhost' } });
    expect(headers['strict-transport-security']).toBe(lasting ? 'max-age=31536000' : undefined);
    await endOwn();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('the web app', () => {
  it('is served at its known pages, its hashed files for good, and nothing else of the folder', async () => {
    const { server: bare, dir, end: endBare } = await serve();
    expect(await (await fetch(bare.url)).text()).toContain('has not been built');
    await bare.close();
    const web = join(dir, 'web');
    mkdirSync(join(web, 'assets'), { recursive: true });
    writeFileSync(join(web, 'index.html'), '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><title>App</title>');
    writeFileSync(join(web, 'assets', 'app-12345678.js'), 'app()');
    writeFileSync(join(web, '.hidden'), 'no');
    const { server: own, end: endOwn } = await serve({ webRoot: web });
    for (const path of ['/', '/join', '/s/any-door/', '/s/any-door/review']) {
      const page = await fetch(own.url + path);
      const nonce = /'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1];
      expect(await page.text(), path).toContain(`nonce="${nonce}"`);
      expect(page.headers.get('cache-control')).toBe('no-store');
    }
    const asset = await fetch(`${own.url}/assets/app-12345678.js`);
    expect([asset.headers.get('cache-control'), asset.headers.get('content-type'), await asset.text()]).toEqual([
      'public, max-age=31536000, immutable',
      expect.stringMatching('javascript'),
      'app()',
    ]);
    for (const path of [
      '/index.html',
      '/.hidden',
      '/assets/',
      '/assets/none.js',
      '/s/any-door/elsewhere',
      '/..%2fshelf/tiny/scenario.yaml',
    ]) {
      expect((await fetch(own.url + path)).status, path).toBe(404);
    }
    expect((await fetch(`${own.url}/s/any-door`, { redirect: 'manual' })).headers.get('location')).toBe('/s/any-door/');
    await endOwn();
    await endBare().catch(() => {});
  });
});

describe('the route table', () => {
  it('names every route and who may ask it', () => {
    const seats = server.routes.filter((r) => r.path.startsWith('/s/:door/api/'));
    expect(seats.length).toBeGreaterThan(5);
    expect(seats.every((r) => r.who === 'seat')).toBe(true);
    expect(server.routes.filter((r) => r.path.startsWith('/api/') && r.who === 'anyone').map((r) => r.path)).toEqual([
      '/api/docs/openapi.json',
      '/api/docs',
      '/api/director',
      '/api/join/seat',
      '/api/join',
    ]);
  });
});
