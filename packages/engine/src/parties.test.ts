import { expect, it } from 'vitest';
import { lettersOf } from './parties.ts';

it('gives each party a letter of its own, where the scenario gives none', () => {
  const letters = lettersOf([{ id: 'partner-a' }, { id: 'partner-b', letter: 'P' }, { id: 'partner-c' }, { id: 'us' }, { id: 'u2' }]);
  // P is given; A and R are the next of “partner” in order; U is free; “u2” has no other letter, so B is the first that is free.
  expect([...letters].sort()).toEqual([
    ['partner-a', 'A'],
    ['partner-b', 'P'],
    ['partner-c', 'R'],
    ['u2', 'B'],
    ['us', 'U'],
  ]);
});

it('lets two parties bear one letter only if the scenario says so', () => {
  expect([
    ...lettersOf([
      { id: 'a', letter: 'X' },
      { id: 'b', letter: 'X' },
    ]).values(),
  ]).toEqual(['X', 'X']);
});
