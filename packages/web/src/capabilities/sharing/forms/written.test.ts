import { type ItemCard, TLP_POLICY } from '@entente/engine';
import { expect, it } from 'vitest';
import { bodyOf, draftOf, fallAway, isUnchanged } from './written.ts';

const TITLE = { en: 'Warning', ko: '경고' };
const FIRST = { en: 'First.', ko: '첫째.' };
const card: ItemCard = {
  title: TITLE,
  kind: 'report',
  originator: 'party:a',
  portions: [
    { text: FIRST, label: 'TLP:GREEN', releasableTo: ['b'] },
    { text: 'Second.', label: 'TLP:AMBER' },
  ],
  label: 'TLP:RED',
  onward: 'free',
  expires: 60_000,
};
const begun = (language = 'en') => draftOf(card, TLP_POLICY, language);
const withText = (n: number, text: string) => ({
  ...begun(),
  portions: begun().portions.map((p, i) => (i === n ? { ...p, text } : p)),
});

it('begins a new version with all that stands, the label that its originator raised included', () => {
  const { originator, attachments, ...rest } = card;
  for (const language of ['en', 'ko', 'fr']) expect(bodyOf(begun(language), card.expires, 0)).toEqual(rest);
});

it('knows on which version it was begun, however that version came', () => {
  expect(begun().on).toBeUndefined();
  expect(draftOf({ ...card, made: 5 }, TLP_POLICY, 'en').on).toBe(5);
});

it('keeps every language of what was not touched, and only the new words of what was', () => {
  const sent = bodyOf(withText(0, 'First, corrected.'), card.expires, 0);
  expect(sent.title).toEqual(TITLE);
  expect(sent.portions.map((p) => p.text)).toEqual([{ en: 'First, corrected.' }, 'Second.']);
});

it('says which languages fall away where a text is changed in one', () => {
  expect(fallAway('First.', FIRST, 'en')).toEqual([]);
  expect(fallAway('First, corrected.', FIRST, 'en')).toEqual(['ko']);
  expect(fallAway('첫째, 고침.', FIRST, 'ko')).toEqual(['en']);
  // Who reads a third language saw the first one.
  expect(fallAway('First, corrected.', FIRST, 'fr')).toEqual(['ko']);
  expect(fallAway('Second, corrected.', 'Second.', 'en')).toEqual([]);
  expect(fallAway('New.', undefined, 'en')).toEqual([]);
});

it('sees whether anything is changed, whatever it is', () => {
  expect(isUnchanged(begun(), begun())).toBe(true);
  expect(isUnchanged(withText(1, 'Second, corrected.'), begun())).toBe(false);
  for (const change of [
    { title: 'Other' },
    { label: '' },
    { expires: '30' },
    { basedOn: ['x'] },
    { onward: 'originator-approval' },
  ] as const)
    expect(isUnchanged({ ...begun(), ...change }, begun())).toBe(false);
  expect(isUnchanged({ ...begun(), portions: begun().portions.slice(1) }, begun())).toBe(false);
});
