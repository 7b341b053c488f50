import { join } from 'node:path';
import type { Address } from '@entente/engine';
import { emptyWorld, evolve, rosterOfRecord, type World } from '@entente/engine';
import { loadFolder, runPlay } from '@entente/scenario';
import { beforeAll, describe, expect, it } from 'vitest';
import { PLAN_FORMS, planPaper, writePlan } from '../plan.ts';
import { readXlsx } from '../sheet/xlsx.ts';
import { Zip } from '../sheet/zip.ts';
import { planCalendar } from './calendar.ts';
import { planPage } from './page.ts';
import type { PlanPaper } from './paper.ts';
import { planPicture } from './picture.ts';
import { PLAN_WORDS } from './words.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const root = join(import.meta.dirname, '../../../../scenarios');
/** Read and played once for all. */
let played: ReturnType<typeof runPlay>;
beforeAll(async () => {
  const { scenario, plays, files } = await loadFolder(join(root, 'extended-deterrence'));
  const play = plays.find((p) => p.play === 'shares-in-time');
  if (!scenario || !play) throw new Error('no such play');
  played = runPlay(scenario, play, { seed: 1, ...(files ? { files } : {}) });
});
/** The plan of a play of the house, as a viewer has it up to a moment. */
function paperOf(viewer: Address, until = 24 * HOUR, language: 'en' | 'ko' = 'en', change: (world: World) => void = () => {}): PlanPaper {
  const roster = rosterOfRecord(played.records.map((r) => r.event));
  const world: World = emptyWorld();
  for (const r of played.records)
    if (r.at <= until && (viewer === 'control' || roster.audience(r.to).viewers.has(viewer))) evolve(world, r.event, r);
  change(world);
  const text = [...world.planning.drafted.keys()][0] ?? '';
  const paper = planPaper(world, text, language, Math.min(until, 8 * HOUR));
  if (!paper) throw new Error('no plan');
  return paper;
}

describe('a plan taken out', () => {
  it('says who signed what, who leads which step, when it was and what moved it', () => {
    const paper = paperOf('seat:rok-mnd-policy');
    expect(paper).toMatchObject({ state: 'active', version: 3, label: 'TLP:RED', brackets: [] });
    expect(paper.signed.map((s) => s.party).sort()).toEqual(['Republic of Korea', 'United States']);
    expect(paper.rows).toHaveLength(12);
    const statement = paper.rows[4];
    expect(statement).toMatchObject({ letter: 'K', begins: 'after 1, 2, 3, 4', state: 'done', movedBy: '4' });
    expect(planPage(paper)).toContain('2027-03-02 13:07–13:08 Seoul / 2027-03-01 23:07–23:08 Washington');
  });

  it('says who agreed to it by asking, too, and calls nobody’s consent a signature', () => {
    const paper = paperOf('control', 24 * HOUR, 'en', (world) => {
      const { matters } = world.consultation;
      for (const [id, m] of matters) {
        if (m.card.procedure !== 'joint-signature') continue;
        const acts = m.acts.filter((a) => a.type === 'sign' && a.party === 'us').map((a) => ({ ...a, type: 'join' }));
        matters.set(id, { ...m, card: { ...m.card, procedure: 'consensus', party: 'rok' }, acts });
      }
    });
    expect(paper.signed.map((s) => [s.party, s.how])).toEqual([
      ['Republic of Korea', 'joined'],
      ['United States', 'joined'],
    ]);
    expect(planPage(paper)).toMatch(/agreed to by Republic of Korea, .*agreed to by United States, /s);
    expect(planPage(paper)).not.toContain('signed by');
  });

  it('is the same of all that both sides hold, whoever’s it is, and never a word of what one keeps', () => {
    const [ours, theirs] = [paperOf('seat:rok-mnd-policy'), paperOf('seat:us-asd')];
    for (const form of PLAN_FORMS) expect(writePlan(ours, form)).toEqual(writePlan(theirs, form));
    // The line that lead control held up is the United States’ to say, while it is held up.
    const during = 5 * HOUR + 10 * 60_000;
    const [us, rok] = [paperOf('seat:us-asd', during), paperOf('seat:rok-nsa', during)];
    const line = (p: PlanPaper) => p.rows[6]?.state;
    expect([line(us), line(rok)]).toEqual(['hindered', 'running']);
    for (const form of ['html', 'svg', 'ics'] as const) expect(writePlan(rok, form)).not.toContain('held up');
  });

  it('has the planned times that its tasks will have: none for what begins on a word and at no time', () => {
    const draft = paperOf('seat:us-asd', 4 * HOUR + 53.5 * 60_000);
    expect(draft.state).toBe('draft');
    expect(draft.rows[10]?.planned?.start).toBe(5 * HOUR + 40 * 60_000);
    expect(draft.rows.filter((r) => !r.planned).map((r) => [r.number, r.begins])).toEqual([['12', 'after 11; when its lead decides']]);
  });

  it('says in words how a step hangs on another, in both languages', () => {
    expect(PLAN_WORDS.en.relation.SS('5', 2 * MINUTE)).toBe('starts 2 min after 5 starts');
    expect(PLAN_WORDS.en.relation.FF('5', 0)).toBe('ends once 5 ends');
    expect(PLAN_WORDS.en.relation.FS('5', -3 * MINUTE)).toBe('up to 3 min before 5 ends');
    expect(PLAN_WORDS.ko.relation.SS('5', 2 * MINUTE)).toBe('5 시작 2분 후 시작');
    // Steps stand on whole ten seconds: what lasts less than a minute, or no whole ones, says so.
    expect(PLAN_WORDS.en.relation.FS('5', 20_000)).toBe('20 s after 5');
    expect(PLAN_WORDS.ko.relation.FS('5', 90_000)).toBe('5 종료 1분 30초 후');
    expect([0, 20_000, 10 * MINUTE, 90_000, -40_000].map(PLAN_WORDS.en.span)).toEqual(['0 min', '20 s', '10 min', '1 min 30 s', '−40 s']);
  });

  it('does not say “planned” of a step whose time has come, in any form, and says how late it is', () => {
    const paper = paperOf('seat:rok-mnd-policy');
    const [first] = paper.rows;
    if (!first) throw new Error('no row');
    const row = { ...first, state: 'planned', planned: { start: 0, end: 10 * MINUTE }, latest: undefined, slack: undefined } as const;
    const late = { ...row, real: { start: 4 * MINUTE, end: 14 * MINUTE }, late: 4 * MINUTE };
    const texts = (rows: PlanPaper['rows'], language: 'en' | 'ko') => {
      const of = { ...paper, language, now: 4 * MINUTE, rows };
      const [head, row] = readXlsx(new Zip(writePlan(of, 'xlsx') as Uint8Array))[0]?.rows ?? [];
      const state = head?.cells.findIndex((c) => c?.text === PLAN_WORDS[language].state) ?? -1;
      return [row?.cells[state]?.text ?? '', planPage(of), planCalendar(of).replace(/\r\n /g, '')];
    };
    for (const text of texts([late], 'en')) expect(text.replace('\n', ', ')).toMatch(/not begun(\\)?, 4 min late/);
    for (const text of texts([late], 'ko')) expect(text.replace('\n', ', ')).toMatch(/미시작(\\)?, 4분 지연/);
    // One that another has put off is planned still, for later.
    const moved = { ...late, planned: { start: 6 * MINUTE, end: 16 * MINUTE }, movedBy: '1' };
    for (const text of texts([moved], 'en')) expect(text.replace('\n', ', ')).toMatch(/planned(\\)?, 4 min late/);
    // A second is said, and what is less; 450 ms late.
    for (const text of texts([{ ...late, state: 'done', late: 450 }], 'en'))
      expect(text.replace('\n', ', ')).toMatch(/done(\\)?, under 1 s late/);
  });

  it('as a calendar has an event for each step that has a time, in lines that every calendar reads', () => {
    const text = planCalendar(paperOf('seat:rok-mnd-policy', 24 * HOUR, 'ko'));
    expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(12);
    expect(text).toContain('DTSTART:20270302T040700Z\r\n');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replace(/\r\n /g, '')).toContain(
      '계획: 2027-03-02 13:30–13:50 서울 / 2027-03-01 23:30–23:50 워싱턴\\n실제 또는 예상: 2027-03-02 13:30–13:56 서울 / 2027-03-01 23:30–23:56 워싱턴',
    );
    expect(text.replace(/\r\n /g, '')).toContain('SUMMARY:[연습] 5 같은 시각에 공동성명 발표 (K)');
  });

  it('as a workbook has the matrix with the times of both capitals, and the text with its marks', () => {
    const book = writePlan(paperOf('seat:rok-mnd-policy'), 'xlsx') as Uint8Array;
    const [matrix, text] = readXlsx(new Zip(book));
    const cells = (row: number) => matrix?.rows[row]?.cells.map((c) => c?.text ?? '') ?? [];
    expect(cells(0)).toContain('Planned: Start (Washington)');
    expect(cells(5)).toContain('2027-03-01 23:07');
    expect(text?.rows[0]?.cells[0]?.text).toBe('EXERCISE EXERCISE EXERCISE');
  });

  it('as a picture draws planned and real, and the night of each capital', () => {
    const svg = planPicture(paperOf('seat:rok-mnd-policy', 5 * HOUR + 10 * 60_000));
    expect(svg).toMatch(/^<svg [^>]*viewBox/);
    expect(svg.match(/<g>/g)).toHaveLength(12);
    expect(svg).toMatch(/03-01 22:45.*03-02 00:00/);
    expect(svg).toContain('fill="url(#expected)"');
  });

  it('as a picture begins the night at ten and ends it at six, on each capital’s own clock', () => {
    const paper = paperOf('seat:rok-mnd-policy');
    const [row] = paper.rows;
    if (!row) throw new Error('no row');
    // From 19:00 to 02:00 in Seoul, 05:00 to 12:00 in Washington: seven hours of 126 pixels from 380 on.
    const late = { ...row, planned: { start: 11 * HOUR, end: 17 * HOUR }, real: undefined, latest: undefined };
    const nights = [...planPicture({ ...paper, rows: [late] }).matchAll(/<rect x="(\d+)" y="(\d+)" width="(\d+)"[^>]*#D9DEE8/g)];
    expect(nights.map(([, x, y, width]) => [x, y, width])).toEqual([
      ['757', '34', '503'],
      ['380', '50', '126'],
    ]);
  });

  it('is no markup, no formula and no line of a calendar, whatever people write', () => {
    const paper = paperOf('seat:rok-mnd-policy');
    const hostile = '<script>alert(1)</script>"\'&\nEND:VEVENT\r\nBEGIN:VALARM\u0000\ud800';
    const [first, ...rest] = paper.rows;
    if (!first) throw new Error('no row');
    const wild: PlanPaper = {
      ...paper,
      title: hostile,
      label: hostile,
      paragraphs: [hostile],
      rows: [{ ...first, text: hostile, lead: hostile }, ...rest],
    };
    for (const markup of [planPage(wild), planPicture(wild)]) {
      expect(markup).not.toContain('<script>');
      expect(markup.isWellFormed() && !markup.includes('\u0000')).toBe(true);
    }
    const lines = planCalendar(wild).split('\r\n');
    expect(lines.filter((l) => l === 'END:VEVENT')).toHaveLength(12);
    expect(lines).not.toContain('BEGIN:VALARM');
    expect(writePlan(wild, 'xlsx')).toBeInstanceOf(Uint8Array);
  });
});
