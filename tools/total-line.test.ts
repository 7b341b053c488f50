import { expect, test } from 'vitest';
import { totalLine } from './total-line.ts';

const file = (passed: number, failed: number, ok = failed === 0) => ({
  children: { allTests: (state: 'passed' | 'failed') => Array.from({ length: state === 'passed' ? passed : failed }) },
  ok: () => ok,
});

test('the total counts the tests of all files', () => {
  expect(totalLine([file(3, 0), file(2, 1)], 0)).toBe('5 passed, 1 failed');
});

test('a file that does not load and an error outside any test are failures', () => {
  expect(totalLine([file(0, 0, false), file(1, 0)], 2)).toBe('1 passed, 3 failed');
});
