import { expect, it } from 'vitest';
import { paragraphsOf } from './paragraphs.ts';

it('takes each line that is not blank for a paragraph', () => {
  expect(paragraphsOf('One.\n\n  Two. \n')).toEqual(['One.', 'Two.']);
});

it('puts the languages of one paragraph together, by their place', () => {
  expect(paragraphsOf({ en: 'One.\nTwo.', ko: '하나.\n\n둘.' })).toEqual([
    { en: 'One.', ko: '하나.' },
    { en: 'Two.', ko: '둘.' },
  ]);
});

it('gives nothing where the languages have not the same number of paragraphs', () => {
  expect(paragraphsOf({ en: 'One.\nTwo.', ko: '하나.' })).toBeUndefined();
});
