import type { Claim } from '../cards.ts';

/** What a report makes of what it read. */
export interface Made {
  readonly flag: 'misquotation' | 'inference';
  readonly why: 'changes' | 'goes-beyond';
  readonly topics: readonly string[];
}

/**
 * A report misquotes where it changes what was said, or puts in a speaker’s mouth what was not; it infers where it goes
 * beyond it. `read`: what each of its sources said.
 */
export function madeOf(report: readonly Claim[], read: readonly (readonly Claim[])[]): Made[] {
  if (read.length === 0) return [];
  const source = read.flat();
  const [changes, beyond] = [new Set<string>(), new Set<string>()];
  for (const { topic, stance, quoted } of report) {
    const said = source.filter((c) => c.topic === topic);
    if (said.some((c) => c.stance === stance)) continue;
    (said.length > 0 || quoted ? changes : beyond).add(topic);
  }
  const made: Made[] = [];
  if (beyond.size > 0) made.push({ flag: 'inference', why: 'goes-beyond', topics: [...beyond].sort() });
  if (changes.size > 0) made.push({ flag: 'misquotation', why: 'changes', topics: [...changes].sort() });
  return made;
}
