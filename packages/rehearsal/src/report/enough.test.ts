import { expect, it } from 'vitest';
import { sound } from '../testing/scenarios.ts';
import { playAll } from '../workers/pool.ts';
import { judged } from './enough.ts';
import { reportOf } from './report.ts';

/** A share and its interval, and how far apart the halves are, as somebody wrote them down. */
const response = (share: number, low: number, high: number, apart: number, [from, to]: readonly [number, number]) => ({
  share: { share, low, high, count: 0, of: 0 },
  halves: { mean: apart, low: from, high: to, level: from <= 0 && to >= 0 },
});

it('are not enough where the share may lie anywhere between 42 and 84 %, however alike their halves are', () => {
  const { yes, within, needed, said } = judged(48, response(0.65, 0.42, 0.84, 0, [-0.25, 0.25]), 36);
  expect([yes, within]).toEqual([false, expect.closeTo(0.23, 9)]);
  // 48 · (23 / 5)² = 1,015.7: rounded up to two digits.
  expect(needed).toBe(1_100);
  expect(said[0]).toEqual({
    en: 'The share that fails is known to 23.0 points either way; 5 points take about 1,100 runs.',
    ko: '실패 비율의 오차 ±23.0%p(±5%p로 줄이려면 약 1,100회 필요).',
  });
});

it('are enough where it is known to five points, the halves are level and no finding changed in the last quarter: each of them counts', () => {
  // 200 of 400, by Wilson 0.451 to 0.549.
  const narrow = response(0.5, 0.4512, 0.5488, 0.03, [-0.07, 0.13]);
  expect(judged(400, narrow, 300)).toMatchObject({ yes: true, within: expect.closeTo(0.0488, 9) });
  expect(judged(400, narrow, 300).needed).toBeUndefined();
  expect(judged(400, narrow, undefined).yes).toBe(false);
  const parted = judged(400, response(0.5, 0.4512, 0.5488, 0.12, [0.02, 0.22]), 300);
  expect([parted.yes, parted.said[1]?.en]).toEqual([false, 'The two halves differ by +12 points (+2 to +22): more than chance.']);
  // 196 of 384 reach 0.05 too far by little: 0.0499 do not.
  expect(judged(384, response(0.5, 0.4501, 0.5499, 0, [-0.1, 0.1]), 300).yes).toBe(true);
  expect(judged(384, response(0.5, 0.4499, 0.5501, 0, [-0.1, 0.1]), 300).yes).toBe(false);
});

it('are judged by their findings alone where nothing says whether the response fails', () => {
  expect(judged(60, undefined, 45)).toEqual({ yes: true, said: [{ en: 'After 45 runs no finding changed.', ko: expect.any(String) }] });
  expect(judged(60, undefined, undefined).yes).toBe(false);
});

it('tell it of a rehearsal: half of 48 runs fail, which is known to 14 points', async () => {
  const { enough } = reportOf(await playAll({ scenario: sound(), plays: [], runs: 48, seed: 3 }, { workers: 0 }));
  // By Wilson 0.364 to 0.636; 48 · (13.6 / 5)² = 356.
  expect(enough).toMatchObject({ yes: false, within: expect.closeTo(0.1361, 3), needed: 360 });
  expect(enough?.course.at(-1)?.runs).toBe(48);
});
