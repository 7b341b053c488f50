import type { Phrases } from '../../../kit/control/conditionWords.ts';

/** How conditions on the steps of a plan are said. */
export const phrases: Phrases = { step: ({ id, is }, _terms, say, form) => say(`condition.step.${is}.${form}`, { id }) };
