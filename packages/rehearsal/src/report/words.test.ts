import { expect, it } from 'vitest';
import { inCell, length, minutes, ofRuns, percent, pointsWithInterval, quoted, ruleWords, withInterval } from './words.ts';

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
  // In a table its head says what the brackets are.
  expect(inCell({ share: 0.5, low: 0.352, high: 0.648 })).toEqual({ en: '50 % (35–65)', ko: '50%(35~65)' });
});

it('says of which runs a share is, where it is not of all', () => {
  const share = { share: 0.5, low: 0.352, high: 0.648, count: 20, of: 40 };
  expect(ofRuns(share, 40, { en: 'that ask for it', ko: '이를 요구하는' }).en).toBe('50 % (35–65 %) of the runs under these rules');
  expect(ofRuns(share, 1_200, { en: 'that ask for it', ko: '이를 요구하는' })).toEqual({
    en: '50 % (35–65 %) of the 40 runs under these rules that ask for it',
    ko: '이 규칙에 따라 이를 요구하는 시행 40회의 50%(95% 구간 35~65%)',
  });
});

it('says a difference in points with its sign, nought without one', () => {
  expect(pointsWithInterval({ points: -0.712, low: -0.791, high: 0.004 })).toEqual({
    en: '−71 points (−79 to 0)',
    ko: '−71%p(95% 구간 −79~0%p)',
  });
});

it('says by which rule somebody acts: of the scenario, a recording or the house', () => {
  expect(['behaviour 1 rule 0', 'play joint step 3', 'seat acknowledge'].map(ruleWords)).toEqual([
    { en: 'rule 1 of behaviour 2', ko: '행동(behaviours) 2의 규칙 1' },
    { en: 'step 4 of the recording “joint”', ko: '진행 기록 ‘joint’의 단계 4' },
    { en: 'the house’s own rule on “acknowledge”', ko: '‘acknowledge’에 대한 기본 규칙' },
  ]);
});

it('puts a name in quotation marks once', () => {
  expect(quoted({ en: 'slow', ko: '지연' })).toEqual({ en: '“slow”', ko: '‘지연’' });
  expect(quoted({ en: 'played as “slow”', ko: '‘지연’대로 진행' })).toEqual({ en: 'played as “slow”', ko: '‘지연’대로 진행' });
});
