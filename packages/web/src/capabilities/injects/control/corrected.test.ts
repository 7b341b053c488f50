import { expect, it } from 'vitest';
import { untouched, without } from './corrected.ts';

const before = { title: { en: 'Level', ko: '수위' }, text: { en: 'Rises.', ko: '오른다.' } };

it('a correction in one language leaves the other behind', () => {
  expect(untouched(before, { ...before, text: { en: 'Falls.', ko: '오른다.' } })).toEqual(['ko']);
  expect(untouched(before, { ...before, title: { en: 'Level', ko: '하천 수위' } })).toEqual(['en']);
  expect(without({ en: 'Falls.', ko: '오른다.' }, ['ko'])).toEqual({ en: 'Falls.' });
});

it('one in both, one that adds a language, and one that changes nothing, leave none behind', () => {
  expect(untouched(before, { ...before, text: { en: 'Falls.', ko: '내린다.' } })).toEqual([]);
  expect(untouched(before, before)).toEqual([]);
  expect(untouched({ title: 'Level', text: 'Rises.' }, { title: 'Level', text: 'Falls.' })).toEqual([]);
});
