import { expect, it } from 'vitest';
import { outdated, without } from './outdated.ts';

const before = { en: 'Rises.', ko: '오른다.' };

it('a text changed in one language leaves the other behind', () => {
  expect(outdated(before, { en: 'Falls.', ko: '오른다.' })).toEqual(['ko']);
  expect(outdated(before, { en: 'Rises.', ko: '내린다.' })).toEqual(['en']);
  expect(without({ en: 'Falls.', ko: '오른다.' }, ['ko'])).toEqual({ en: 'Falls.' });
});

it('one changed in both, one that has a language more or less, and one not changed, leave none behind', () => {
  expect(outdated(before, { en: 'Falls.', ko: '내린다.' })).toEqual([]);
  expect(outdated(before, { en: 'Rises. ', ko: '오른다.' })).toEqual([]);
  expect(outdated({ en: 'Rises.' }, { en: 'Falls.', ko: '' })).toEqual([]);
  expect(outdated('Rises.', 'Falls.')).toEqual([]);
});

it('a language that was added, or taken away, does not make the other one outdated', () => {
  expect(outdated({ en: 'Rises.' }, before)).toEqual([]);
  expect(outdated(before, { en: 'Rises.', ko: '' })).toEqual([]);
});
