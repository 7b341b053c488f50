import type { Phrases } from '../../../kit/control/conditionWords.ts';

/** How conditions on expected actions are said. */
export const phrases: Phrases = {
  expected: ({ id, is }, terms, say, form) => say(`condition.expected.${is}.${form}`, { number: terms.number(id) }),
};
