import { expect, test } from 'vitest';
import english from '../text.en.json' with { type: 'json' };
import { lengthWords } from './length.ts';

const t = ((key: string, values: Readonly<Record<string, unknown>> = {}) => {
  const text = key.split('.').reduce<unknown>((o, k) => (o as Record<string, unknown>)[k], english) as string;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
}) as never;

test('a length is told as it is: a minute and a half is neither one minute nor two', () => {
  expect([25_000, 60_000, 90_000, 599_400, 599_600].map((ms) => lengthWords(t, ms))).toEqual([
    '25 s',
    '1 min',
    '1 min 30 s',
    '9 min 59 s',
    '10 min',
  ]);
  // From ten minutes on whole minutes, as everywhere.
  expect([630_000, 5_400_000].map((ms) => lengthWords(t, ms))).toEqual(['10 min', '1 h 30 min']);
});
