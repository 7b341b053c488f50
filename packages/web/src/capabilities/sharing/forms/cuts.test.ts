import { redact } from '@entente/engine';
import { expect, it } from 'vitest';
import { cutAlso, dropped, piecesOf, putBack } from './cuts.ts';
import { portionsSent, resultOf, untouched } from './sanitised.ts';

const TEXT = 'An envoy told Partner C so.';
const at = (words: string): [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];

it('takes out what was marked, without the blanks at its ends', () => {
  const cuts = cutAlso(TEXT, [], 13, 24);
  expect(cuts).toEqual([at('Partner C')]);
  expect(redact(TEXT, { text: cuts })).toBe('An envoy told […] so.');
});

it('makes one of stretches that touch, overlap, or have only a blank between them', () => {
  const first = cutAlso(TEXT, [], ...at('envoy'));
  expect(cutAlso(TEXT, first, ...at('told'))).toEqual([at('envoy told')]);
  expect(cutAlso(TEXT, first, ...at('voy told'))).toEqual([at('envoy told')]);
  expect(cutAlso(TEXT, first, ...at('so'))).toEqual([at('envoy'), at('so')]);
});

it('cuts nothing when only blanks were marked, and never inside a character', () => {
  expect(cutAlso(TEXT, [], 2, 3)).toEqual([]);
  const [cut] = cutAlso('a😀b', [], 2, 3);
  expect(cut).toEqual([1, 3]);
  const family = 'x👨‍👩‍👧y';
  expect(cutAlso(family, [], 3, 4)).toEqual([[1, family.length - 1]]);
  // A syllable of three letters, written one by one.
  expect(cutAlso('\u1112\u1161\u11ab.', [], 1, 2)).toEqual([[0, 3]]);
});

it('shows what is out in its place, and puts it back', () => {
  const cuts = cutAlso(TEXT, cutAlso(TEXT, [], ...at('envoy')), ...at('so'));
  expect(piecesOf(TEXT, cuts).map((p) => (p.cut ? `[${p.text}]` : p.text))).toEqual(['An ', '[envoy]', ' told Partner C ', '[so]', '.']);
  expect(putBack(cuts, at('envoy'))).toEqual([at('so')]);
});

it('says which languages fall away beside a cut one', () => {
  const text = { en: 'One', ko: '하나' };
  expect(dropped(text, {})).toEqual([]);
  expect(dropped(text, { en: [[0, 1]] })).toEqual(['ko']);
  expect(dropped(text, { en: [[0, 1]], ko: [[0, 1]] })).toEqual([]);
});

it('sends of each portion what becomes of it, and leaves out what is left out', () => {
  const card = {
    title: 'T',
    kind: 'report',
    originator: 'party:a',
    label: 'TLP:RED',
    onward: 'free',
    portions: [TEXT, 'Two', 'Three', 'Four'].map((text) => ({ text, label: 'TLP:RED' })),
  } as const;
  const [a, b, c, d] = untouched(card);
  if (!a || !b || !c || !d) throw new Error('four portions');
  const cut = { ...a, how: 'cut', cuts: { text: [at('Partner C')] }, label: 'TLP:AMBER' } as const;
  const treated = [cut, { ...b, how: 'reword', text: ' Other words ' } as const, { ...c, how: 'leave-out' } as const, d];
  expect(portionsSent(card, treated)).toEqual([
    { of: 0, label: 'TLP:AMBER', cuts: { text: [at('Partner C')] } },
    { of: 1, label: 'TLP:RED', text: 'Other words' },
    { of: 3, label: 'TLP:RED' },
  ]);
  expect(treated.map((t, i) => resultOf(card.portions[i]?.text ?? '', t))).toEqual([
    'An envoy told […] so.',
    'Other words',
    undefined,
    'Four',
  ]);
});
