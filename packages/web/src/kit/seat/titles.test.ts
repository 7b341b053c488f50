import type { Text } from '@entente/engine';
import { expect, it } from 'vitest';
import type { Line } from './line.ts';
import { previewOf, subjectOfReply, titleOf } from './titles.ts';

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
  const re = (title: string) => `Re: ${title}`;
  expect(subjectOfReply('The gates', re)).toBe('Re: The gates');
  expect(subjectOfReply('Re: The gates', re)).toBe('Re: The gates');
  expect(subjectOfReply('x'.repeat(400), re)).toHaveLength(300);
});
