import { expect, test } from 'vitest';
import { timesOf } from './times.ts';

const HOUR = 3_600_000;
const START = '2027-01-11T07:00+09:00';

test('events of one list that lie on several days are told with their day, the first one, too', () => {
  // A deadline of the second day: planned and shown when the exercise began, opened at 8:00, missed at 8:30.
  const days = [0, 0, 25 * HOUR, 25.5 * HOUR];
  expect(days.map(timesOf(START, days))).toEqual(['07:00 D1', '07:00 D1', '08:00 D2', '08:30 D2']);
});

test('events of one day are told as everywhere: the first day bears no mark', () => {
  expect([0, HOUR].map(timesOf(START, [0, HOUR]))).toEqual(['07:00', '08:00']);
  expect([25 * HOUR].map(timesOf(START, [25 * HOUR]))).toEqual(['08:00 D2']);
  expect(timesOf(undefined, [0])(0)).toBe('');
});
