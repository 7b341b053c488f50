import { expect, it } from 'vitest';
import { scaleOf } from './scale.ts';

const HOUR = 3_600_000;

it('cuts a long silence short, keeps the order of times and fills its width', () => {
  const times = [0, 0.5, 24, 24.5, 25, 26].map((h) => h * HOUR);
  const scale = scaleOf(times, 0, 27 * HOUR, 700);
  expect(scale.cuts).toHaveLength(1);
  const xs = times.map(scale.x);
  expect([...xs].sort((a, b) => a - b)).toEqual(xs);
  expect(scale.x(0)).toBe(0);
  expect(scale.x(27 * HOUR)).toBeCloseTo(700);
  // The three hours of the second day take most of it.
  expect(scale.x(26 * HOUR) - scale.x(24 * HOUR)).toBeGreaterThan(300);
});

it('cuts nothing out of a day of even talk', () => {
  const scale = scaleOf(
    [0, 1, 2, 3].map((h) => h * HOUR),
    0,
    4 * HOUR,
    400,
  );
  expect(scale.cuts).toEqual([]);
  expect(scale.x(2 * HOUR)).toBeCloseTo(200);
});

it('stands where there is one moment only', () => {
  expect(scaleOf([5], 5, 5, 100).x(5)).toBe(0);
});
