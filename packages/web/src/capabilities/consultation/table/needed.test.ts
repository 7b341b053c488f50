import { expect, it } from 'vitest';
import { untilFor } from './needed.ts';

const MINUTE = 60_000;

it('offers half an hour, and the latest time of the plan where that is sooner and not over', () => {
  const offered = (minute: number) => untilFor({ at: minute * MINUTE, step: 4 }, 10 * MINUTE).in;
  expect([11, 39, 40, 41].map(offered)).toEqual(['plan', 'plan', '30', '30']);
  expect([9, 10].map(offered)).toEqual(['30', '30']);
  expect(untilFor(undefined, 0).in).toBe('30');
});
