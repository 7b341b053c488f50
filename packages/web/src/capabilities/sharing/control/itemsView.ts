import { itemNamed, type KnowingMark, type Known, knowledge, requestCard, requestStatus, rosterOfWorld, type World } from '@entente/engine';
import type { KnownMarkKind } from '../review/knownLayout.ts';

/** What one party has of an item now: the marks in the order in which they are read, each with its time. */
export interface ItemCell {
  readonly party: string;
  readonly marks: readonly { readonly kind: KnownMarkKind; readonly at: number }[];
  /** Since when it lacks what it needs or asked for. */
  readonly lacks?: number | undefined;
  readonly overshared: boolean;
}
export interface ItemRow {
  readonly id: string;
  readonly known: Known;
  readonly depth: number;
  readonly cells: readonly ItemCell[];
  /** Requests on it that nobody has decided. */
  readonly waiting: number;
}

/** Marks that say how it stands now; what led there is told by the review. */
const NOW: readonly KnownMarkKind[] = ['held', 'released', 'part', 'acknowledged', 'recalled', 'destroyed'];

/** The items that this world holds, and what each party has of them now; those of the scenario that nobody has yet stand below. */
export function itemRows(world: World): ItemRow[] {
  const roster = rosterOfWorld(world);
  if (!roster) return [];
  const depths = new Map<string, number>();
  const waiting = waitingByItem(world);
  return knowledge(world, roster).map((known) => {
    const above = known.from && depths.get(known.from.item);
    const depth = above === undefined ? 0 : above + 1;
    depths.set(known.item, depth);
    const cells = known.parties.map((k): ItemCell => {
      const marks = sinceGivenAnew(k.marks.filter((m) => NOW.includes(m.kind))).map(({ kind, at }) => ({ kind, at }));
      return { party: k.party, marks, lacks: k.withheld.find(({ until }) => until === undefined)?.from, overshared: k.overshared };
    });
    return { id: known.item, known, depth, cells, waiting: waiting.get(known.item) ?? 0 };
  });
}

/** What was recalled and is given anew is had anew: what was before is told by the review. */
function sinceGivenAnew(marks: readonly KnowingMark[]): readonly KnowingMark[] {
  const given = marks.findLastIndex(({ kind }) => GIVEN.includes(kind));
  const ended = marks.findLastIndex(({ kind }, i) => i < given && ENDED.includes(kind));
  return marks.slice(ended + 1);
}
const GIVEN: readonly KnownMarkKind[] = ['released', 'part'];
const ENDED: readonly KnownMarkKind[] = ['recalled', 'destroyed'];

function waitingByItem(world: World): Map<string, number> {
  const counts = new Map<string, number>();
  for (const request of world.sharing.requests.values()) {
    const status = requestStatus(request);
    const item = itemNamed(request);
    if (item !== undefined && requestCard(request) && (status === 'open' || status === 'overdue'))
      counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return counts;
}

/** Items of the scenario that nobody holds yet. Lead control's world only. */
export function itemsToCome(world: World): string[] {
  return [...world.sharing.items.values()].filter((i) => i.plan && i.copies.size === 0).map((i) => i.id);
}
