import { describe, expect, it } from 'vitest';
import { csv, type Grid, imported, type Written, xlsx } from '../fixture.ts';
import { type ImportOptions, readMsel } from '../index.ts';

/** What only the planner can know: it is asked, and until somebody answers nobody receives. */

const HEADER = ['No', 'Time', 'From', 'To', 'Title', 'Message'];
const to = (...names: string[]): Grid => [
  HEADER,
  ...names.map((name, i) => [`${i + 1}`, `09:${10 + i}`, 'Wire', name, `t${i}`, `text ${i}`]),
];
/** By row: the cells that get it. */
async function heard(grid: Grid, options: ImportOptions = {}): Promise<string[][]> {
  const { scenario } = await imported(csv(grid), options, 'x.csv');
  const names = new Map<string, string>(
    scenario.parties.flatMap((p: Written) =>
      p.cells.map((c: Written) => [`cell:${c.id}`, p.name === c.name ? c.name : `${p.name}/${c.name}`]),
    ),
  );
  return scenario.injects.map((i: Written) => i.to.map((a: string) => names.get(a) ?? a));
}
const open = async (grid: Grid, options: ImportOptions = {}) =>
  (await imported(csv(grid), options, 'x.csv')).guesses.filter((g) => !g.settled);

describe('a name that may be another written short', () => {
  it.each([
    ['Operations', 'Ops'],
    ['Police', 'Pol'],
    ['Communications', 'COMMS'],
    ['Ministry of Defence', 'MOD'],
    ['Coast guard', 'CG'],
    ['Headquarters', 'HQ'],
    ['Intelligence cell', 'Intel'],
  ])('is asked and reaches nobody: %s, %s', async (long, short) => {
    const grid = to(long, short, 'Mayor', `${long}; Mayor`, `Mayor, ${short}`);
    expect(await heard(grid)).toEqual([[long], [], ['Mayor'], [long, 'Mayor'], []]);
    expect((await open(grid)).map((g) => g.key)).toContain(`recipient:${short}`);
    expect(await heard(grid, { map: { entente: 'msel-map/1', recipients: { [short]: [long] } } })).toEqual([
      [long],
      [long],
      ['Mayor'],
      [long, 'Mayor'],
      ['Mayor', long],
    ]);
    const own = { map: { entente: 'msel-map/1' as const, recipients: { [short]: 'itself' as const } } };
    expect((await heard(grid, own))[1]).toEqual([short]);
    expect((await open(grid, own)).map((g) => g.key)).not.toContain(`recipient:${short}`);
  });

  it.each([
    ['Navy', 'Army'],
    ['Police', 'Port'],
    ['J2', 'J25'],
    ['Fire', 'Fire brigade'],
    ['Press office', 'Prime minister'],
  ])('is none of %s and %s', async (a, b) => {
    expect(await heard(to(a, b))).toEqual([[a], [b]]);
  });

  it('is asked on its own side where the rows name sides', async () => {
    const grid: Grid = [
      ['No', 'Time', 'Side', 'To', 'Message'],
      ['1', '09:00', 'West', 'Operations', 'First.'],
      ['2', '09:10', 'East', 'Operations', 'Second.'],
      ['3', '09:20', 'East', 'Ops', 'Third.'],
    ];
    expect(await heard(grid)).toEqual([['West/Operations'], ['East/Operations'], []]);
    expect((await heard(grid, { map: { entente: 'msel-map/1', recipients: { Ops: ['Operations'] } } }))[2]).toEqual(['East/Operations']);
  });
});

it('a stroke between names of which none stands alone is asked, and its row reaches nobody', async () => {
  const grid = to('Navy', 'DCO / JHQ(F)', 'Mayor');
  expect(await heard(grid)).toEqual([['Navy'], [], ['Mayor']]);
  expect((await open(grid)).map((g) => g.key)).toContain('recipient:DCO / JHQ(F)');
  const of = (means: readonly string[] | 'itself') => ({ map: { entente: 'msel-map/1' as const, recipients: { 'DCO / JHQ(F)': means } } });
  expect((await heard(grid, of(['DCO', 'JHQ(F)'])))[1]).toEqual(['DCO', 'JHQ(F)']);
  expect((await heard(grid, of('itself')))[1]).toEqual(['DCO / JHQ(F)']);
});

it.each([
  ['a remark above', [['Port exercise'], ['Day of 24 August, all times local'], HEADER], '240900AUG27', 'Row 2 says'],
  ['its header', [['No', 'Local time', 'From', 'To', 'Title', 'Message']], '2027-08-24 09:00', 'Row 1 says “Local time”'],
  ['its header in Korean', [['번호', '현지 시각', '발신', '수신', '제목', '내용']], '2027-08-24 09:00', 'Row 1 says “현지 시각”'],
  ['a letter', [HEADER], '240900LAUG27', 'Times are marked “L”'],
  ['the other letter', [HEADER], '240900JAUG27', 'Times are marked “J”'],
])('times that %s calls local are asked whose, and never silently UTC', async (_what, head, time, because) => {
  const grid = [
    ...head,
    ['1', time, 'Wire', 'Navy', 'a', 'First.'],
    ['2', time.replace('0900', '0930').replace('09:00', '09:30'), 'Wire', 'Police', 'b', 'Second.'],
  ];
  const [zone] = (await open(grid)).filter((g) => g.key === 'zone');
  expect(zone?.because.en).toContain(because);
  // Yes alone must not say UTC: no zone is suggested.
  const { reading } = await readMsel(csv(grid), 'x.csv');
  expect(reading.choices.find((c) => c.key === 'zone')?.suggestion).toBe('');
  const { scenario } = await imported(csv(grid), { map: { entente: 'msel-map/1', times: { zone: '+09:00' } } }, 'x.csv');
  expect([scenario.start, scenario.injects[1].at]).toEqual(['2027-08-24T09:00+09:00', 'PT30M']);
});

it('an event whose text the sheet could not work out waits for a hand: its title alone is not what players should get', async () => {
  const { reading } = await readMsel(
    await xlsx({
      MSEL: [
        HEADER,
        ['1', '09:00', 'Wire', 'Navy', 'Fire', { error: '#REF!' }],
        ['2', '09:10', 'Wire', 'Navy', 'Flood', { formula: 'CONCAT("a","b")' }],
        ['3', '09:20', 'Wire', 'Police', 'Storm', 'It blows.'],
      ],
    }),
    'x.xlsx',
  );
  expect(reading.rows.map((r) => [r.row, r.becomes, r.why?.en.slice(0, 40)])).toEqual([
    [2, 'waits', 'Its text is not there: it waits for a ha'],
    [3, 'waits', 'Its text is not there: it waits for a ha'],
    [4, 'plays', undefined],
  ]);
});

it.each([
  ...['CANX', 'Cancelled - weather', 'CXL', 'do not use', 'Not to be played', '삭제', '불승인', '반려'].map(
    (word) => [word, 'out'] as const,
  ),
  ...['Not final', 'not yet approved', '승인 전', '승인 요청', '결재 대기', 'OBE'].map((word) => [word, 'waits'] as const),
  ...['Approved', 'Final', '승인', 'Planned'].map((word) => [word, 'plays'] as const),
])('the state “%s” %s', async (word, becomes) => {
  const { reading } = await readMsel(
    csv([
      [...HEADER, 'Status'],
      ['1', '09:00', 'Wire', 'Navy', 'a', 'First.', word],
      ['2', '09:10', 'Wire', 'Police', 'b', 'Second.', 'Approved'],
    ]),
    'x.csv',
  );
  expect(reading.rows[0]?.becomes).toBe(becomes);
});

it.each(['<A planner> said so', 'Speed <i think> 5 kn', 'ETA <b class> soon', '5 < 6 & 7 > 3', '<ship name> is late'])(
  'keeps what stands in angle brackets and is no HTML: %s',
  async (words) => {
    const { scenario } = await imported(csv([HEADER, ['1', '09:00', 'Wire', 'Navy', 'a', words]]), {}, 'x.csv');
    expect(scenario.injects[0].text).toBe(words);
  },
);
