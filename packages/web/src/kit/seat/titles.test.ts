import type { Text } from '@entente/engine';
import { expect, it } from 'vitest';
import type { Line } from './line.ts';
import { previewOf, rewritten, subjectOfReply, titleOf } from './titles.ts';

const text = (t: Text | undefined): string => (typeof t === 'string' ? t : (t?.en ?? ''));
const message = (part: Partial<Line>): Line => ({ kind: 'message', title: undefined, text: '', ...part }) as Line;
const long = 'Schools close at three and boats are asked to be in port by one. '.repeat(4);

it('says the words of a message without a subject once in a list, however long they are', () => {
  expect(titleOf(message({ text: long }), text)).toMatch(/^Schools .*…$/);
  expect(previewOf(message({ text: long }), text)).toBe('');
});

it('lets the text follow a subject', () => {
  const answered = message({ title: 'Response', text: 'Option B:\none statement.' });
  expect(titleOf(answered, text)).toBe('Response');
  expect(previewOf(answered, text)).toBe('Option B: one statement.');
});

it('says once that a subject answers another, however often it goes to and fro', () => {
  const re = (title: string) => subjectOfReply(message({ title }), 'en');
  expect(re('The gates')).toBe('Re: The gates');
  expect(re('Re: The gates')).toBe('Re: The gates');
  expect(re('회신: 수문')).toBe('회신: 수문');
  expect(re('x'.repeat(400))).toHaveLength(300);
});

it('gives an answer the languages of what it answers, whatever language the screen is in', () => {
  const title = { en: 'The gates', ko: '수문' };
  expect(subjectOfReply(message({ title }), 'en')).toEqual({ en: 'Re: The gates', ko: '회신: 수문' });
  expect(subjectOfReply(message({ text: { ko: '수문을 엽니다.\n이상.' } }), 'en')).toEqual({ ko: '회신: 수문을 엽니다.' });
  expect(subjectOfReply(message({ text: '수문을 엽니다.' }), 'ko')).toBe('회신: 수문을 엽니다.');
});

it('leaves a subject that is written anew in one language in that one alone', () => {
  const begun = { en: 'Re: The gates', ko: '회신: 수문' };
  expect(rewritten(begun, begun)).toEqual(begun);
  expect(rewritten(begun, { ...begun, en: 'We keep them shut' })).toEqual({ en: 'We keep them shut' });
  expect(rewritten(begun, { en: 'Shut', ko: '닫음' })).toEqual({ en: 'Shut', ko: '닫음' });
});
