import { type Rule, shared } from './rule.ts';

/** They say the same of whatever both speak of. */
export const consistent: Rule = (a, b) => {
  const topics = shared(a, b, (x, y) => x.stance === y.stance);
  return topics.length === 0 ? undefined : { verdict: 'consistent', why: 'same-topic', topics };
};
