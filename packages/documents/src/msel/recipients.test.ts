import { describe, expect, it } from 'vitest';
import { csv, imported, type Written } from '../fixture.ts';

/** A sheet whose rows say nothing but whom they are for; `more` stands in columns beside. */
const sheet = (cells: readonly string[], more: Record<string, readonly string[]> = {}) =>
  imported(
    csv([
      ['No', 'Time', ...Object.keys(more), 'To', 'Title', 'Text'],
      ...cells.map((c, i) => [`${i + 1}`, `09:${10 + i}`, ...Object.values(more).map((v) => v[i] ?? ''), c, `t${i + 1}`, `x${i + 1}`]),
    ]),
    {},
    'x.csv',
  );
/** By row: the parties and cells that get it, `everyone`, or nothing. */
function heard(scenario: Written): string[][] {
  const names = new Map<string, string>(
    scenario.parties.flatMap((p: Written) => [
      [`party:${p.id}`, p.name],
      ...p.cells.map((c: Written) => [`cell:${c.id}`, p.name === c.name ? c.name : `${p.name}/${c.name}`]),
    ]),
  );
  return scenario.injects.map((i: Written) => i.to.map((a: string) => names.get(a) ?? a).toSorted());
}
/** Whom the rows after the first three, for Navy, Police and Press, are for. */
async function beside(...cells: string[]) {
  const result = await sheet(['Navy', 'Police', 'Press', ...cells]);
  expect(result.errors).toEqual([]);
  return { ...result, to: heard(result.scenario).slice(3) };
}

describe('a recipient that is not understood is nobody', () => {
  it.each([
    ['an empty cell', ''],
    ['a dash', '-'],
    ['“none”', 'n/a'],
    ['question marks', '???'],
    ['“to be decided”', 'TBD'],
    ['the same in Korean', '추후 통보'],
    ['a doubt', 'Navy?'],
    ['one or the other', 'Navy or Police'],
    ['others without a name', 'Others'],
    ['“and so on”', 'Navy etc.'],
    ['the same in Korean', '해군 등'],
    ['whom it concerns', 'Relevant agencies'],
    ['the same in Korean', '관련 기관'],
    ['all of something', 'All naval units'],
    ['each of something', '각 부대'],
    ['both', 'Both'],
    ['see elsewhere', 'See remarks'],
    ['as above', '상동'],
    ['an error of Excel', '#REF!'],
    ['a time', '09:30'],
    ['a number of the MSEL', '5004'],
    ['a sentence', 'The watch officer of the day tells whoever is on duty at the time'],
    ['two scripts in one word', 'Nаvу'],
    ['an arrow', 'Navy -> Police'],
    ['a formula', '=B2'],
    ['all but', 'All except the admiral'],
    ['not', 'Not Navy'],
    ['a remark that may be a part of the name', 'Navy (by phone)'],
    ['a copy in brackets', 'Navy (info Police)'],
    ['a part that is understood, and one that is not', 'Navy; ???'],
    ['the same in lines', 'Navy\nTBC'],
    ['everyone, and one that is not understood', 'All; ???'],
    ['a name that may be one or two', 'Navy and Marines'],
    ['a number that may be a part of the name', '2. Division'],
    ['a list that does not count from the first', '2. Navy\n4. Police'],
  ])('%s: “%s”', async (_what, cell) => {
    const { to, rows, scenario, problems } = await beside(cell, 'Navy');
    expect(to).toEqual([[], ['Navy']]);
    expect(rows).toMatchObject({
      total: 5,
      imported: 5,
      named: [],
      waiting: [{ row: 5, reason: { en: expect.any(String), ko: expect.any(String) } }],
    });
    expect(scenario.injects[3]).toMatchObject({ manual: true, to: [] });
    expect(problems.map((p) => p.code)).toContain('no-recipients');
    expect(scenario.parties.flatMap((p: Written) => p.cells)).not.toContainEqual(expect.objectContaining({ name: cell.trim() || 'none' }));
  });

  it('and the controller reads the words of the sheet, since a person must decide', async () => {
    const { scenario } = await beside('Navy; ???');
    expect(scenario.injects[3].control).toBe('To: Navy; ???');
  });

  it('a sheet without a column of recipients reaches nobody, whatever else it names', async () => {
    const grid = [
      ['Time', 'Organisation', 'Title', 'Text'],
      ['09:00', 'Navy', 'STARTEX', 'b'],
      ['09:10', 'Police', 'c', 'd'],
    ];
    const { scenario, rows, errors } = await imported(csv(grid), {}, 'x.csv');
    expect(errors).toEqual([]);
    expect(scenario.injects.map((i: Written) => [i.to, i.manual])).toEqual([
      [[], true],
      [[], true],
    ]);
    expect(rows.waiting.map((w) => w.row)).toEqual([2, 3]);
    expect(scenario.parties.map((p: Written) => [p.name, p.letter])).toEqual([
      ['Party A', 'A'],
      ['Party B', 'B'],
    ]);
    expect(heard((await imported(csv(grid), { map: { to: 'Organisation' } }, 'x.csv')).scenario)).toEqual([['Navy'], ['Police']]);
  });

  it('an expected action of nobody is told to nobody: in the note, or left out by name', async () => {
    const grid = [
      ['Time', 'Type', 'From', 'To', 'Title', 'Text', 'Expected Actions'],
      ['09:00', '', 'Wire', 'Navy', 'a', 'b', 'Warns the port'],
      ['09:05', '', 'Wire', '???', 'c', 'd', 'Closes the port'],
      ['09:10', 'Expected action', '', 'TBD', 'Opens the port', '', ''],
      ['09:15', 'Expected action', 'Navy', '', 'Reports', '', ''],
    ];
    const { scenario, rows } = await imported(csv(grid), {}, 'x.csv');
    expect(scenario.expects.map((e: Written) => [e.by, e.text])).toEqual([
      ['cell:navy-cell', 'Warns the port'],
      ['cell:navy-cell', 'Reports'],
    ]);
    expect(scenario.injects[1].control).toContain('Closes the port');
    expect(rows.waiting.map((w) => w.row)).toEqual([3]);
    expect(rows.named.map((n) => [n.row, n.reason.en.startsWith('It is an expected action')])).toEqual([[4, true]]);
  });
});

describe('everyone is who the sheet calls so', () => {
  it.each([
    'All',
    'ALL',
    ' all ',
    'Everyone',
    'all players',
    'All parties',
    '전체',
    '모두',
    '전 부대',
    '모든 참가자',
    'Ａｌｌ',
    'A\u200bll',
    'All, Navy',
  ])('“%s”', async (cell) => {
    const { to, rows } = await beside(cell);
    expect(to).toEqual([['everyone']]);
    expect(rows.waiting).toEqual([]);
  });

  it.each([
    ['All except Press', ['Navy', 'Police']],
    ['Everyone but Police', ['Navy', 'Press']],
    ['ALL (less Navy)', ['Police', 'Press']],
    ['Press 제외 전체', ['Navy', 'Police']],
    ['전체(Press 제외)', ['Navy', 'Police']],
    ['All except Navy and Police', ['Press']],
    ['All except Navy, Police', ['Press']],
    ['all but NAVY', ['Police', 'Press']],
  ])('“%s” leaves out whom it names', async (cell, to) => {
    expect((await beside(cell)).to).toEqual([to]);
  });

  it.each([
    'All except Army',
    'All except Navy; Police',
    'All except Navy and the admiral',
    'All except Navy, Police and Press',
    'All except',
    'All, Navy excepted',
    'All; Navy excluded',
    'All, no Navy',
    'All, never Navy',
    'All (Navy exempt)',
    'All; Navy only',
  ])('“%s” waits', async (cell) => {
    const { to, rows } = await beside(cell);
    expect([to, rows.waiting.map((w) => w.row)]).toEqual([[[]], [5]]);
  });

  it('a name with a number or such letters in it stays a name', async () => {
    expect((await beside('No. 5 Squadron', 'Exchange desk', 'Notary')).to).toEqual([['No. 5 Squadron'], ['Exchange desk'], ['Notary']]);
  });

  it('the public only by its own name, with no other word', async () => {
    expect((await beside('The public', 'Public affairs', 'Public; ???')).to).toEqual([['public'], ['Public affairs'], []]);
  });
});

describe('names as people write them', () => {
  it.each([
    ['numbered', '1. Navy\n2. Police', ['Navy', 'Police']],
    ['numbered in one line', '1) Navy 2) Police', ['Navy', 'Police']],
    ['a list of one', '1. Navy', ['Navy']],
    ['circled numbers', '① Navy ② Police', ['Navy', 'Police']],
    ['Korean letters', '가. Navy\n나. Police', ['Navy', 'Police']],
    ['bullets', '• Navy\n• Police', ['Navy', 'Police']],
    ['separators', 'Navy; Police|Press', ['Navy', 'Police', 'Press']],
    ['wide separators', 'Navy，Police、Press；', ['Navy', 'Police', 'Press']],
    ['joined, each known', 'Navy & Police', ['Navy', 'Police']],
    ['a list that ends with “and”', 'Navy, Police and Press', ['Navy', 'Police', 'Press']],
    ['for action and for a copy', 'To: Navy\nCc: Police', ['Navy', 'Police']],
    ['the same in Korean', '수신: Navy / 참조: Police', []],
    ['in Korean lines', '수신: Navy\n참조: Police', ['Navy', 'Police']],
    ['case, width and what nobody sees', 'ＮＡＶＹ, pol\u00adice', ['Navy', 'Police']],
    ['blanks and dots', '  N.a.v.y ', ['Navy']],
    ['a full stop', 'Navy.', ['Navy']],
    ['control beside them', 'Navy, EXCON', ['Navy']],
  ])('%s', async (_what, cell, to) => {
    const { to: got, scenario } = await beside(cell);
    expect(got).toEqual([to]);
    expect(scenario.parties.map((p: Written) => p.name)).toEqual(['Navy', 'Police', 'Press']);
  });

  it('numbers of two teams are two teams', async () => {
    const { scenario } = await sheet(['Team 1-1', 'Team 11', 'Team 1 1']);
    expect(heard(scenario)).toEqual([['Team 1-1'], ['Team 11'], ['Team 1-1']]);
  });

  it('of one beginning are one party, and the beginning alone is the whole party', async () => {
    const { scenario } = await sheet(['ROK-NSC', 'ROK-MND', 'US-NSC, US-DoD', 'ROK']);
    expect(scenario.parties.map((p: Written) => [p.name, p.cells.map((c: Written) => c.name)])).toEqual([
      ['ROK', ['ROK-NSC', 'ROK-MND']],
      ['US', ['US-NSC', 'US-DoD']],
    ]);
    expect(scenario.injects[3].to).toEqual(['party:rok']);
  });

  it.each([
    [['ROK-NSC', 'ROK-MND', 'US-NSC', 'NSC'], 3],
    [['ROK/NSC', 'ROK/MND', 'US/NSC', 'NSC', 'ROK'], 3],
    [['Blue J2', 'Red J2', 'J2'], 2],
    [['J2 (Blue)', 'J2 (Red)', 'J2'], 2],
  ])('the end of several names is none of them: %j', async (cells, at) => {
    const { scenario } = await sheet(cells);
    expect(heard(scenario)[at]).toEqual([]);
  });

  it('are split at “and” only where each part also stands alone', async () => {
    const { scenario, guessed, rows } = await sheet(['SOC and IT', 'SOC', 'Research and Development', 'Team (SOC, IT)']);
    expect(heard(scenario)).toEqual([[], ['SOC'], ['Research and Development'], ['Team (SOC, IT)']]);
    expect(rows.waiting.map((w) => w.row)).toEqual([2]);
    expect(guessed).toContain('kept');
    const both = await sheet(['SOC and IT', 'SOC', 'IT']);
    expect(heard(both.scenario)[0]).toEqual(['IT', 'SOC']);
    expect(both.guessed).toContain('split');
  });

  it('beyond eight are shared out between two parties, those addressed together staying together', async () => {
    const { scenario, errors } = await sheet(['a, b', 'c', 'd', 'e, f', 'g', 'h', 'i, a']);
    expect(errors).toEqual([]);
    const [a, b] = scenario.parties.map((p: Written) => p.cells.map((c: Written) => c.name));
    expect(a).toEqual(expect.arrayContaining(['a', 'b', 'i']));
    expect([...a, ...b].sort()).toEqual([...'abcdefghi']);
  });

  it('that are control only name the row', async () => {
    const { rows } = await sheet(['Red', 'Blue', 'EXCON', 'Red, Control']);
    expect(rows).toMatchObject({ total: 4, imported: 3, waiting: [] });
    expect(rows.named[0]?.row).toBe(4);
  });
});
