import { expect, it } from 'vitest';
import { median } from './median.ts';

it('gives the value in the middle, the mean of the two in the middle, and nothing for none', () => {
  expect(median([])).toBeUndefined();
  expect([median([3]), median([1, 4]), median([9, 1, 5])]).toEqual([3, 2.5, 5]);
});
