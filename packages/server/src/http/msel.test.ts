import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEdited } from '@entente/documents';
import { edit, wordsIn } from '@entente/documents/testing';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../index.ts';
import { type Browser, director, exercise, joined, type Player, serve } from '../test/server.ts';
import { takeSheet } from '../test/sheet.ts';

let server: RunningServer;
let lobby: Browser;
let end: () => Promise<void>;
let seats: Readonly<Record<'lead' | 'a' | 'b' | 'player', Player>>;
beforeAll(async () => {
  ({ server, end } = await serve());
  lobby = await director(server);
  const { links } = await exercise(lobby);
  const [lead, a, b, player] = await Promise.all(
    (['control', 'control:a', 'control:b', 'seat:a-one'] as const).map((seat) => joined(server, links.get(seat), 'Somebody')),
  );
  seats = { lead, a, b, player } as never;
});
afterAll(() => end());

const book = async (player: Player, query = ''): Promise<Uint8Array> =>
  new Uint8Array(await (await player.fetch(player.api(`/msel${query}`))).arrayBuffer());
const sendBack = (player: Player, bytes: Uint8Array): Promise<Response> =>
  player.fetch(player.api('/msel/changes'), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes) as unknown as string,
  });

describe('the MSEL as a workbook', () => {
  it('is each control’s own: lead control has every row, a party’s control its own side, a player none', async () => {
    const [whole, ofA, ofB] = (await Promise.all([book(seats.lead), book(seats.a), book(seats.b)])).map(wordsIn);
    const canaries = (words: string | undefined): string[] => ['ALPHA-CANARY', 'BETA-CANARY'].filter((c) => words?.includes(c));
    expect([canaries(whole), canaries(ofA), canaries(ofB)]).toEqual([['ALPHA-CANARY', 'BETA-CANARY'], ['ALPHA-CANARY'], ['BETA-CANARY']]);
    expect((await seats.player.fetch(seats.player.api('/msel'))).status).toBe(404);
    expect((await sendBack(seats.player, await book(seats.lead))).status).toBe(404);
  });

  it('comes in the columns that an office is used to', async () => {
    expect(wordsIn(await book(seats.lead, '?preset=nato'))).toContain('Training Objective');
    expect(wordsIn(await book(seats.lead, '?preset=uk&language=ko'))).toContain('담당 통제관');
    const own = await seats.lead.post(seats.lead.api('/msel'), { template: { columns: { Wer: 'to', Was: 'text' } }, language: 'en' });
    expect(own.status).toBe(200);
    expect(wordsIn(new Uint8Array(await own.arrayBuffer()))).toMatch(/Wer[\s\S]*Was/);
    const bad = await seats.lead.post(seats.lead.api('/msel'), { template: { columns: { Wer: 'whom' } }, language: 'en' });
    expect(bad.status).toBe(422);
    expect(await bad.json()).toMatchObject({ code: 'bad-map', details: { where: 'columns.Wer' } });
  });

  it('of another side is answered as if its rows had never been: nobody learns which rows there are', async () => {
    const ofB = await book(seats.b);
    const { lines } = readEdited(ofB, 'msel.xlsx');
    const id = lines.find((l) => l.fields.get('text.en') === 'BETA-CANARY')?.id ?? '';
    const edited = await edit(ofB, (s) => s.set(id, 'Title [en]', 'Guessed'));
    const answers = (by: Player): Promise<string[]> =>
      Promise.all([edited, renamed(edited, id, NEVER)].map(async (bytes) => (await sendBack(by, bytes)).text()));
    for (const by of [seats.a, seats.lead]) {
      const [asked, never] = await answers(by);
      expect(asked).toContain('Guessed');
      expect(asked?.replaceAll(id, NEVER)).toBe(never);
    }
    const [own, never] = await answers(seats.b);
    expect(own?.replaceAll(id, NEVER)).not.toBe(never);
  });

  it('comes in the columns of an office’s own template to lead control; a party’s control is told of none', async () => {
    for (const [by, status] of [
      [seats.lead, 404],
      [seats.a, 404],
    ] as const)
      expect((await by.fetch(by.api('/msel?template=Nowhere'))).status).toBe(status);
    for (const by of [seats.lead, seats.a]) expect(await (await by.fetch(by.api('/msel/templates'))).json()).toEqual({ templates: [] });
    expect((await seats.player.fetch(seats.player.api('/msel/templates'))).status).toBe(404);
  });

  it('comes back as commands to be confirmed; what is no workbook of this exercise is refused with the reason', async () => {
    const bytes = await book(seats.lead);
    const same = await (await sendBack(seats.lead, bytes)).json();
    expect(same).toMatchObject({ steps: [], notTaken: [], columns: [] });
    const gone = await sendBack(seats.lead, await edit(bytes, (s) => s.drop('Entente')));
    expect(gone.status).toBe(422);
    expect(await gone.json()).toMatchObject({ code: 'not-exported', details: { hint: { ko: expect.any(String) } } });
  });
});

describe('the MSEL of a scenario as a workbook', () => {
  const SHEET = 'Number,Time,From,To,Message\n1,09:00,Wire,Alpha,News\n2,09:10,Wire,Beta,More news\n';
  let own: Awaited<ReturnType<typeof serve>>;
  let author: Browser;
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-scenario-msel-'));
  beforeAll(async () => {
    own = await serve({ dataDir });
    author = await director(own.server);
    await takeSheet(author, SHEET, 'ours.csv');
  });
  afterAll(async () => {
    await own.end();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const out = async (id: string, query = ''): Promise<Uint8Array> =>
    new Uint8Array(await (await author.fetch(`/api/scenarios/${id}/msel${query}`)).arrayBuffer());
  const compared = async (id: string, bytes: Uint8Array): Promise<Response> =>
    author.fetch(`/api/scenarios/${id}/msel/changes`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(bytes) as unknown as string,
    });
  const take = (id: string, body: object): Promise<Response> => author.post(`/api/scenarios/${id}/msel/take`, body);
  type Compared = { book: string; mark: string; writes: boolean; steps: { key: string; takes: boolean; said: { en: string } }[] };

  it('goes out in an office’s columns, and what was changed there is taken into the scenario, row by row, when it is confirmed', async () => {
    await author.fetch('/api/templates/Port', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ columns: { Wording: 'text', Ziel: 'to' } }),
    });
    const book = await edit(await out('ours', '?template=Port'), (s) => {
      s.set('i-1', 'Wording', 'Said anew');
      s.set('i-2', 'Ziel', 'Nobody we know');
    });
    const found = (await (await compared('ours', book)).json()) as Compared;
    expect(found).toMatchObject({
      writes: true,
      steps: [
        { key: 'i-1', takes: true },
        { key: 'i-2', takes: false, said: { en: expect.stringContaining('is no recipient here') } },
      ],
    });
    expect(wordsIn(await out('ours'))).not.toContain('Said anew');
    const again = (await (await compared('ours', book)).json()) as Compared;
    expect(await (await take('ours', { book: found.book, mark: found.mark, take: ['i-1'] })).json()).toMatchObject({ taken: 1 });
    expect(wordsIn(await out('ours'))).toContain('Said anew');
    // Somebody else confirmed what they saw before that.
    const late = await take('ours', { book: again.book, mark: again.mark, take: ['i-1'] });
    expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([409, 'changed-meanwhile']);
  });

  it('is taken into no scenario that lies outside the data folder, and no workbook of another is', async () => {
    const book = await out('tiny', '?preset=uk&language=ko');
    const found = (await (await compared('tiny', book)).json()) as Compared;
    expect(found).toMatchObject({ writes: false, steps: [] });
    const refused = await take('tiny', { book: found.book, mark: found.mark, take: [] });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([409, 'not-ours']);
    const other = await compared('ours', book);
    expect([other.status, await other.json()]).toMatchObject([
      422,
      { code: 'another-scenario', details: { hint: { ko: expect.any(String) } } },
    ]);
    expect((await author.fetch('/api/scenarios/ours/msel?template=Nowhere')).status).toBe(404);
    expect((await author.fetch('/api/scenarios/nowhere/msel')).status).toBe(404);
  });
});

/** As long as an id of the record. */
const NEVER = 'never-there';

/** The same workbook with another id in all of its sheets. */
function renamed(bytes: Uint8Array, id: string, to: string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [
    name,
    name.endsWith('.xml') ? strToU8(strFromU8(part).replaceAll(`>${id}<`, `>${to}<`)) : part,
  ]);
  return zipSync(Object.fromEntries(parts));
}
