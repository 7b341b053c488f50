import type { Ms } from '../fact.ts';

/** `to` starts no earlier than `weight` ms after `from` starts. Nodes are numbers. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly weight: Ms;
}

/** The longest ways to every node, or the nodes of a cycle by which it would be put off for ever, in order. */
export type Longest = { readonly lengths: readonly Ms[] } | { readonly cycle: readonly number[] };

/**
 * Longest ways over arcs of any sign (Bellman and Ford). `begins`: the least value of each node; -Infinity for one that nothing
 * bounds by itself.
 */
export function longest(begins: readonly Ms[], arcs: readonly Arc[]): Longest {
  const lengths = [...begins];
  const came = new Array<Arc | undefined>(begins.length);
  let last: Arc | undefined;
  for (let round = 0; round <= begins.length; round++) {
    last = undefined;
    for (const arc of arcs) {
      const reached = (lengths[arc.from] as Ms) + arc.weight;
      if (reached <= (lengths[arc.to] as Ms)) continue;
      lengths[arc.to] = reached;
      came[arc.to] = arc;
      last = arc;
    }
    if (!last) return { lengths };
  }
  return { cycle: cycleBehind(came, (last as Arc).to) };
}

/** The cycle into which one comes by going back from a node that was put off once more than there are nodes. */
function cycleBehind(came: readonly (Arc | undefined)[], node: number): number[] {
  let at = node;
  for (let i = 0; i < came.length; i++) at = came[at]?.from ?? at;
  const cycle = [at];
  for (let next = came[at]?.from; next !== undefined && next !== at; next = came[next]?.from) cycle.unshift(next);
  return cycle;
}

/** The same against the arcs: how late each node may be. `ends`: the greatest value of each; Infinity where nothing bounds it. */
export function latest(ends: readonly Ms[], arcs: readonly Arc[]): Ms[] {
  const back = longest(
    ends.map((end) => -end),
    arcs.map(({ from, to, weight }) => ({ from: to, to: from, weight })),
  );
  return 'lengths' in back ? back.lengths.map((length) => 0 - length) : ends.map(() => Number.NEGATIVE_INFINITY);
}
