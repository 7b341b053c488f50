import { expect, it } from 'vitest';
import { length, minutes, percent, withInterval } from './words.ts';

it('says a length as it is: a minute and a half is neither one minute nor two', () => {
  expect(length(90_000)).toEqual({ en: '1 min 30 s', ko: '1분 30초' });
  expect([0, 59_000, 60_000, 599_000].map((ms) => length(ms).en)).toEqual(['0 s', '59 s', '1 min', '9 min 59 s']);
  // From ten minutes on to the minute, whichever is nearer.
  expect([629_000, 631_000, 3_599_000, 5_400_000, -90_000].map((ms) => length(ms).en)).toEqual([
    '10 min',
    '11 min',
    '1 h',
    '1 h 30 min',
    '1 min 30 s',
  ]);
});

it('says minutes below ten to a tenth', () => {
  expect([1.5, 2, 9.96, 33.6].map((n) => minutes(n).en)).toEqual(['1.5 min', '2 min', '10 min', '34 min']);
});

it('puts a space before the sign of a percentage in English and none in Korean, and says neither none nor all of what is nearly so', () => {
  expect([0, 0.004, 0.234, 0.999, 1].map((share) => percent(share).en)).toEqual(['0 %', '< 1 %', '23 %', '> 99 %', '100 %']);
  expect(percent(0.234).ko).toBe('23%');
});

it('says a share with its 95 % interval, in whole points', () => {
  expect(withInterval({ share: 0.5, low: 0.352, high: 0.648 })).toEqual({ en: '50 % (35–65 %)', ko: '50%(95% 구간 35~65%)' });
  expect(withInterval({ share: 0.004, low: 0.0011, high: 0.0145 }).en).toBe('< 1 % (0–1 %)');
});
