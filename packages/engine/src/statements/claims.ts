import type { Rejection } from '../fact.ts';
import type { World } from '../world.ts';
import type { Claim } from './cards.ts';
import { refuse } from './voices.ts';

/** Why claims cannot be: a topic that there is not, a stance that it has not, a term that this world does not know. */
export function refusedClaims(
  { statements: { topics, terms } }: Pick<World, 'statements'>,
  claims: readonly Claim[],
): Rejection | undefined {
  for (const { topic, stance, term } of claims) {
    const known = topics?.list.find((t) => t.id === topic);
    if (!known) return refuse('no-such-topic', `There is no topic “${topic}”. Choose from the list.`, { topic });
    if (!known.stances.includes(stance))
      return refuse('no-such-stance', `Of “${topic}” one cannot say that. Choose: ${known.stances.join(', ')}.`, { topic, stance });
    if (term !== undefined && !terms.has(term))
      return refuse('no-such-term', `There is no term “${term}”. Choose from the list.`, { term });
  }
  const twice = claims.find((c, i) => claims.findIndex((d) => d.topic === c.topic && d.term === c.term) < i);
  return twice && refuse('claimed-twice', `Of “${twice.topic}” two things are said. Choose one.`, { topic: twice.topic });
}

/** True if two lists say the same, in whatever order. */
export function sameClaims(a: readonly Claim[], b: readonly Claim[]): boolean {
  const key = ({ topic, stance, term = '' }: Claim): string => `${topic} ${stance} ${term}`;
  return a.length === b.length && a.every((c) => b.some((d) => key(c) === key(d)));
}
