import { expect, it } from 'vitest';
import type { Words } from '../i18n/words.ts';
import { relativeTime, spanWords } from './relative.ts';
import { wallLeft } from './speed.ts';

const t: Words = (key, values) => (key.startsWith('span.') ? Object.values(values ?? {}).join('/') : `${key}(${String(values?.span)})`);
const MIN = 60_000;

it('says what is left of a deadline, and is soon from five minutes before', () => {
  expect(relativeTime(t, 18 * MIN, 0, 'deadline')).toEqual({ text: 'relative.left(18)', urgency: undefined });
  expect(relativeTime(t, 6 * MIN, 0, 'deadline').urgency).toBeUndefined();
  expect(relativeTime(t, 5 * MIN, 0, 'deadline')).toEqual({ text: 'relative.left(5)', urgency: 'soon' });
});

it('takes an answer exactly at expiry as in time, and one a moment later as late', () => {
  expect(relativeTime(t, MIN, MIN, 'deadline').urgency).toBe('soon');
  expect(relativeTime(t, MIN, MIN + 1, 'deadline').urgency).toBe('late');
});

it('counts what lacks some milliseconds of a minute as a minute', () => {
  expect(spanWords(t, 10 * MIN - 40)).toBe('10');
  expect(spanWords(t, 10 * MIN - 600)).toBe('9');
  expect(spanWords(t, MIN - 400)).toBe('1');
  expect(spanWords(t, 59_000)).toBe('59');
});

it('says of what is less than a second that it is under one, and never that it is none', () => {
  const english: Words = (key, values) => ({ 'span.moment': `under ${values?.n} s`, 'span.seconds': `${values?.n} s` })[key] ?? key;
  expect([0, 1, 450, 999, 25_000].map((ms) => spanWords(english, ms))).toEqual(['0 s', 'under 1 s', 'under 1 s', '1 s', '25 s']);
});

it('counts how long something has waited, without alarm', () => {
  expect(relativeTime(t, 0, 125 * MIN, 'waiting')).toEqual({ text: 'relative.waiting(2/5)', urgency: undefined });
});

it('says of a time that is a guess that it is about, within the words of the time', () => {
  const english: Words = (key, values) =>
    ({ 'relative.in': `in ${values?.span}`, 'relative.about': `about ${values?.span}` })[key] ?? `${values?.n} min`;
  expect(relativeTime(english, 12 * MIN, 0, 'moment', true).text).toBe('in about 12 min');
});

it('says what is left of a deadline by the wall, where the clock runs at another speed', () => {
  expect(wallLeft(t, 20 * MIN, 10)).toBe('relative.wall(2)');
  expect(wallLeft(t, 20 * MIN, 1)).toBe('');
  expect(wallLeft(t, 0, 10)).toBe('');
  expect(wallLeft(t, -MIN, 10)).toBe('');
});
