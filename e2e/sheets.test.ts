import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Recorded } from '@entente/engine';
import { type RunningServer, startServer, VirtualClock } from '@entente/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv, type Grid, rawXlsx, xlsx } from '../packages/documents/src/fixture.ts';
import { director } from '../packages/server/src/test/server.ts';
import { type Place, type Tried, trySheet } from './server/sheet.ts';

/** Sheets as planners have them, taken the whole way over HTTP: import, exercise, injects, acknowledgements, record. */
const dataDir = mkdtempSync(join(tmpdir(), 'entente-sheets-'));
const clock = new VirtualClock(Date.UTC(2027, 2, 1));
let server: RunningServer;
let place: Place;

beforeAll(async () => {
  server = await startServer({ dataDir, clock, logLevel: 'silent' });
  place = { url: server.url, lobby: await director(server), clock };
});
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const MINUTE = 60_000;
/** When each delivery came, by its title: minutes of scenario time, in order. */
const delivered = (record: readonly Recorded[]) =>
  record.flatMap(({ at, event }) => (event.type === 'InjectDelivered' ? [[String(event.title), at / MINUTE] as const] : []));

describe('a planner’s sheet with a title, headings between the rows and mixed times', () => {
  const HEADER = ['', 'Action to be taken', 'Timeline', 'Teams', 'Subject', 'Content', 'Comments', 'Expectation Description', 'Done/To do'];
  const grid: Grid = [
    ['Table 1'],
    HEADER,
    ['', 'Tell the sponsor', 'M-5', 'Sponsor', 'Flood exercise', 'We begin at nine.', 'Keep it short', 'Sponsor knows', 'To do'],
    ['', 'Announce', '09:05', 'Management', 'Launch', 'The exercise begins.', '', 'Announcement read', 'To do'],
    ['', 'Open the bridge', '09:10', 'Harbour Desk', 'Meeting', 'The line is open.', '', 'Bridge open', 'To do'],
    ['', 'Run the exercise'],
    ['', 'First alert', 'T+2', 'Harbour Desk, River Desk', 'Alert', 'The gauge stands at 4 m.', '', 'Triage begun', 'To do'],
    ['', 'Debrief', '09:40', 'All', 'Debrief', 'What went well?', '', '', 'To do'],
  ];
  let tried: Tried;
  beforeAll(async () => {
    tried = await trySheet(place, await xlsx({ MSEL: grid }), 'harbour.xlsx');
  });

  it('names every row that is no event', () => {
    expect(tried.imported.rows).toMatchObject({ total: 7, imported: 5 });
    expect(tried.imported.rows.named.map((n) => n.row)).toEqual([1, 6]);
  });
  it('stands in the lobby without an error', () => {
    expect(tried.card.problems.filter((p) => p.severity === 'error')).toEqual([]);
    expect(tried.card.structure).toHaveLength(4);
  });
  it('brings every inject at its time, and what lay before STARTEX by hand', () => {
    expect(delivered(tried.record)).toEqual([
      ['Launch', 0],
      ['Flood exercise', expect.closeTo(0, 3)],
      ['Alert', 2],
      ['Alert', 2],
      ['Meeting', 5],
      ['Debrief', 35],
    ]);
    expect(tried).toMatchObject({ byTime: 4, byHand: 1 });
  });
  it('is acknowledged by all who got something, judged, ended and verified', () => {
    expect(tried).toMatchObject({ seats: 4, acknowledged: 9, judged: 4, verdict: { ok: true, edition: 'control' } });
    expect(tried.record.at(-1)?.event.type).toBe('ExerciseEnded');
  });
});

describe('a sheet of twelve columns in prefixed XML', () => {
  const HEADER = 'Group,Move,Assigned To,Status,Exercise Time,Simulated Time,Title,Description,To,From,Details,Expected Actions'.split(',');
  const row = (n: number, cells: readonly string[]) =>
    `<x:row r="${n}">${cells.map((s, i) => `<x:c r="${String.fromCharCode(65 + i)}${n}" s="0" t="str"><x:v>${s}</x:v></x:c>`).join('')}</x:row>`;
  const rows = [
    HEADER,
    ['', '1', 'Coast', 'Pending', '2027-03-02T04:00:00.000Z', '2027-03-02T04:00:00.000Z', 'STARTEX', '', 'ALL', 'Ministry', '', ''],
    [
      '2',
      '1',
      'Ministry',
      'Approved',
      '2027-03-02T04:20:00.000Z',
      '2027-03-02T04:20:00.000Z',
      'Oil',
      'A slick &amp; smoke',
      'Coast',
      '',
      'none',
      'Warns the port',
    ],
    [
      '2',
      '1',
      'Ministry',
      'Approved',
      '2027-03-02T04:30:00.000Z',
      '2027-03-02T04:30:00.000Z',
      'Call',
      'A mayor calls',
      'Port',
      'Mayor',
      '',
      '',
    ],
    ['3', '1', 'Ministry', 'Deferred', '2027-03-02T05:00:00.000Z', '2027-03-02T05:00:00.000Z', 'Gone', 'Left out', 'Port', '', '', ''],
  ];

  it('comes through to a verified record without the row that was put off; one that is pending waits for a hand', async () => {
    const sheet = `${rows.map((cells, i) => row(i + 1, cells)).join('')}</x:sheetData>`;
    const tried = await trySheet(place, rawXlsx(sheet, {}, 'x'), 'coast.xlsx');
    expect(tried.imported.rows).toMatchObject({ total: 4, imported: 3, named: [{ row: 5 }] });
    expect(delivered(tried.record)).toEqual([
      ['STARTEX', expect.closeTo(0, 3)],
      ['Oil', 20],
      ['Call', 30],
    ]);
    expect(tried).toMatchObject({ seats: 2, byTime: 2, byHand: 1, acknowledged: 4, judged: 1, verdict: { ok: true } });
  });
});

describe('a Korean sheet saved as CSV', () => {
  const grid: Grid = [
    ['2027년 연습 주요상황목록'],
    ['번호', '상황 시각', '구분', '발신', '수신', '제목', '내용', '예상조치', '비고'],
    ['1', '오전 9:00', '상황', '통신사', '국방부, 외교부', '연습 개시', '위성 자료에서 이상 동향이 확인됨', '상호 통보', ''],
    ['2', '9시 30분', '예비', '통제단', '외교부', '추가 질의', '대변인 답변 요청', '', '반응 없을 때'],
    ['3', '10:00', '상황', '', '전 부대', '공지', '합동 회의 소집', '', ''],
    ['합계', '3건'],
  ];

  it('comes through to a verified record, its reserve inject released by a controller', async () => {
    const tried = await trySheet(place, csv(grid), '목록.csv');
    expect(tried.imported.rows).toMatchObject({ total: 5, imported: 3 });
    expect(delivered(tried.record)).toEqual([
      ['연습 개시', 0],
      ['연습 개시', 0],
      ['추가 질의', expect.closeTo(30, 3)],
      ['공지', 60],
    ]);
    expect(tried).toMatchObject({ byTime: 2, byHand: 1, acknowledged: 5, verdict: { ok: true } });
  });

  it('gets a name of its own when it is taken in again, and STARTEX as given', async () => {
    const first = await trySheet(place, csv(grid), 'again.csv', { startex: '2028-05-01T09:00+09:00' });
    const second = await trySheet(place, csv(grid), 'again.csv');
    expect([first.imported.scenario, second.imported.scenario]).toEqual(['again', 'again-2']);
    const opening = first.record[0]?.event as { start?: string };
    expect(Date.parse(opening.start ?? '')).toBe(Date.parse('2028-05-01T09:00+09:00'));
  });
});

it('what is no sheet is refused in words, and nothing of it stands in the lobby', async () => {
  const before = (await place.lobby.json<{ scenarios: unknown[] }>('/api/lobby')).scenarios.length;
  await expect(trySheet(place, new TextEncoder().encode('{"entente": 1}'), 'notes.json')).rejects.toThrow(/^422 /);
  await expect(trySheet(place, csv([['Shopping'], ['Milk']]), 'list.csv')).rejects.toThrow(/^422 /);
  expect((await place.lobby.json<{ scenarios: unknown[] }>('/api/lobby')).scenarios).toHaveLength(before);
});
