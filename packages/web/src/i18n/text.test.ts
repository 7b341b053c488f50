import { expect, it } from 'vitest';
import { compared, pick, reading } from './text.ts';

it('a reader gets the own language', () => {
  expect(reading({ en: 'The level rises.', ko: '수위가 오른다.' }, 'ko')).toEqual({
    words: '수위가 오른다.',
    language: 'ko',
    lacks: false,
  });
});

it('where it is missing, the reader gets what there is, and is told', () => {
  expect(reading({ en: 'The level falls.' }, 'ko')).toEqual({ words: 'The level falls.', language: 'en', lacks: true });
  expect(pick({ en: 'The level falls.' }, 'ko')).toBe('The level falls.');
});

it('a text that does not say its language lacks none', () => {
  expect(reading('The level falls.', 'ko')).toEqual({ words: 'The level falls.', lacks: false });
  expect(reading(undefined, 'ko')).toEqual({ words: '', lacks: false });
  expect(reading({}, 'ko')).toEqual({ words: '', lacks: false });
});

it('two texts are compared in a language that both have, the reader’s first', () => {
  const before = { en: 'Rises.', ko: '오른다.' };
  expect(compared(before, { en: 'Falls.', ko: '내린다.' }, 'ko')).toEqual(['오른다.', '내린다.']);
  expect(compared(before, { en: 'Falls.' }, 'ko')).toEqual(['Rises.', 'Falls.']);
  expect(compared({ ko: '오른다.' }, { en: 'Falls.' }, 'ko')).toEqual(['', '']);
  expect(compared('Rises.', { en: 'Falls.' }, 'ko')).toEqual(['Rises.', 'Falls.']);
});
