import type { Phrases } from '../../../kit/control/conditionWords.ts';

/** How conditions on plans are said. */
export const phrases: Phrases = {
  plan: ({ board, option, is }, _terms, say, form) => {
    const of = option ?? board;
    return say(`condition.plan.${is}.${form}`, { of: of === undefined ? '' : say('condition.plan.of', { id: of }) });
  },
};
