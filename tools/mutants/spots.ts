import type { Node, Source } from './tree.ts';

/**
 * What a spot is, and so what may be done to it.
 * `list`: addresses; `array`: the same, written out; `address`: one; `hand`: whose hand a thing waits for;
 * `held`: a list cut to those who hold something; `filter`: a list, or what one is made of, filtered; `parties`: ids of parties;
 * `test`: a function that says who may; `guard`: a condition on which it depends who is told; `in`, `out`: a condition by which somebody is among those told, or is not; `permit`, `deny`: one by which
 * somebody may be addressed, or may not; `cut`: a card of which something is left out for a reader.
 */
export type Kind = 'list' | 'array' | 'address' | 'hand' | 'held' | 'filter' | 'parties' | 'test' | 'guard' | Way | 'cut';
export type Way = 'in' | 'out' | 'permit' | 'deny';
export const OTHER: Readonly<Record<Way, Way>> = { in: 'out', out: 'in', permit: 'deny', deny: 'permit' };
/** An expression that makes an audience, or decides who is in one. */
export interface Spot {
  readonly source: Source;
  readonly node: Node;
  readonly kind: Kind;
}

/** The spots that were found, each once, and what has been looked at. */
export class Spots {
  readonly #spots = new Map<string, Spot>();
  readonly #seen = new Set<string>();

  add(source: Source, node: Node, kind: Kind): void {
    const key = placeOf(source, node, kind);
    if (!this.#spots.has(key)) this.#spots.set(key, { source, node, kind });
  }
  /** True the first time that somebody looks at a node in this way. */
  fresh(source: Source, node: Node, way: string): boolean {
    const key = placeOf(source, node, way);
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }
  /** By file, in the order in which they stand there. */
  inOrder(): Spot[] {
    const byPlace = (a: Spot, b: Spot): number =>
      a.source === b.source ? a.node.start - b.node.start : a.source.path < b.source.path ? -1 : 1;
    return [...this.#spots.values()].sort(byPlace);
  }
}
const placeOf = (source: Source, { start, end }: Node, what: string): string => `${source.path} ${start} ${end} ${what}`;
