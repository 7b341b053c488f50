import type { Claim, Stance, Topic } from '@entente/engine/statements';

/** Two taps code what was said: the topic, then what is said of it. Nothing is chosen beforehand. */
export interface Taps {
  readonly topic: string | undefined;
  /** The second tap: what is heard now. */
  readonly heard: readonly Claim[] | undefined;
}

/** What a key does: 1 to 9 choose a topic, then 1 to 3 what is said of it; Escape lets the topic go. */
export function tapped(
  key: string,
  topics: readonly Topic[],
  topic: string | undefined,
): { readonly topic?: string | undefined; readonly stance?: Stance } | undefined {
  const chosen = topics.find((t) => t.id === topic);
  if (key === 'Escape' && chosen) return { topic: undefined };
  if (!/^[1-9]$/.test(key)) return undefined;
  if (!chosen) {
    const next = topics[Number(key) - 1];
    return next && { topic: next.id };
  }
  const stance = chosen.stances[Number(key) - 1];
  return stance && { topic: chosen.id, stance };
}

/** What was heard, with this in place of what was heard of the same topic. */
export function withClaim(heard: readonly Claim[] | undefined, topic: string, stance: Stance): Claim[] {
  return [...(heard ?? []).filter((c) => c.topic !== topic), { topic, stance }];
}
