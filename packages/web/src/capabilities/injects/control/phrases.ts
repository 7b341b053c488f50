import type { Phrases } from '../../../kit/control/conditionWords.ts';

/** How conditions on injects are said. */
export const phrases: Phrases = {
  inject: ({ id, is, by }, terms, say, form) => {
    const whose = by ? say('condition.by', { who: terms.who(by) }) : '';
    return say(`condition.inject.${is}.${form}`, { number: terms.number(id), by: whose }).trim();
  },
};
