import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanDocument } from '@entente/scenario';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { VirtualClock } from '../clock.ts';
import type { RunningServer } from '../index.ts';
import { memoryStore } from '../store/memory.ts';
import { DiskFault, type Store } from '../store/store.ts';
import { type Browser, director, exercise, joined, Player, serve } from '../test/server.ts';
import { tinyInput } from '../test/tiny.ts';
import { FILE_LIMITS, TIDY_EVERY_MS, UNUSED_MS } from './limits.ts';
import { hurry, QUICK, SMALL, weigh } from './small.fixture.ts';

const CANARY = 'CANARY-of-attachments';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64');
/** One page, and who wrote it. */
const pdf = (author: string) =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n4 0 obj\n<</Author(${author})>>\nendobj\ntrailer\n<</Root 1 0 R/Info 4 0 R>>\n%%EOF\n`,
  );

type Card = Readonly<Record<'id' | 'name' | 'type' | 'digest', string>> & { readonly size: number };
const upload = (player: Player, name: string, bytes: Uint8Array, headers: Record<string, string> = {}) =>
  player.fetch(player.api(`/attachments?name=${encodeURIComponent(name)}`), { method: 'POST', body: bytes as never, headers });
const uploaded = async (player: Player, name: string, bytes: Uint8Array): Promise<string> =>
  ((await (await upload(player, name, bytes)).json()) as { upload: string }).upload;
const cards = async (player: Player): Promise<Card[]> =>
  (await player.events()).flatMap((e) => (e.event.attachments ?? (e.event.card as { attachments?: Card[] })?.attachments ?? []) as Card[]);

let server: RunningServer;
let lobby: Browser;
let end: () => Promise<void>;
let store: Store;
const clock = new VirtualClock(Date.parse('2027-03-02T08:00:00+09:00'));
beforeAll(async () => {
  store = memoryStore();
  let dir: string;
  ({ server, end, dir } = await serve({ store, clock }));
  const withFiles = join(dir, 'shelf', 'with-files');
  mkdirSync(join(withFiles, 'files'), { recursive: true });
  const injects = (tinyInput.injects ?? []).map((i, n) => (n === 0 ? { ...i, attachments: ['files/지도.png'] } : i));
  writeFileSync(join(withFiles, 'scenario.yaml'), JSON.stringify({ ...tinyInput, id: 'with-files', injects }));
  writeFileSync(join(withFiles, 'files', '지도.png'), PNG);
  lobby = await director(server);
});
afterAll(() => end());
afterEach(() => void vi.restoreAllMocks());

async function room() {
  const { links } = await exercise(lobby);
  const at = (seat: string, name?: string) => joined(server, links.get(seat), name);
  const [lead, one, two, b, controlA, controlB, watcher] = [
    await at('control', 'Lead'),
    await at('seat:a-one', 'One'),
    await at('seat:a-two', 'Two'),
    await at('seat:b-one', 'Other'),
    await at('control:a', 'Of A'),
    await at('control:b', 'Of B'),
    await at('observers'),
  ];
  await lead.command({ type: 'StartClock' });
  return { lead, one, two, b, controlA, controlB, watcher, links };
}

describe('a file', () => {
  it('goes with a message to those who hold the message, byte for byte, and to nobody else', async () => {
    const { lead, one, two, b, controlA, controlB, watcher } = await room();
    const bytes = Buffer.from(CANARY);
    const answer = await upload(one, `계획 ${CANARY}.txt`, bytes, { 'content-type': 'text/html' });
    expect(answer.status).toBe(201);
    const made = (await answer.json()) as { upload: string };
    expect(made).toMatchObject({ name: `계획 ${CANARY}.txt`, type: 'text/plain', size: bytes.length });
    expect((await one.command({ type: 'SendMessage', to: ['seat:a-two'], text: 'See this.', attachments: [made.upload] })).status).toBe(
      200,
    );

    const [card] = await cards(two);
    expect(card).toMatchObject({ name: `계획 ${CANARY}.txt`, type: 'text/plain', size: bytes.length });
    const content = createHash('sha256').update(bytes).digest('hex');
    expect(card?.digest).toBe(createHash('sha256').update(`${card?.id} ${content}`).digest('hex'));
    const path = (player: Player) => player.api(`/attachments/${card?.id}`);
    for (const holder of [one, two, controlA, lead]) {
      const got = await holder.fetch(path(holder));
      expect(got.status).toBe(200);
      expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true);
    }
    // Nobody else learns that it exists: the same answer as for what never was, and the canary nowhere in what they get.
    for (const other of [b, controlB, watcher]) {
      const hidden = await other.fetch(path(other));
      const none = await other.fetch(other.api('/attachments/e00000000000000000000'));
      expect([hidden.status, await hidden.text()]).toEqual([404, await none.text()]);
      expect(none.status).toBe(404);
      const feed = await (await other.fetch(other.api('/feed?after=0'))).text();
      const kept = await (await other.fetch(other.api('/export'))).text();
      for (const trace of [CANARY, card?.id as string, content, card?.digest as string, made.upload])
        expect(feed + kept).not.toContain(trace);
    }
    // The content's hash stays with lead control: it would let a guess be tested.
    expect(await (await controlA.fetch(controlA.api('/feed?after=0'))).text()).not.toContain(content);
  });

  it('has another address for each who gets it with another event', async () => {
    const { one, b, two } = await room();
    const bytes = Buffer.from('The same for both.');
    const send = async (to: string) =>
      one.command({ type: 'SendMessage', to: [to], text: 'x', attachments: [await uploaded(one, 'p.txt', bytes)] });
    await send('seat:b-one');
    await send('seat:a-two');
    const [first] = await cards(b);
    const [second] = await cards(two);
    expect(first?.id).not.toBe(second?.id);
    expect(first?.digest).not.toBe(second?.digest);
    expect((await b.fetch(b.api(`/attachments/${second?.id}`))).status).toBe(404);
  });

  it('goes with a note and with an improvised inject; for each party under its own address', async () => {
    const { lead, one, b, controlB } = await room();
    await one.command({ type: 'WriteNote', text: 'Mine.', attachments: [await uploaded(one, 'note.txt', Buffer.from('words'))] });
    const attachments = [await uploaded(lead, 'map.png', PNG)];
    const inject = { type: 'ImproviseInject', title: 'T', text: 'x', from: 'wire', to: ['party:a', 'party:b'], attachments };
    expect((await lead.command(inject)).status).toBe(200);
    const mine = await cards(one);
    expect(mine.map((c) => c.name)).toEqual(['note.txt', 'map.png']);
    const theirs = await cards(b);
    expect(theirs.map((c) => c.name)).toEqual(['map.png']);
    expect((await b.fetch(b.api(`/attachments/${mine[1]?.id}`))).status).toBe(404);
    expect((await b.fetch(b.api(`/attachments/${theirs[0]?.id}`))).status).toBe(200);
    // A party's controller sees it beforehand, on the row.
    const [onRow] = await cards(controlB);
    expect((await controlB.fetch(controlB.api(`/attachments/${onRow?.id}`))).status).toBe(200);
  });

  it('comes with a scenario’s inject', async () => {
    const { id } = (await (await lobby.post('/api/exercises', { scenario: 'with-files' })).json()) as { id: string };
    const { links } = (await (await lobby.post(`/api/exercises/${id}/links`, { seats: 'all' })).json()) as {
      links: { seat: string; url: string }[];
    };
    const at = (seat: string) => joined(server, links.find((l) => l.seat === seat)?.url, seat);
    const [lead, one, b] = [await at('control'), await at('seat:a-one'), await at('seat:b-one')];
    expect(await cards(one)).toEqual([]);
    await lead.command({ type: 'StartClock' });
    await lead.command({ type: 'JumpClock', to: 120_000 });
    const [card] = await cards(one);
    const got = await one.fetch(one.api(`/attachments/${card?.id}`));
    expect(Buffer.from(await got.arrayBuffer()).equals(PNG)).toBe(true);
    expect(got.headers.get('content-disposition')).toBe(`inline; filename="__.png"; filename*=UTF-8''${encodeURIComponent('지도.png')}`);
    expect(await cards(b)).toEqual([]);
    // Control looks at it before it goes out, under addresses of its own.
    const before = (await cards(lead))[0];
    expect((await lead.fetch(lead.api(`/attachments/${before?.id}`))).status).toBe(200);
    expect((await one.fetch(one.api(`/attachments/${before?.id}`))).status).toBe(404);
  });
});

describe('what a browser is told', () => {
  async function shown(name: string, bytes: Uint8Array, query = '') {
    const { one } = await room();
    await one.command({ type: 'WriteNote', text: 'x', attachments: [await uploaded(one, name, bytes)] });
    const [card] = await cards(one);
    const { headers, status } = await one.fetch(one.api(`/attachments/${card?.id}${query}`));
    expect(status).toBe(200);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('content-length')).toBe(String(bytes.length));
    for (const tell of ['etag', 'last-modified', 'accept-ranges']) expect(headers.get(tell)).toBeNull();
    return [headers.get('content-type'), headers.get('content-disposition')?.split(';')[0]];
  }
  it('pictures and PDF open in place, unless they are asked for as downloads', async () => {
    expect(await shown('a.png', PNG)).toEqual(['image/png', 'inline']);
    expect(await shown('a.pdf', Buffer.from(await cleanDocument('application/pdf', pdf(''))))).toEqual(['application/pdf', 'inline']);
    expect(await shown('a.png', PNG, '?download')).toEqual(['image/png', 'attachment']);
  });
  it('everything else is for saving, and what could run has no type', async () => {
    expect(await shown('a.png', Buffer.from('<html><script>1</script></html>'))).toEqual(['application/octet-stream', 'attachment']);
    expect(await shown('a.svg', Buffer.from('<svg/>'))).toEqual(['application/octet-stream', 'attachment']);
    expect(await shown('a.txt', Buffer.from('words'))).toEqual(['text/plain; charset=utf-8', 'attachment']);
    expect(await shown('a', Buffer.alloc(0))).toEqual(['application/octet-stream', 'attachment']);
  });
});

describe('an upload', () => {
  it('belongs to the session that made it: nobody else can send it, and it is spent once', async () => {
    const { one, two, lead } = await room();
    const id = await uploaded(one, 'a.txt', Buffer.from('x'));
    for (const other of [two, lead]) {
      const refused = await other.command({ type: 'WriteNote', text: 'x', attachments: [id] });
      const none = await other.command({ type: 'WriteNote', text: 'x', attachments: ['no-such-upload'] });
      expect([refused.status, await refused.text()]).toEqual([none.status, await none.text()]);
      expect(refused.status).toBe(409);
    }
    expect((await one.command({ type: 'WriteNote', text: 'x', attachments: [id] }, 'the-same-id')).status).toBe(200);
    expect((await one.command({ type: 'WriteNote', text: 'x', attachments: [id] }, 'the-same-id')).status).toBe(200);
    expect(await (await one.command({ type: 'WriteNote', text: 'y', attachments: [id] })).json()).toMatchObject({ code: 'no-such-upload' });
  });

  it('of bytes that are there already is answered like any other', async () => {
    const { one, b } = await room();
    const bytes = Buffer.from('Known.');
    const [first, again] = (await Promise.all([one, b].map(async (p) => (await upload(p, 'p.txt', bytes)).json()))) as [object, object];
    expect({ ...again, upload: '' }).toEqual({ ...first, upload: '' });
  });

  it('loses what hides in a picture; a damaged one is refused', async () => {
    const { one } = await room();
    const telling = Buffer.concat([PNG, Buffer.from(CANARY)]);
    expect(await (await upload(one, 'p.png', telling)).json()).toMatchObject({ size: PNG.length, type: 'image/png' });
    expect(await (await upload(one, 'p.png', PNG.subarray(0, 50))).json()).toMatchObject({ status: 422, code: 'file-damaged' });
  });

  it('loses who wrote it, where it is a document; one behind a password is refused with what to do', async () => {
    const { one, two } = await room();
    const made = (await (await upload(one, 'plan.pdf', pdf(CANARY))).json()) as { upload: string; type: string; size: number };
    expect(made.type).toBe('application/pdf');
    await one.command({ type: 'SendMessage', to: ['seat:a-two'], text: 'See.', attachments: [made.upload] });
    const [card] = await cards(two);
    const got = Buffer.from(await (await two.fetch(two.api(`/attachments/${card?.id}`))).arrayBuffer());
    expect([got.subarray(0, 5).toString(), got.length, got.includes(CANARY)]).toEqual(['%PDF-', card?.size, false]);
    expect(made.size).toBe(got.length);
    const locked = pdf('').toString().replace('/Info 4 0 R', '/Encrypt<</Filter/Standard/V 1/R 2/O(x)/U(x)/P 0>>/ID[<00><00>]');
    for (const [bytes, code] of [
      [Buffer.from(locked), 'file-locked'],
      [Buffer.from('%PDF-1.7\nnothing'), 'file-damaged'],
    ] as const) {
      const refused = await upload(one, 'plan.pdf', bytes);
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([422, code]);
    }
  });

  it('that is too large is refused, whether it says so or not, and leaves nothing', async () => {
    const { one } = await room();
    const large = Buffer.alloc(FILE_LIMITS.each + 1, 'a');
    const said = await upload(one, 'a.txt', large).catch(() => undefined);
    if (said) expect(said.status).toBe(413);
    async function* stream() {
      for (let at = 0; at < large.length; at += 65_536) yield large.subarray(at, at + 65_536);
    }
    const unsaid = await one
      .fetch(one.api('/attachments?name=a.txt'), { method: 'POST', body: ReadableStream.from(stream()), duplex: 'half' } as RequestInit)
      .catch(() => undefined);
    if (unsaid) expect([unsaid.status, ((await unsaid.json()) as { code: string }).code]).toEqual([413, 'file-too-large']);
    const waiting = await Promise.all((await store.sessions()).map((s) => store.waitingBytes(s.exercise, s.viewer)));
    expect(waiting.filter((bytes) => bytes > 2_000)).toEqual([]);
  });

  it('that stops half-way leaves nothing', async () => {
    const { one } = await room();
    const { hostname, port, host } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const written = vi.spyOn(store, 'addPiece');
    const dropped = vi.spyOn(store, 'dropBody');
    socket.write(
      `POST ${one.api('/attachments?name=half.txt')} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${one.cookie}\r\nContent-Length: 300000\r\n\r\n${'a'.repeat(200_000)}`,
    );
    await expect.poll(() => written.mock.calls.length).toBe(1);
    socket.destroy();
    await expect.poll(() => dropped.mock.calls.length).toBe(1);
    expect(dropped.mock.calls[0]?.[0]).toBe(written.mock.calls[0]?.[0]);
  });

  it('more than may wait is refused until some are sent', async () => {
    weigh(store);
    const { lead, links } = await room();
    const bytes = Buffer.alloc(FILE_LIMITS.each / SMALL, 'b');
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) {
      ids.push(await uploaded(lead, `${i}.txt`, bytes));
      clock.advance(60_000);
    }
    expect(await (await upload(lead, 'one-more.txt', Buffer.from('x'))).json()).toMatchObject({
      code: 'too-many-files',
      details: { limit: 100 },
    });
    // Another browser at the same seat changes nothing.
    const again = await joined(server, links.get('control'));
    expect(await (await upload(again, 'one-more.txt', Buffer.from('x'))).json()).toMatchObject({ code: 'too-many-files' });
    expect((await lead.command({ type: 'WriteNote', text: 'x', attachments: ids.slice(0, 1) })).status).toBe(200);
    expect((await upload(lead, 'one-more.txt', Buffer.from('x'))).status).toBe(201);
  });

  it('costs the seat a piece, however small it is', async () => {
    hurry();
    const { one } = await room();
    const large = Buffer.alloc(FILE_LIMITS.each / QUICK, 'e');
    for (let i = 0; i < 40 / QUICK; i++) expect((await upload(one, 'a.txt', Buffer.from('x'))).status).toBe(201);
    expect([(await upload(one, 'b.txt', large)).status, (await upload(one, 'b.txt', large)).status]).toEqual([201, 201]);
    // As forty pieces of 128 KiB: five seconds’ worth.
    expect(await (await upload(one, 'b.txt', large)).json()).toMatchObject({ code: 'too-fast', details: { limit: 5 } });
  });

  it('comes no faster than its seat may send, by however many browsers, and is told how long to wait', async () => {
    hurry();
    const { one, two, links } = await room();
    const bytes = Buffer.alloc(FILE_LIMITS.each / QUICK, 'b');
    for (let i = 0; i < 3; i++) expect((await upload(one, `${i}.txt`, bytes)).status).toBe(201);
    const again = await joined(server, links.get('seat:a-one'));
    const refused = await upload(again, 'one-more.txt', Buffer.alloc((5 * 1024 * 1024) / QUICK, 'c'));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
    expect(await refused.json()).toMatchObject({ code: 'too-fast', details: { limit: 5 } });
    expect((await upload(two, 'a.txt', Buffer.from('x'))).status).toBe(201);
    clock.advance(5_000);
    expect((await upload(one, 'one-more.txt', Buffer.alloc((5 * 1024 * 1024) / QUICK, 'c'))).status).toBe(201);
  });

  it('takes the room of its own seat and party: whoever fills theirs changes no answer to anybody else', async () => {
    weigh(store);
    const { lead, one, two, b, controlA } = await room();
    const bytes = Buffer.alloc(FILE_LIMITS.each / SMALL, 'd');
    const fill = async (who: Player): Promise<number> => {
      for (let files = 0; ; files++) {
        clock.advance(60_000);
        const answer = await upload(who, `${files}.txt`, bytes);
        if (answer.status !== 201) {
          expect(await answer.json()).toMatchObject({ code: 'no-room', details: { limit: 100 } });
          return files;
        }
        const { upload: id } = (await answer.json()) as { upload: string };
        expect((await who.command({ type: 'WriteNote', text: 'x', attachments: [id] })).status).toBe(200);
      }
    };
    // Five files of 20 MB, whatever others have: first alone, then when another party has filled its room.
    expect(await fill(b)).toBe(5);
    expect(await fill(one)).toBe(5);
    for (const free of [two, controlA, lead]) expect((await upload(free, 'a.txt', Buffer.from('x'))).status).toBe(201);
  });

  it('finds the room of its party used up, and is told so of its party alone', async () => {
    const { one, b } = await room();
    const weighed = store.fileBytes;
    // What all seats of party a have together; each has little.
    vi.spyOn(store, 'fileBytes').mockImplementation(async (x, who) => (who.includes('seat:a-two') ? 250 * 1024 * 1024 : weighed(x, who)));
    const refused = await upload(one, 'a.txt', Buffer.from('x'));
    expect([refused.status, await refused.json()]).toMatchObject([507, { code: 'no-room-party', details: { limit: 250 } }]);
    expect((await upload(b, 'a.txt', Buffer.from('x'))).status).toBe(201);
  });

  it('that waits at the end of the exercise is gone with it', async () => {
    const { lead, one, two } = await room();
    const used = await uploaded(one, 'a.txt', Buffer.from('x'));
    await one.command({ type: 'WriteNote', text: 'x', attachments: [used] });
    const waiting = await uploaded(two, 'a.txt', Buffer.from('y'));
    expect((await lead.command({ type: 'EndExercise' })).status).toBe(200);
    expect([(await store.upload(used))?.used, await store.upload(waiting)]).toEqual([true, undefined]);
    expect((await two.command({ type: 'WriteNote', text: 'x', attachments: [waiting] })).status).toBe(409);
  });

  it('that the disk does not take is refused in so many words, and the exercise goes on', async () => {
    const { one } = await room();
    vi.spyOn(store, 'addPiece').mockImplementation(async () => {
      throw new DiskFault('full');
    });
    expect(await (await upload(one, 'a.txt', Buffer.from('x'))).json()).toMatchObject({ status: 507, code: 'disk' });
    vi.restoreAllMocks();
    expect((await one.command({ type: 'WriteNote', text: 'Still here.' })).status).toBe(200);
  });

  it('is not taken from those who only watch', async () => {
    const { watcher } = await room();
    expect((await upload(watcher, 'a.txt', Buffer.from('x'))).status).toBe(403);
  });

  it('that nobody used is gone after some hours', async () => {
    const { one } = await room();
    const id = await uploaded(one, 'a.txt', Buffer.from('x'));
    const tidied = async (ms: number) => {
      for (let gone = 0; gone < ms; gone += TIDY_EVERY_MS) await new Promise((done) => setImmediate(done, clock.advance(TIDY_EVERY_MS)));
    };
    await tidied(UNUSED_MS - TIDY_EVERY_MS);
    expect(await store.upload(id)).toBeDefined();
    await tidied(3 * TIDY_EVERY_MS);
    expect(await store.upload(id)).toBeUndefined();
    expect((await one.command({ type: 'WriteNote', text: 'x', attachments: [id] })).status).toBe(409);
  });
});

it('files and waiting uploads are there again after a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-files-'));
  const first = await serve({ dataDir });
  const { links } = await exercise(await director(first.server));
  const one = await joined(first.server, links.get('seat:a-one'), 'One');
  await one.command({ type: 'WriteNote', text: 'x', attachments: [await uploaded(one, 'a.png', PNG)] });
  const waiting = await uploaded(one, 'b.txt', Buffer.from('words'));
  await first.end();
  const second = await serve({ dataDir });
  const back = Object.assign(new Player(second.server.url), { path: one.path, cookie: one.cookie });
  const [card] = await cards(back);
  const got = await back.fetch(back.api(`/attachments/${card?.id}`));
  expect(Buffer.from(await got.arrayBuffer()).equals(PNG)).toBe(true);
  expect((await back.command({ type: 'WriteNote', text: 'y', attachments: [waiting] })).status).toBe(200);
  await second.end();
  rmSync(dataDir, { recursive: true, force: true });
});
