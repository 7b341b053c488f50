import { expect, it } from 'vitest';
import { capitalTime, momentOf, shortTime, zoneOf } from './calendar.ts';

const START = '2027-03-02T08:00+09:00';
const HOUR = 3_600_000;

it('tells scenario time in the offset of STARTEX', () => {
  expect(momentOf(START, 6.5 * HOUR, 'en')).toMatchObject({ time: '14:30', date: 'Tue 2 March 2027', day: 'D1' });
  expect(momentOf(START, 6.5 * HOUR, 'ko').date).toBe('2027. 3. 2. (화)');
});

it('counts days at midnight of that place, and backwards before STARTEX', () => {
  expect(momentOf(START, 16 * HOUR - 1, 'en').day).toBe('D1');
  expect(momentOf(START, 16 * HOUR, 'en')).toMatchObject({ time: '00:00', day: 'D2' });
  expect(shortTime(START, 17 * HOUR)).toBe('01:00 D2');
});

it('tells the same moment in each capital, and survives a zone that it does not know', () => {
  expect(capitalTime(START, 6.5 * HOUR, 'America/New_York', 'en')).toEqual({
    time: '00:30',
    seconds: '00:30:00',
    weekday: 'Tue',
    zone: 'UTC-5',
  });
  expect(zoneOf(START)).toBe('UTC+9');
  expect(zoneOf('2027-03-02T08:00-03:30')).toBe('UTC−3:30');
  expect(capitalTime(START, 0, 'Nowhere/Atlantis', 'en').time).toBe('–');
});
