import type { Text } from '../../fact.ts';
import type { Claim } from '../cards.ts';
import type { Verdict } from '../words.ts';

/** One side’s words, as far as they say something of a topic. */
export interface Side {
  readonly party: string;
  readonly claims: readonly Claim[];
}
/** A term as whoever judges knows it. */
export interface Known {
  readonly term: string;
  /** The topic that it names, and those for which it is easily mistaken. */
  readonly topic: string;
  readonly mistakenFor: readonly string[];
  readonly meanings: ReadonlyMap<string, Text>;
  /** The sides that have agreed what it means; each list at once. */
  readonly agreed: readonly (readonly string[])[];
}
export type Glossary = readonly Known[];

/** Why two statements stand as they do to each other. */
export type PairWhy = 'same-topic' | 'mistaken' | 'two-meanings' | 'left-open' | 'silent';
/** What a rule has found: of which topics, and by which term. */
export interface Found {
  readonly verdict: Verdict;
  readonly why: PairWhy;
  readonly topics: readonly string[];
  readonly term?: string | undefined;
}
/** A rule between two sides; the same whichever comes first. */
export type Rule = (a: Side, b: Side, glossary: Glossary) => Found | undefined;

/** True if one affirms what the other denies. */
export function opposed(a: Claim['stance'], b: Claim['stance']): boolean {
  return (a === 'affirmed' && b === 'denied') || (a === 'denied' && b === 'affirmed');
}

/** True if both have agreed what a term means. */
export function haveAgreed({ agreed }: Known, a: Side, b: Side): boolean {
  return agreed.some((parties) => parties.includes(a.party) && parties.includes(b.party));
}

export const topicsOf = ({ claims }: Side): string[] => [...new Set(claims.map((c) => c.topic))];
export const sorted = (topics: Iterable<string>): string[] => [...new Set(topics)].sort();

/** The topics of which both say something, for which it holds. */
export function shared(a: Side, b: Side, holds: (a: Claim, b: Claim) => boolean): string[] {
  return sorted(a.claims.flatMap((x) => (b.claims.some((y) => x.topic === y.topic && holds(x, y)) ? [x.topic] : [])));
}
