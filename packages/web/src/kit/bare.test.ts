import { expect, test } from 'vitest';
import { bare } from './bare.ts';

test.each([
  ['"Which is it?"', 'Which is it?'],
  ['“Which is it?”', 'Which is it?'],
  ['“No” was about exercises', '“No” was about exercises'],
  ['"Yes" and "no"', '"Yes" and "no"'],
  ['“Yes” and “no”', '“Yes” and “no”'],
  ['', ''],
])('%s is quoted once', (words, inner) => {
  expect(bare(words)).toBe(inner);
});
