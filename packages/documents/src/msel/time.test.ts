import { describe, expect, it } from 'vitest';
import { csv, imported } from '../fixture.ts';
import { readTimeText } from './time.ts';

const H = 3_600_000;
const M = 60_000;

describe('a time cell', () => {
  it.each([
    ['09:05', 9 * H + 5 * M],
    ['9:05 AM', 9 * H + 5 * M],
    ['12:15 p.m.', 12 * H + 15 * M],
    ['12:15 am', 15 * M],
    ['0905L', 9 * H + 5 * M],
    ['1430hrs', 14 * H + 30 * M],
    ['9h30', 9 * H + 30 * M],
    ['9.30 Uhr', 9 * H + 30 * M],
    ['오전 9:30', 9 * H + 30 * M],
    ['오후 2시', 14 * H],
    ['9시 30분', 9 * H + 30 * M],
    ['09:00-09:30', 9 * H],
    ['09:00 ~ 10:00', 9 * H],
    ['STARTEX (09:00)', 9 * H],
  ])('reads %s as a time of day', (text, ms) => {
    expect(readTimeText(text)).toMatchObject({ kind: 'clock', ms });
  });

  it.each([
    ['M-5', -5 * M],
    ['H-1', -H],
    ['T+1:30', 90 * M],
    ['T+01:30:00', 90 * M],
    ['T+90 min', 90 * M],
    ['T+1h30', 90 * M],
    ['H+0:30', 30 * M],
    ['D+2 H+3', 51 * H],
    ['PT1H30M', 90 * M],
    ['30분 후', 30 * M],
    ['개시+30분', 30 * M],
    ['1시간 30분 후', 90 * M],
  ])('reads %s as a distance from STARTEX', (text, ms) => {
    expect(readTimeText(text)).toEqual({ kind: 'offset', ms });
  });

  it.each([
    ['D1 0900', 0],
    ['Day 2 14:30', 1],
    ['1일차 09:00', 0],
    ['D+1 14:00', 1],
    ['D-1 14:00', -1],
    ['D-Day 09:00', 0],
  ])('reads the day of %s', (text, day) => {
    expect(readTimeText(text)).toMatchObject({ kind: 'clock', day });
  });

  it.each([
    ['2027-03-02T08:00+09:00', '2027-03-02T08:00', '+09:00'],
    ['2023-03-23T04:00:00.000Z', '2023-03-23T04:00', '+00:00'],
    ['020905ZMAR27', '2027-03-02T09:05', '+00:00'],
    ['13.02.2027 08:00', '2027-02-13T08:00', undefined],
    ['13/02/2027 08:00', '2027-02-13T08:00', undefined],
    ['2027. 3. 2. 09:00', '2027-03-02T09:00', undefined],
    ['2027년 3월 2일 오전 9시', '2027-03-02T09:00', undefined],
    ['Mar 2, 2027 9:00 AM', '2027-03-02T09:00', undefined],
  ])('reads %s as a date and time', (text, local, zone) => {
    const when = readTimeText(text);
    expect(when).toMatchObject({ kind: 'date', ms: Date.parse(`${local}:00Z`) });
    expect((when as { zone?: string }).zone).toBe(zone);
  });

  it.each(['25:00', 'soon', '31.02.2027 08:00', '9:75'])('does not pretend to read %s', (text) => {
    expect(readTimeText(text).kind).toBe('unreadable');
  });
});

/** The times of injects, one row each; undefined = waits for a hand without a time. */
async function times(cells: readonly unknown[], options = {}) {
  const grid = [
    ['No', 'Time', 'To', 'Title', 'Text'],
    ...cells.map((c, i) => [`${i + 1}`, c, i % 2 ? 'Red' : 'Blue', `Event ${i + 1}`, 'Something happens']),
  ];
  const result = await imported(csv(grid), options, 'times.csv');
  expect(result.errors).toEqual([]);
  return { ...result, at: result.scenario.injects.map((i: { at?: string }) => i.at) };
}

describe('the clock of a sheet', () => {
  it('begins at the first time of day, and says so', async () => {
    const { at, guessed, scenario } = await times(['09:00', '09:05', '10:30']);
    expect(at).toEqual(['PT0S', 'PT5M', 'PT1H30M']);
    expect(scenario.start).toBe('2030-01-07T09:00Z');
    expect(guessed).toEqual(expect.arrayContaining(['startex', 'date', 'zone', 'endex']));
  });

  it('begins where the option says, with date and offset', async () => {
    const { at, scenario, guessed } = await times(['08:55', '09:05'], { startex: '2027-03-02T09:00+09:00' });
    expect(at).toEqual([undefined, 'PT5M']);
    expect(scenario.injects[0].manual).toBe(true);
    expect(scenario.start).toBe('2027-03-02T09:00+09:00');
    expect(guessed).not.toContain('zone');
    expect(guessed).toContain('before');
  });

  it('passes midnight where a time falls far back', async () => {
    const { at, guessed } = await times(['22:00', '23:50', '00:10', '01:00']);
    expect(at).toEqual(['PT0S', 'PT1H50M', 'PT2H10M', 'PT3H']);
    expect(guessed).toContain('midnight');
  });

  it('passes midnight from STARTEX on', async () => {
    expect((await times(['01:00'], { startex: '20:00' })).at).toEqual(['PT5H']);
  });

  it('takes T+1 for minutes unless hours are chosen, and names the guess only then', async () => {
    const minutes = await times(['T+1', 'T+15']);
    expect(minutes.at).toEqual(['PT1M', 'PT15M']);
    expect(minutes.guessed).toContain('unit');
    const hours = await times(['T+1', 'T+15'], { unit: 'h' });
    expect(hours.at).toEqual(['PT1H', 'PT15H']);
    expect(hours.guessed).not.toContain('unit');
  });

  it('takes bare numbers for minutes, but 0905 and 1430 for times of day', async () => {
    expect((await times(['0', '5', '90'])).at).toEqual(['PT0S', 'PT5M', 'PT1H30M']);
    expect((await times(['0905', '1430'])).at).toEqual(['PT0S', 'PT5H25M']);
  });

  it('counts weekdays and days from the first', async () => {
    const week = await times(['Monday 9:30 AM', 'Tuesday 9:30 AM', 'Wednesday 10:00']);
    expect(week.at).toEqual(['PT0S', 'PT24H', 'PT48H30M']);
    expect((await times(['D1 0900', 'Day 2 14:30', '3일차 09:00'])).at).toEqual(['PT0S', 'PT29H30M', 'PT48H']);
  });

  it('leaves an unreadable time to a controller and names the row', async () => {
    const { at, guesses } = await times(['09:00', 'after lunch']);
    expect(at).toEqual(['PT0S', undefined]);
    expect(guesses.find((g) => g.code === 'unreadable')?.what.en).toContain('Row 3');
  });

  it('reads days from headings between the rows', async () => {
    const grid = [['Time', 'To', 'Title', 'Text'], ['Day 1'], ['09:00', 'Red', 'a', 'b'], ['Day 2'], ['08:00', 'Blue', 'c', 'd']];
    const { scenario } = await imported(csv(grid), {}, 'days.csv');
    expect(scenario.injects.map((i: { at?: string }) => i.at)).toEqual(['PT0S', 'PT23H']);
  });

  it('joins a date column with a time column and carries the date down', async () => {
    const grid = [
      ['Date', 'Time', 'To', 'Title', 'Text'],
      ['2027-03-02', '09:00', 'Red', 'a', 'b'],
      ['', '10:00', 'Red', 'a', 'b'],
      ['2027-03-03', '09:00', 'Blue', 'c', 'd'],
    ];
    const { scenario } = await imported(csv(grid), {}, 'days.csv');
    expect(scenario.start).toBe('2027-03-02T09:00Z');
    expect(scenario.injects.map((i: { at?: string }) => i.at)).toEqual(['PT0S', 'PT1H', 'PT24H']);
  });

  it('moves an old sheet to the date given', async () => {
    const { at, scenario, guessed } = await times(['2023-03-23T04:00Z', '2023-03-23T05:30Z'], { startex: '2027-03-02T00:00Z' });
    expect(scenario.start).toBe('2027-03-02T00:00Z');
    expect(at).toEqual(['PT4H', 'PT5H30M']);
    expect(guessed).toContain('moved');
  });

  it('refuses a STARTEX that is no time', async () => {
    await expect(times(['09:00'], { startex: 'noon-ish' })).rejects.toMatchObject({ code: 'bad-startex' });
    for (const startex of ['2027-03-02T09:00+25:00', '2027-03-02T09:00+09:75', '2027-03-02 09:00 -15', '09:00+99:00'])
      await expect(times(['09:00'], { startex }), startex).rejects.toMatchObject({
        code: 'bad-startex',
        message: expect.stringContaining('offset'),
      });
  });
});
