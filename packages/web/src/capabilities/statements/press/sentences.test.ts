import { expect, it } from 'vitest';
import { sentencesWith, withoutSentences } from './sentences.ts';

const NAMES = [{ en: 'joint exercises', ko: '공동 연습' }];

it('takes out the sentences that use a term, in each language, and leaves the others as they are', () => {
  const text = { en: 'We plan together. No word on joint exercises. More shortly.', ko: '함께 기획합니다. 공동연습은 없습니다.' };
  expect(sentencesWith(text, NAMES)).toBe(2);
  expect(withoutSentences(text, NAMES)).toEqual({ en: 'We plan together. More shortly.', ko: '함께 기획합니다.' });
});

it('takes nothing out where no sentence uses it', () => {
  expect(withoutSentences('We plan together. More shortly.', NAMES)).toBe('We plan together. More shortly.');
  expect(sentencesWith({ en: 'We plan.' }, NAMES)).toBe(0);
});
