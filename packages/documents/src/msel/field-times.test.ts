import { describe, expect, it } from 'vitest';
import { csv, type Grid, imported, rawXlsx, type Written } from '../fixture.ts';
import type { ImportOptions } from '../index.ts';

/** Times as they are written in practice, each with the value that is right written down. */

const HEADER = ['No', 'Time', 'From', 'To', 'Title', 'Message'];
const of = async (grid: Grid, options: ImportOptions = {}) => imported(csv(grid), options, 'x.csv');
const times = (scenario: Written): (string | undefined)[] => scenario.injects.map((i: Written) => i.at);
/** The names of the cells that a row reaches. */
function reached(scenario: Written, number: string): string[] {
  const cells = new Map<string, string>(scenario.parties.flatMap((p: Written) => p.cells.map((c: Written) => [`cell:${c.id}`, c.name])));
  return scenario.injects.find((i: Written) => i.number === number).to.map((a: string) => cells.get(a) ?? a);
}

describe('times', () => {
  it('reads date-time groups without a zone letter', async () => {
    const { scenario } = await of([
      ['NUMBER', 'INJECT DTG', 'SEND TO', 'DESCRIPTION'],
      ['1', '210800AUG2027', 'Desk', 'A tremor is felt.'],
      ['2', '210812AUG2027', 'Desk', 'A bridge is closed.'],
      ['3', '220700AUG2027', 'Desk', 'It stays closed.'],
    ]);
    expect(scenario.start).toBe('2027-08-21T08:00Z');
    expect(times(scenario)).toEqual(['PT0S', 'PT12M', 'PT23H']);
  });

  it('reads date-time groups beside a date column, and applies their letter', async () => {
    const { scenario } = await of([
      ['Ser', 'Date', 'DTG', 'To', 'Inject text'],
      ['1', '21 Aug 27', '210930', 'Desk', 'One more text'],
      ['2', '22 Aug 27', '220800', 'Desk', 'And another'],
    ]);
    expect([scenario.start, ...times(scenario)]).toEqual(['2027-08-21T09:30Z', 'PT0S', 'PT22H30M']);
    const zulu = await of([
      ['Ser', 'DTG', 'To', 'Inject text'],
      ['1', '210930ZAUG27', 'Desk', 'One more text'],
      ['2', '212030I AUG 27', 'Desk', 'And another'],
    ]);
    expect(times(zulu.scenario)).toEqual(['PT0S', 'PT2H']);
  });

  it('counts plain numbers as the workbook says, from 1904 or 1900', async () => {
    const row = (n: number, ...cells: (string | number)[]) =>
      `<row r="${n}">${cells
        .map((c, i) =>
          typeof c === 'number'
            ? `<c r="${'ABCDEF'[i]}${n}"><v>${c}</v></c>`
            : `<c r="${'ABCDEF'[i]}${n}" t="inlineStr"><is><t>${c}</t></is></c>`,
        )
        .join('')}</row>`;
    const sheet = `${row(1, 'No', 'Time', 'To', 'Title', 'Text')}${row(2, 1, 44985.375, 'Bank', 'a', 'b')}${row(3, 2, 44985.5, 'Bank', 'c', 'd')}</sheetData>`;
    const book = (n: 0 | 1) => ({
      'xl/workbook.xml': new TextEncoder().encode(
        `<workbook xmlns:r="http://x"><workbookPr date1904="${n}"/><sheets><sheet name="M" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
    });
    expect((await imported(rawXlsx(sheet, book(1)))).scenario.start).toBe('2027-03-01T09:00Z');
    expect((await imported(rawXlsx(sheet, book(0)))).scenario.start).toBe('2023-02-28T09:00Z');
    const told = await imported(rawXlsx(sheet, book(1)), { map: { entente: 'msel-map/1', times: { epoch: 1900 } } });
    expect(told.scenario.start).toBe('2023-02-28T09:00Z');
  });

  it('takes the zone of a header', async () => {
    const { scenario } = await of([
      ['No', 'Time (KST)', 'Time (UTC)', 'To', 'Title', 'Text'],
      ['1', '08:00', '23:00', 'East', 'a', 'b'],
      ['2', '23:30', '14:30', 'West', 'c', 'd'],
      ['3', '00:30', '15:30', 'East', 'e', 'f'],
    ]);
    expect(scenario.start).toBe('2030-01-07T08:00+09:00');
    expect(times(scenario)).toEqual(['PT0S', 'PT15H30M', 'PT16H30M']);
  });

  it('takes the zone of a column for its row', async () => {
    const { scenario } = await of([
      ['No', 'Date', 'Time', 'Time zone', 'To', 'Title', 'Text'],
      ['1', '2027-03-02', '10:00', 'KST', 'East', 'a', 'b'],
      ['2', '2027-03-02', '10:00', 'UTC', 'West', 'c', 'd'],
      ['3', '2027-03-02', '07:00', 'EST', 'West', 'e', 'f'],
    ]);
    expect(scenario.start).toBe('2027-03-02T10:00+09:00');
    expect(times(scenario)).toEqual(['PT0S', 'PT9H', 'PT11H']);
  });

  it('names a zone that it cannot apply', async () => {
    const { times: at, guesses } = await written(['09:30', '0930 EST', '9:30 AM CDT', '09:30Z']);
    expect(at).toEqual(['PT0S', 'PT0S', 'PT0S', 'PT0S']);
    const left = guesses.find((g) => g.code === 'zone-left');
    expect(left).toMatchObject({ settled: false, count: 3 });
    expect(left?.what.en).toMatch(/^Rows 3, 4, 5: .*not applied/);
  });

  it('a zone whose offset depends on the date is named, not guessed', async () => {
    const { guesses } = await written(['09:30 ET', '10:30 ET']);
    expect(guesses.find((g) => g.code === 'zone-left')).toMatchObject({ settled: false, count: 2 });
  });

  it.each([
    ['9:30a', 'PT30M'],
    ['9.30 am', 'PT30M'],
    ['0930hrs', 'PT30M'],
    ['09:30 hrs local', 'PT30M'],
    ['09h30', 'PT30M'],
    ['9 o’clock', 'PT0S'],
    ['noon', 'PT3H'],
    ['정오', 'PT3H'],
    ['자정', 'PT15H'],
    ['오후 1시 반', 'PT4H30M'],
    ['오후 12:15', 'PT3H15M'],
    ['0930-1000', 'PT30M'],
    ['9:30 to 10:00', 'PT30M'],
    ['9.30', 'PT30M'],
    ['24:00', 'PT15H'],
    ['T+0130', 'PT1H30M'],
    ['H+2', 'PT2H'],
    ['STARTEX + 45 min', 'PT45M'],
    ['TBD', undefined],
    ['on request', undefined],
  ])('reads %s beside 09:00', async (text, at) => {
    expect((await written(['09:00', text])).times).toEqual(['PT0S', at]);
  });

  it('a range is no offset from UTC, and its end is told to the controller', async () => {
    const { scenario, times: at } = await written(['0900', '0930-1000', '1015']);
    expect(scenario.start).toBe('2030-01-07T09:00Z');
    expect(at).toEqual(['PT0S', 'PT30M', 'PT1H15M']);
    expect(scenario.injects[1].control).toContain('0930-1000');
  });

  it.each(['approx. 09:30', '09:30 (tentative)', '약 09:30', '09:30경'])('names that %s is not certain', async (text) => {
    const { times: at, guesses } = await written(['09:00', text]);
    expect(at).toEqual(['PT0S', 'PT30M']);
    expect(guesses.find((g) => g.code === 'about')).toMatchObject({ settled: false, count: 1 });
  });

  it.each([
    [['03/04/2027', '04/04/2027', '15/04/2027'], '2027-04-03', ['PT0S', 'PT24H', 'PT288H'], 'day first', '15/04/2027'],
    [['03/04/2027', '03/05/2027', '03/16/2027'], '2027-03-04', ['PT0S', 'PT24H', 'PT288H'], 'month first', '03/16/2027'],
  ])('%s: says which comes first, and because of which date', async (dates, start, at, said, because) => {
    const { scenario, guesses } = await of([
      ['No', 'Date', 'Time', 'To', 'Title', 'Text'],
      ...dates.map((d, i) => [`${i + 1}`, d, '09:00', 'Watch', 't', `x${i}`]),
    ]);
    expect(scenario.start).toBe(`${start}T09:00Z`);
    expect(times(scenario)).toEqual(at);
    const guess = guesses.find((g) => g.code === 'day-month');
    expect([guess?.what.en, guess?.because.en]).toEqual([expect.stringContaining(said), expect.stringContaining(because)]);
    expect(guess?.settled).toBe(true);
  });

  it('asks which comes first where nothing decides it', async () => {
    const { guesses } = await of([
      ['No', 'Date', 'Time', 'To', 'Title', 'Text'],
      ['1', '03/04/2027', '09:00', 'Watch', 't', 'x'],
      ['2', '03/04/2027', '10:00', 'Watch', 't', 'y'],
    ]);
    expect(guesses.find((g) => g.code === 'day-month')?.settled).toBe(false);
  });

  it('reads dates without a year, and numbers of three digits beside them', async () => {
    const { scenario } = await of([
      ['Event #', 'Date', 'Time              (0600-1800)', 'Sent To:', 'Sent From:', 'Event Summary', 'Inject Method'],
      ['5004', '6Mar', '0600', 'All Sites', 'Radio unit', 'Radio check.', 'Radio'],
      ['2667', '6- Mar', '600', 'Search team', 'Post', 'A wall fell.', 'RADIO/LAND LINE'],
      ['2668', '7-Mar', '0700L', 'Search team', 'Post', 'A second wall.', ''],
      ['KEY EVENT', '7-Mar', '1100', 'Joint cell', 'Office', 'An aftershock.', ''],
    ]);
    expect(times(scenario)).toEqual(['PT0S', 'PT0S', 'PT25H', 'PT29H']);
    expect(scenario.injects[0].to).toEqual(['everyone']);
    expect(scenario.injects.map((i: Written) => i.text)).toEqual(['Radio check.', 'A wall fell.', 'A second wall.', 'An aftershock.']);
    expect(reached(scenario, '2668')).toEqual(['Search team']);
  });

  it.each([
    ['Wed 25 Aug 0900', '2030-08-25T09:00Z'],
    ['Wed, 25 Aug 2027, 09:30', '2027-08-25T09:30Z'],
    ['Thursday August 26 2027 10:00 AM', '2027-08-26T10:00Z'],
    ['Aug 26 1430', '2030-08-26T14:30Z'],
    ['26 August 27 1400', '2027-08-26T14:00Z'],
    ['8.25.(수) 09:00', '2030-08-25T09:00Z'],
    ["'27. 3. 2. 09:00", '2027-03-02T09:00Z'],
    ['3월 2일(화) 오후 2시', '2030-03-02T14:00Z'],
    ['20270302 0930', '2027-03-02T09:30Z'],
  ])('reads %s', async (text, start) => {
    expect((await written([text])).scenario.start).toBe(start);
  });

  it('a time before the first of the sheet is asked: it may be of the next day', async () => {
    const { times: at, guesses } = await written(['13:00', '13:30', '09:00']);
    expect(at).toEqual(['PT4H', 'PT4H30M', 'PT0S']);
    expect(guesses.filter((g) => !g.settled).map((g) => [g.key, g.count])).toEqual([['order-first', 1]]);
    const unsorted = await written(['09:00', '15:00', '12:00']);
    expect(unsorted.guesses.find((g) => g.key === 'order')?.settled).toBe(true);
  });

  it('takes days from headings between the rows', async () => {
    const { scenario } = await of([
      ['No', 'Time', 'To', 'Event'],
      ['Day 1 – Tuesday 24 August 2027'],
      ['1', '0900', 'Navy', 'a b'],
      ['Day 2 – Wednesday 25 August 2027'],
      ['2', '0800', 'Army', 'e f'],
      ['2027. 8. 27.(금)'],
      ['3', '0800', 'Army', 'g h'],
    ]);
    expect([scenario.start, ...times(scenario)]).toEqual(['2027-08-24T09:00Z', 'PT0S', 'PT23H', 'PT71H']);
  });

  it.each([
    ['Time (elapsed)', ['0:15', '1:30'], ['PT15M', 'PT1H30M']],
    ['T+ (min)', ['0', '45'], ['PT0S', 'PT45M']],
    ['경과시간', ['0:10', '2:00'], ['PT10M', 'PT2H']],
  ])('counts from STARTEX under %s', async (header, cells, at) => {
    const { scenario, guesses } = await of([
      ['No', header, 'To', 'Title', 'Text'],
      ...cells.map((c, i) => [`${i + 1}`, c, 'Navy', 't', `x${i}`]),
    ]);
    expect(times(scenario)).toEqual(at);
    expect(guesses.every((g) => g.settled)).toBe(true);
  });

  it('an event after another follows its release', async () => {
    const { scenario } = await of([
      HEADER,
      ['1', '09:00', 'A', 'Town', 'One', 'Text.'],
      ['2', 'on request', 'A', 'Town', 'Two', 'Text.'],
      ['3', '15 min after 1', 'A', 'Town', 'Three', 'Text.'],
      ['4', 'after inject 2', 'A', 'Town', 'Four', 'Text.'],
      ['5', 'after inject 9', 'A', 'Town', 'Five', 'Text.'],
    ]);
    expect(scenario.injects.map((i: Written) => i.after)).toEqual([
      undefined,
      undefined,
      { event: 'i-1', delay: 'PT15M' },
      { event: 'i-2' },
      undefined,
    ]);
    expect(scenario.injects.map((i: Written) => i.manual === true)).toEqual([false, true, false, false, true]);
  });
});

/** Events at these times, for one cell. */
async function written(cells: readonly string[]) {
  const result = await of([HEADER, ...cells.map((c, i) => [`${i + 1}`, c, 'Wire', 'Town', `Event ${i}`, `Text ${i}.`])]);
  return { ...result, times: times(result.scenario) };
}
