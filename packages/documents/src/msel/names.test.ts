import { expect, it } from 'vitest';
import { lettersOf } from './names.ts';

it.each([
  [
    ['Hospital', 'Fire Service'],
    ['H', 'F'],
  ],
  [
    ['Party A', 'Party B'],
    ['A', 'B'],
  ],
  [
    ['Port police', 'Port', 'Army'],
    ['P', 'O', 'A'],
  ],
  [
    ['참가측 A', '참가측 B', '1', '2'],
    ['A', 'B', 'C', 'D'],
  ],
])('every party of a sheet has a letter of its own: %j', (names, letters) => expect(lettersOf(names)).toEqual(letters));

it('has a letter even for more parties than there are letters', () => {
  const letters = lettersOf(Array.from({ length: 30 }, (_, i) => `Team ${i}`));
  expect(new Set(letters).size).toBe(26);
  expect(letters.every((l) => /^[A-Z]$/.test(l))).toBe(true);
});
