import { describe, expect, it } from 'vitest';
import { csv, type Grid, imported, type Written, xlsx } from '../fixture.ts';
import type { ImportOptions } from '../index.ts';

/** Workbooks and tables as they occur in practice: which sheets are read, and what is no MSEL. */

const HEADER = ['No', 'Time', 'From', 'To', 'Title', 'Message'];
const of = async (grid: Grid, options: ImportOptions = {}) => imported(csv(grid), options, 'x.csv');
const times = (scenario: Written): (string | undefined)[] => scenario.injects.map((i: Written) => i.at);
describe('a workbook of several sheets', () => {
  const day = (n: number, count: number) => [
    HEADER,
    ...Array.from({ length: count }, (_, i) => [
      `${n}.${i + 1}`,
      `${9 + i}:00`,
      'Dam',
      'Town',
      `Day ${n} report ${i + 1}`,
      `Report ${i + 1} of ${n}.`,
    ]),
  ];

  it.each([
    ['Day 1', 'Day 2', 'Day 3'],
    ['1일차', '2일차', '3일차'],
    ['Mon 2 Mar 2026', 'Tue 3 Mar 2026', 'Wed 4 Mar 2026'],
    ['D-Day', 'D+1', 'D+2'],
  ])('one per day: %s, %s, %s', async (...names) => {
    const { scenario, rows, guesses } = await imported(
      await xlsx({
        Cover: [['Exercise'], ['Draft']],
        [names[0] as string]: day(1, 3),
        [names[1] as string]: day(2, 4),
        [names[2] as string]: day(3, 3),
        Contacts: [
          ['Name', 'Phone'],
          ['Kim', '555'],
        ],
      }),
    );
    expect(rows).toMatchObject({ total: 10, imported: 10 });
    const at = ['PT0S', 'PT1H', 'PT2H', 'PT24H', 'PT25H', 'PT26H', 'PT27H', 'PT48H', 'PT49H', 'PT50H'];
    expect(times(scenario)).toEqual(at);
    expect(guesses.every((g) => g.settled)).toBe(true);
  });

  it('one per side: the same name on two of them is two cells', async () => {
    const rowsOf = (secret: string) => [
      HEADER,
      ['1', '09:00', 'Wire', 'J2', 't', secret],
      ['2', '09:10', 'Wire', 'J3', 't', `${secret} too`],
    ];
    const { scenario } = await imported(await xlsx({ 'Blue injects': rowsOf('blue'), 'Red injects': rowsOf('red') }));
    expect(scenario.parties.map((p: Written) => [p.name, p.cells.map((c: Written) => c.name)])).toEqual([
      ['Blue', ['J2', 'J3']],
      ['Red', ['J2', 'J3']],
    ]);
    const blue = new Set(scenario.parties[0].cells.map((c: Written) => `cell:${c.id}`));
    for (const i of scenario.injects) expect(i.to.every((a: string) => blue.has(a))).toBe(i.text.startsWith('blue'));
  });

  it('an old copy and a hidden sheet are not read, and named', async () => {
    const { rows, reading } = await imported(
      await xlsx({
        MSEL: day(1, 3),
        'MSEL old': day(1, 2),
        Lists: [
          ['Type', 'Title'],
          ['a', 'b'],
        ],
      }),
    );
    expect(rows.imported).toBe(3);
    expect(reading.sheets.map((s) => [s.name, s.read])).toEqual([
      ['MSEL', true],
      ['MSEL old', false],
      ['Lists', false],
    ]);
    expect(reading.sheets[1]?.why.en).toContain('repeats');
  });

  it('a map of another workbook is said to be one, and the sheets are found as without it', async () => {
    const { rows, guesses } = await imported(await xlsx({ Monday: day(1, 2) }), { map: { entente: 'msel-map/1', sheets: ['Tuesday'] } });
    expect(rows.imported).toBe(2);
    expect(guesses.find((g) => g.key === 'sheets-missing')).toMatchObject({
      settled: false,
      what: { en: expect.stringContaining('“Tuesday”') },
    });
  });

  it('content beyond the last column of another sheet refuses nothing', async () => {
    const wide = [[...new Array(220).fill(''), 'far']];
    const { rows, reading } = await imported(await xlsx({ MSEL: day(1, 2), Plan: wide }));
    expect(rows.imported).toBe(2);
    expect(reading.sheets[1]).toMatchObject({ read: false, why: { en: expect.stringContaining('beyond column 200') } });
    await expect(imported(await xlsx({ Plan: wide }))).rejects.toMatchObject({ code: 'too-many-columns' });
  });
});

describe('what is no MSEL', () => {
  it.each([
    [
      'a log of what has happened',
      [
        ['Date', 'Time', 'From', 'To', 'Message', 'Action Taken', 'Initials'],
        ['3/2', '0900', 'EOC', 'Station 1', 'Need water', 'Sent truck', 'JK'],
        ['3/2', '0910', 'Station 1', 'EOC', 'Ack', 'none', 'JK'],
      ],
    ],
    [
      'a list of questions',
      [
        ['No', 'Question', 'Answer', 'Points'],
        ['1', 'Who leads the response?', 'x', '3'],
        ['2', 'When do you notify?', 'y', '4'],
      ],
    ],
    [
      'a matrix',
      [
        ['Task', '0900', '1000', '1100', '1200'],
        ['Evacuate', 'X', '', 'X', ''],
        ['Inform', '', 'X', '', 'X'],
      ],
    ],
    [
      'a matrix',
      [
        ['Activity', 'Navy', 'Police', 'Press', 'Mayor'],
        ['Plan', 'R', 'A', 'C', 'I'],
        ['Do', 'A', 'R', 'I', 'C'],
      ],
    ],
    [
      'a matrix',
      [
        ['', 'Day 1', 'Day 2', 'Day 3', 'Day 4'],
        ['Navy', 'Deploy', 'Patrol', 'Patrol', 'Return'],
        ['Army', 'Rest', 'Move', 'Hold', 'Rest'],
      ],
    ],
    [
      'a list of questions',
      [
        ['#', 'Time', 'Discussion Question', 'Objective'],
        ['1', '0900', 'What would you do first?', 'A'],
        ['2', '0930', 'Who must be told?', 'B'],
      ],
    ],
    [
      'a register or list',
      [
        ['Name', 'Title', 'Organization', 'Phone', 'Email'],
        ['J Doe', 'Chief', 'Navy', '555-1', 'a@b.c'],
        ['K Roe', 'Deputy', 'Police', '555-2', 'd@e.f'],
      ],
    ],
  ])('%s is refused in words', async (what, grid) => {
    await expect(of(grid)).rejects.toMatchObject({
      code: 'not-msel',
      fault: { message: { en: expect.stringContaining(`is ${what}, not an MSEL`) } },
    });
  });
});
