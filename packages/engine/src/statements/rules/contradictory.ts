import { opposed, type Rule, shared } from './rule.ts';

/** One affirms what the other denies. */
export const contradictory: Rule = (a, b) => {
  const topics = shared(a, b, (x, y) => opposed(x.stance, y.stance));
  return topics.length === 0 ? undefined : { verdict: 'contradictory', why: 'same-topic', topics };
};
