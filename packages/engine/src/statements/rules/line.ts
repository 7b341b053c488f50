import type { Claim, LineCard } from '../cards.ts';

/** The topics on which claims depart from a line: denied or left open what it affirms, or the other way round. */
export function departures(claims: readonly Claim[], line: Pick<LineCard, 'claims'>): string[] {
  const topics = claims.flatMap((c) => (line.claims.some((l) => l.topic === c.topic && l.stance !== c.stance) ? [c.topic] : []));
  return [...new Set(topics)].sort();
}
