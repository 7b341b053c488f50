import type { Claim, Stance } from '@entente/engine/statements';

/** The mark of a stance: it stands beside its word, never alone. */
export const STANCE_MARKS: Readonly<Record<Stance, string>> = { affirmed: '+', denied: '−', open: '…' };

/** The claims with one topic’s stance set; the same stance again takes it away. */
export function withStance(claims: readonly Claim[], topic: string, stance: Stance): readonly Claim[] {
  const there = claims.find((c) => c.topic === topic);
  const others = claims.filter((c) => c.topic !== topic);
  return there?.stance === stance ? others : [...others, { ...there, topic, stance }];
}
