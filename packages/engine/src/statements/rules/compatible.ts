import { type Rule, shared, sorted, topicsOf } from './rule.ts';

/** One leaves open what the other affirms or denies. */
export const leftOpen: Rule = (a, b) => {
  const topics = shared(a, b, (x, y) => x.stance !== y.stance && (x.stance === 'open' || y.stance === 'open'));
  return topics.length === 0 ? undefined : { verdict: 'compatible', why: 'left-open', topics };
};

/** They speak of different things: neither repeats what the other said. */
export const silent: Rule = (a, b) => {
  const common = shared(a, b, () => true);
  return common.length > 0 ? undefined : { verdict: 'compatible', why: 'silent', topics: sorted([...topicsOf(a), ...topicsOf(b)]) };
};
