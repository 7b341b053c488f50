import type { Address, Roster } from '../audience.ts';
import type { Id, Ms } from '../fact.ts';
import { endedIn, givenIn } from './recalls.ts';
import type { Item } from './state.ts';

/** Since when somebody had an item and until when: a recall ends a holding, and the next giving begins another. */

/** What happened, when, and the event behind it. */
export interface Happened {
  readonly at: Ms;
  readonly src: Id;
}
/** A stretch of scenario time; `until` is absent if it lasts. Its end is outside of it. */
export interface HeldSpan {
  readonly from: Ms;
  readonly until?: Ms | undefined;
}
/** One holding, from the giving that began it. */
export interface Holding extends Happened {
  /** When somebody first acknowledged it: in this holding, not in one before. */
  readonly acknowledged?: Happened | undefined;
  /** When its holders were asked to destroy it. */
  readonly ended?: Happened | undefined;
}

/**
 * The holdings of those behind an address, oldest first, as far as this world tells: it begins when the first of them is
 * given it, by whatever hand, and ends when the last of them was asked to destroy it.
 */
export function holdingsOf(roster: Roster, item: Item, address: Address): Holding[] {
  const members = roster.members(address);
  const having = new Set<Address>();
  const holdings: Holding[] = [];
  const change = (more: Partial<Holding>): void => {
    const last = holdings.at(-1);
    if (last) holdings[holdings.length - 1] = { ...last, ...more };
  };
  for (const { src } of item.course) {
    const had = having.size > 0;
    const given = givenIn(item, src);
    if (given) {
      for (const a of given.to) for (const m of roster.members(a)) if (members.includes(m)) having.add(m);
      if (!had && having.size > 0) holdings.push({ at: given.at, src });
    }
    const ended = endedIn(item, src);
    if (ended) {
      for (const m of having) if (ended.parties.includes(roster.partyOf(m) ?? '')) having.delete(m);
      if (had && having.size === 0) change({ ended: { at: ended.at, src } });
    }
    const done = item.acknowledged.get(src);
    if (had && done && members.includes(done.seat) && !holdings.at(-1)?.acknowledged) change({ acknowledged: { at: done.at, src } });
  }
  return holdings;
}

/** Several items’ holdings as one: while any lasts. */
export function joinedHoldings(holdings: readonly Holding[]): Holding[] {
  const joined: Holding[] = [];
  for (const next of holdings.toSorted((a, b) => a.at - b.at)) {
    const last = joined.at(-1);
    if (!last || (last.ended && last.ended.at < next.at)) joined.push(next);
    else joined[joined.length - 1] = both(last, next);
  }
  return joined;
}

function both(a: Holding, b: Holding): Holding {
  const ends = a.ended && b.ended;
  const acknowledged = [a.acknowledged, b.acknowledged].filter((x) => x !== undefined).sort((x, y) => x.at - y.at)[0];
  return { at: a.at, src: a.src, acknowledged, ended: ends && (a.ended.at > b.ended.at ? a.ended : b.ended) };
}

/** The stretches of time outside of some holdings, from the beginning of all. */
export function timeWithout(holdings: readonly Holding[]): HeldSpan[] {
  const gaps: HeldSpan[] = [];
  let from: Ms | undefined = Number.NEGATIVE_INFINITY;
  for (const { at, ended } of joinedHoldings(holdings)) {
    if (from !== undefined && at > from) gaps.push({ from, until: at });
    from = ended?.at;
  }
  if (from !== undefined) gaps.push({ from });
  return gaps;
}

/** What two stretches of time have in common; undefined if nothing. */
export function timeInCommon(a: HeldSpan, b: HeldSpan): HeldSpan | undefined {
  const from = Math.max(a.from, b.from);
  const until = Math.min(a.until ?? Number.POSITIVE_INFINITY, b.until ?? Number.POSITIVE_INFINITY);
  if (until <= from) return undefined;
  return { from, until: Number.isFinite(until) ? until : undefined };
}

/** True if a holding had begun by a moment and not ended by then. */
export function lastsAt({ at, ended }: Holding, moment: Ms): boolean {
  return at <= moment && (ended === undefined || ended.at > moment);
}

/** A holding as a stretch of time. */
export function spanOf({ at, ended }: Holding): HeldSpan {
  return { from: at, until: ended?.at };
}
