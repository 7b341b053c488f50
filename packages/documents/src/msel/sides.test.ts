import { describe, expect, it } from 'vitest';
import { csv, imported, type Written } from '../fixture.ts';

/** Rows of side and recipient, under a header of that name. */
const sheet = (rows: readonly (readonly [string, string])[], header = 'Side', options = {}) =>
  imported(
    csv([['No', 'Time', header, 'To', 'Title', 'Text'], ...rows.map(([side, to], i) => [`${i + 1}`, `09:${10 + i}`, side, to, 't', 'x'])]),
    options,
    'x.csv',
  );
/** By row: PARTY/CELL, `party PARTY`, `everyone`, or nothing. */
function heard(scenario: Written): string[][] {
  const names = new Map<string, string>(
    scenario.parties.flatMap((p: Written) => [
      [`party:${p.id}`, `party ${p.name}`],
      ...p.cells.map((c: Written) => [`cell:${c.id}`, `${p.name}/${c.name}`]),
    ]),
  );
  return scenario.injects.map((i: Written) => i.to.map((a: string) => names.get(a) ?? a).toSorted());
}
const TWO = [
  ['Blue', 'J2'],
  ['Red', 'J2'],
  ['Blue', 'J3'],
  ['Red', 'J3'],
] as const;

describe('the same name on two sides', () => {
  it.each(['Side', 'Party', 'Force', 'Nation', '진영', '참가측'])('is two recipients: column %s', async (header) => {
    const { scenario, errors, rows } = await sheet(TWO, header);
    expect(errors).toEqual([]);
    expect(heard(scenario)).toEqual([['Blue/J2'], ['Red/J2'], ['Blue/J3'], ['Red/J3']]);
    expect(rows.waiting).toEqual([]);
    expect(scenario.parties.map((p: Written) => [p.name, p.cells.map((c: Written) => c.name)])).toEqual([
      ['Blue', ['J2', 'J3']],
      ['Red', ['J2', 'J3']],
    ]);
    expect(scenario.parties.flatMap((p: Written) => p.cells.map((c: Written) => c.id))).toEqual([
      'blue-j2-cell',
      'blue-j3-cell',
      'red-j2-cell',
      'red-j3-cell',
    ]);
  });

  it.each(['j2', 'Ｊ２', 'J-2', ' J 2 ', 'J\u200b2', 'J2.', '“J2”'.slice(1, 3)])(
    'is two recipients in each spelling: “%s”',
    async (name) => {
      const { scenario } = await sheet([...TWO, ['Red', name], ['blue ', name]]);
      expect(heard(scenario).slice(4)).toEqual([['Red/J2'], ['Blue/J2']]);
      expect(scenario.parties).toHaveLength(2);
    },
  );

  it.each([
    ['without its side', '', 'J2', []],
    ['where both sides are named', 'Both', 'J2', []],
    ['where everyone is', 'All', 'J2', []],
    ['in a row of two sides', 'Blue, Red', 'J2', []],
    ['beside one that is known', '', 'Blue J3, J2', []],
    ['with its side in the name', '', 'Blue J2', ['Blue/J2']],
    ['with its side behind the name', '', 'J2 (Red)', ['Red/J2']],
    ['with its side before a stroke', '', 'Red/J2', ['Red/J2']],
    ['with the row’s side in the name', 'Red', 'Red J2', ['Red/J2']],
    ['with both sides in the names', '', 'Blue J2, Red J3', ['Blue/J2', 'Red/J3']],
    ['with another side in the name than in the row', 'Red', 'Blue J2', []],
    ['of the other side as a whole', 'Red', 'Blue', []],
    ['of the side as a whole', 'Blue', 'Blue', ['party Blue']],
    ['all, in a row of one side', 'Blue', 'All', []],
    ['all parties, in a row of one side', 'Blue', 'All parties', ['everyone']],
    ['all, in a row of no side', '', 'All', ['everyone']],
    ['all but, in a row of one side', 'Blue', 'All except J3', []],
    ['all but one that both have', '', 'All except J2', []],
    ['all but one of one side', '', 'All except Red J2', ['Blue/J2', 'Blue/J3', 'Red/J3']],
  ])('%s', async (_what, side, to, got) => {
    const { scenario, rows } = await sheet([...TWO, [side, to]]);
    expect(heard(scenario)[4]).toEqual(got);
    expect(rows.waiting.map((w) => w.row)).toEqual(got.length === 0 ? [6] : []);
  });

  it('a name that one side alone has needs no side', async () => {
    const { scenario } = await sheet([...TWO, ['Red', 'Commander'], ['', 'Commander']]);
    expect(heard(scenario)[5]).toEqual(['Red/Commander']);
  });

  it.each([
    ['a second column of recipients', 'Team'],
    ['a column with an unknown header, by its values', 'Stripe'],
  ])('waits where nobody can say that a column names sides: %s', async (_what, header) => {
    const doubtful = await sheet([...TWO, ['Blue', 'J9']], header);
    expect(heard(doubtful.scenario)).toEqual([[], [], [], [], [expect.stringContaining('J9')]]);
    expect(doubtful.rows.waiting[0]?.reason.en).toContain(`party: “${header}”`);
    const told = await sheet(TWO, header, { map: { party: header } });
    expect(heard(told.scenario)).toEqual([['Blue/J2'], ['Red/J2'], ['Blue/J3'], ['Red/J3']]);
    const notes = await sheet([...TWO], header, { map: { notes: header } });
    expect(notes.rows.waiting).toEqual([]);
  });

  it('all waits, where a column that may name the sides puts its row on one', async () => {
    const { scenario, rows } = await sheet(
      [...TWO, ['Blue', 'All'], ['Red', '전체'], ['Blue', 'All except J9'], ['Red', 'J9'], ['Blue', 'All parties'], ['', 'All']],
      'Stripe',
    );
    expect(heard(scenario).slice(4)).toEqual([[], [], [], [expect.stringContaining('J9')], ['everyone'], ['everyone']]);
    expect(rows.waiting.map((w) => w.row)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  });

  it('all waits under a heading that names a side', async () => {
    const grid = [
      ['No', 'Time', 'To', 'Title', 'Text'],
      ['BLUE INJECTS'],
      ['1', '09:00', 'J2', 't', 'x'],
      ['2', '09:05', 'All', 't', 'x'],
      ['RED INJECTS'],
      ['3', '09:10', 'J7', 't', 'x'],
      ['4', '09:15', 'All', 't', 'x'],
    ];
    const { scenario, rows } = await imported(csv(grid), {}, 'x.csv');
    expect(heard(scenario).map((h) => h.length)).toEqual([1, 0, 1, 0]);
    expect(rows.waiting.map((w) => w.row)).toEqual([4, 7]);
  });

  it('waits under headings that name sides', async () => {
    const grid = [
      ['No', 'Time', 'To', 'Title', 'Text'],
      ['BLUE'],
      ['1', '09:00', 'J2', 't', 'x'],
      ['RED'],
      ['2', '09:10', 'J2', 't', 'x'],
      ['3', '09:20', 'J7', 't', 'x'],
    ];
    const { scenario, rows } = await imported(csv(grid), {}, 'x.csv');
    expect(heard(scenario).map((h) => h.length)).toEqual([0, 0, 1]);
    expect(rows.waiting.map((w) => w.row)).toEqual([3, 5]);
  });

  it('waits where there are more sides than an exercise can have', async () => {
    const many = Array.from({ length: 13 }, (_, i) => [`Nation ${i}`, 'J2'] as const);
    const { scenario, rows } = await sheet([...many, ['Nation 0', 'Desk']], 'Nation');
    expect(
      heard(scenario)
        .slice(0, 13)
        .every((h) => h.length === 0),
    ).toBe(true);
    expect(rows.waiting).toHaveLength(13);
  });

  it('numbers in a column Group count events and part nobody', async () => {
    const { scenario, rows } = await sheet(
      [
        ['1', 'Coast'],
        ['2', 'Coast'],
      ],
      'Group',
    );
    expect(rows.waiting).toEqual([]);
    expect(heard(scenario)[0]).toEqual(heard(scenario)[1]);
  });

  it('a sender that two sides have is nobody’s seat', async () => {
    const grid = [
      ['Time', 'Side', 'From', 'To', 'Title', 'Text'],
      ['09:00', 'Blue', 'Wire', 'J2', 'a', 'b'],
      ['09:05', 'Red', 'J3', 'J2', 'a', 'b'],
      ['09:10', 'Blue', 'J2', 'J3', 'a', 'b'],
    ];
    const { scenario, errors } = await imported(csv(grid), {}, 'x.csv');
    expect(errors).toEqual([]);
    expect(scenario.injects.map((i: Written) => i.from)).toEqual(['wire', 'cell:j3-cell', 'j2']);
  });
});

it('parties follow a column of sides that is no number', async () => {
  const { scenario } = await sheet(
    [
      ['North', 'Police'],
      ['South', 'Mayor'],
      ['North', 'Fire'],
    ],
    'Party',
  );
  expect(scenario.parties.map((p: Written) => [p.name, p.cells.map((c: Written) => c.name)])).toEqual([
    ['North', ['Police', 'Fire']],
    ['South', ['Mayor']],
  ]);
});
