import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type Recorded, rosterOfRecord } from '@entente/engine';
import { WebSocket } from 'ws';
import { VirtualClock } from '../clock.ts';
import { editionsOf } from '../feed/editions.ts';
import { type RunningServer, startServer } from '../index.ts';
import { memoryStore } from '../store/memory.ts';
import { type EditionPair, type Pair, SECRET, stored } from './pair.ts';

const TOKEN = 'the-cookie-of-the-viewer';
const COOKIE = `entente_seat=${TOKEN}`;
const EXERCISE = 'exercise-under-test';
const digest = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A server that holds one record and one session: the viewer's. Clock and randomness are handed in. */
async function serverOf(
  pair: Pick<Pair, 'viewer' | 'table'>,
  record: readonly Recorded[],
): Promise<{ server: RunningServer; door: string }> {
  const store = memoryStore(() => {});
  store.create({ id: EXERCISE, scenario: 'small', title: undefined, secret: SECRET, madeAt: 0 }, stored(record));
  for (const content of ['a', 'b', 'c']) {
    const file = {
      id: `upload ${content}`,
      exercise: EXERCISE,
      session: undefined,
      viewer: undefined,
      name: 'f',
      type: 'image/png',
      size: 1_000,
    };
    store.addPiece(content, 0, new Uint8Array(1_000).fill(content.charCodeAt(0)));
    store.keepUpload({ ...file, content: content.repeat(64), madeAt: 0, used: true }, content);
  }
  const door = store.door(EXERCISE, pair.viewer, 'the-door');
  store.door(EXERCISE, 'control', 'the-door-of-control');
  const hand = [...pair.table.exercise.world.seats.people.values()].find((p) => p.seat === pair.viewer && !p.left);
  store.putSession({
    id: 'session',
    exercise: EXERCISE,
    viewer: pair.viewer,
    token: digest(TOKEN),
    byLink: true,
    person: hand?.id,
    expiresAt: Number.MAX_SAFE_INTEGER,
  });
  let drawn = 0;
  const randomness = { bytes: (n: number) => new Uint8Array(n).fill(++drawn), secret: () => SECRET };
  const server = await startServer({
    dataDir: ':memory:',
    store,
    logLevel: 'silent',
    clock: new VirtualClock(pair.table.wall),
    randomness,
  });
  return { server, door };
}

/** Long after every generated exercise. */
const FAR = 40_000_000;

interface Question {
  readonly method: string;
  readonly url: string;
  readonly body?: object;
}

/** Every question that the viewer's browser could put, drawn from the route table: good ones, prying ones and broken ones. */
function questions(server: RunningServer, pair: Pair): Question[] {
  const asked: Question[] = [];
  const roster = rosterOfRecord(pair.one.slice(0, 2).map((r) => r.event));
  const editions = [...editionsOf('control', roster), 'control:a', 'no-such-edition'];
  for (const route of server.routes) {
    for (const door of ['the-door', 'the-door-of-control', 'no-such-door']) {
      const base = route.path.replace(':door', door).replace(':id', EXERCISE);
      if (base === route.path.replace(':id', EXERCISE) && door !== 'the-door') continue;
      for (const edition of base.includes(':edition') ? editions : ['']) {
        const url = base.replace(':edition', encodeURIComponent(edition));
        const urls = url.includes(':file')
          ? [...pair.files, ...pair.hiddenIds, 'e00000000000000000000', 'x'].flatMap((file) => [
              url.replace(':file', file),
              `${url.replace(':file', file)}?download`,
            ])
          : /feed|export/.test(url)
            ? [
                `${url}?after=0`,
                `${url}?after=3&limit=2`,
                `${url}?after=999999`,
                `${url}?after=x`,
                `${url}?edition=party:b`,
                `${url}?edition=control`,
              ]
            : /\/search$/.test(url)
              ? ['Portion', '의', 'words that only the other record has', 'x', ''].map((q) => `${url}?q=${encodeURIComponent(q)}`)
              : /\/why$/.test(url)
                ? [...pair.hiddenIds, ...pair.own.items, 'x'].flatMap((item) =>
                    ['seat:a-lead', 'seat:b-press', 'party:b'].map((s) => `${url}?item=${item}&seat=${s}`),
                  )
                : [url];
        for (const u of urls) asked.push(...bodies(route.method, u, pair, door));
      }
    }
  }
  return asked;
}

function bodies(method: string, url: string, pair: Pair, door: string): Question[] {
  if (method === 'GET' || method === 'HEAD') return [{ method, url }];
  // Leaving ends the session: it is asked last.
  if (url.endsWith('/leave')) return door === 'the-door' ? [] : [{ method, url }];
  if (!url.endsWith('/commands'))
    return [
      { method, url },
      { method, url, body: { seats: ['seat:b-lead', 'control'], here: 'away', token: 'x'.repeat(43), scenario: 'small' } },
    ];
  const ids = [...pair.hiddenIds, 'e00000000000000000000', ''];
  const commands = ids.flatMap((id) => [
    { type: 'AcknowledgeInject', delivery: id },
    { type: 'ReadMessage', message: id },
    { type: 'ReleaseInject', inject: id },
    { type: 'JudgeExpected', expected: id, verdict: 'met' },
    { type: 'AnswerRoll', roll: id },
    { type: 'WriteNote', text: 'Mine.', about: id },
    { type: 'SendMessage', to: ['control'], text: 'What is this?', about: id },
    { type: 'ReleaseItem', item: id, to: ['party:a'] },
    { type: 'SanitiseItem', item: id, title: 'Less', portions: [{ of: 0, text: 'Less.' }] },
    { type: 'RequestItem', to: 'party:c', text: 'More?', about: id, due: FAR },
    { type: 'DecideRequest', request: id, decision: 'refuse' },
    { type: 'WriteItem', title: 'Mine', portions: [{ text: 'Mine.' }], basedOn: [id] },
    { type: 'AcknowledgeItem', item: id },
  ]);
  // What the viewer may do with what it holds must not tell what others did with it.
  const own = [
    ...pair.own.items
      .slice(0, 3)
      .flatMap((item) => [
        ...['party:a', 'party:b', 'seat:b-press', 'seat:a-press', 'everyone'].map((to) => ({ type: 'ReleaseItem', item, to: [to] })),
        { type: 'ReleaseItem', item, to: ['seat:a-lead', 'seat:b-lead'], portions: [0] },
        { type: 'ReviseItem', item, title: 'Anew', portions: [{ text: 'Anew.' }], basedOn: pair.own.items.slice(0, 2) },
        { type: 'RecallItem', item },
        { type: 'RecallItem', item, from: ['party:b', 'party:c'] },
        { type: 'ConfirmDestroyed', item },
      ]),
    ...pair.own.requests.slice(0, 3).flatMap((request) => [
      { type: 'DecideRequest', request, decision: 'grant', items: pair.own.items.slice(0, 1).map((item) => ({ item })) },
      { type: 'DecideRequest', request, decision: 'refuse', reason: 'No.' },
      { type: 'WithdrawRequest', request },
    ]),
  ];
  const others = [
    { type: 'WriteNote', text: 'A note of my own.' },
    { type: 'SetVariable', variable: 'v', value: 1 },
    { type: 'NoSuchCommand' },
    { type: 'WriteNote', text: 'With a file.', attachments: ['upload a'] },
    { type: 'SendMessage', to: ['seat:nobody'], text: 'x' },
    { type: 'StartClock' },
  ];
  return [...commands, ...own, ...others].map((command, i) => ({ method, url, body: { id: `command-${i}`, command } }));
}

/** What the answer to a question was, byte by byte, without what no record can change. */
async function answerTo(server: RunningServer, { method, url, body }: Question): Promise<string> {
  const response = await server.app.inject({
    method: method as 'GET',
    url,
    // From the exercise's network: what only the server's own machine is told is refused like everything else.
    remoteAddress: '10.0.0.7',
    headers: { host: new URL(server.url).host, origin: server.url, cookie: COOKIE },
    ...(body ? { payload: body } : {}),
  });
  const { date: _, ...headers } = response.headers;
  return `${response.statusCode} ${JSON.stringify(headers)} ${response.body}`.replaceAll(server.url, 'http://here');
}

/** Everything a viewer was answered, byte by byte, by channel. The `Date` header is set aside. */
export async function answers(pair: Pair, record: readonly Recorded[]): Promise<Map<string, string>> {
  const { server } = await serverOf(pair, record);
  const heard = new Map<string, string>();
  try {
    for (const [i, q] of questions(server, pair).entries()) {
      const words = q.body && 'command' in q.body ? JSON.stringify(q.body.command) : '';
      heard.set(`${i} ${q.method} ${q.url} ${words}`, await answerTo(server, q));
    }
    heard.set('socket', await socket(server));
    heard.set('stream', await stream(server));
    heard.set('leave', await answerTo(server, { method: 'POST', url: '/s/the-door/api/leave' }));
  } finally {
    await server.close();
  }
  return heard;
}

/** Number of the last event that there is. */
async function lastOf(server: RunningServer): Promise<number> {
  const page = await fetch(`${server.url}/s/the-door/api/feed?after=0&limit=1`, { headers: { cookie: COOKIE } });
  return ((await page.json()) as { last: number }).last;
}

/** The event stream from the beginning to the last event that there is, over a real socket. */
async function stream(server: RunningServer): Promise<string> {
  const stop = new AbortController();
  const last = await lastOf(server);
  const response = await fetch(`${server.url}/s/the-door/api/feed?after=0`, {
    headers: { cookie: COOKIE, accept: 'text/event-stream' },
    signal: stop.signal,
  });
  let text = '';
  try {
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk as Uint8Array).toString();
      if (last === 0 || text.includes(`id: ${last}\n`) || text.includes(`id:${last}\n`)) break;
    }
  } finally {
    stop.abort();
  }
  // A frame that was cut by our hanging up is not part of the answer.
  return text.slice(0, text.lastIndexOf('\n\n'));
}

/** The feed over a WebSocket, from the beginning to the first beat after the last event. */
async function socket(server: RunningServer): Promise<string> {
  const line = new WebSocket(`${server.url.replace('http', 'ws')}/s/the-door/api/feed?after=0`, {
    headers: { cookie: COOKIE, origin: server.url },
  });
  const messages: string[] = [];
  const beaten = new Promise<void>((done) => {
    line.on('message', (data) => {
      messages.push(String(data));
      if (messages.at(-1)?.startsWith('{"beat"')) done();
    });
    line.on('close', () => done());
  });
  await once(line, 'open');
  await beaten;
  line.terminate();
  return messages.join('\n');
}

/** What an edition gives to somebody who may open it: whole, page by page, and as a file. The report is drawn from the first. */
async function editionAnswers(pair: EditionPair, record: readonly Recorded[]): Promise<Map<string, string>> {
  const { server } = await serverOf(pair, record);
  const base = `/s/the-door/api/editions/${encodeURIComponent(pair.edition)}/feed`;
  const urls = [
    base,
    `${base}?after=2&limit=3`,
    `${base}?after=99999`,
    `/s/the-door/api/export?edition=${encodeURIComponent(pair.edition)}`,
  ];
  try {
    return new Map(await Promise.all(urls.map(async (url) => [url, await answerTo(server, { method: 'GET', url })] as const)));
  } finally {
    await server.close();
  }
}

/** The first question (among those asked `on` some routes) whose answers differ; undefined if the viewer cannot tell the records apart. */
export async function difference(pair: Pair, on?: RegExp): Promise<string | undefined> {
  return firstDifference(pair.viewer, await answers(pair, pair.one), await answers(pair, pair.other), on);
}

/** The same for an edition of the review. */
export async function editionDifference(pair: EditionPair): Promise<string | undefined> {
  const who = `${pair.edition}, opened by ${pair.viewer}`;
  return firstDifference(who, await editionAnswers(pair, pair.one), await editionAnswers(pair, pair.other));
}

function firstDifference(
  who: string,
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
  on?: RegExp,
): string | undefined {
  for (const [question, answer] of one) {
    const otherAnswer = other.get(question) ?? '';
    if (otherAnswer === answer || on?.test(question) === false) continue;
    const at = [...answer].findIndex((c, i) => c !== otherAnswer[i]);
    const around = (text: string): string => text.slice(Math.max(0, at - 80), at + 160);
    return `${who}: ${question}\n  one:   …${around(answer)}\n  other: …${around(otherAnswer)}`;
  }
  return undefined;
}
