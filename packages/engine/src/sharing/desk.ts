import type { Address, Roster } from '../audience.ts';
import type { Id, Ms } from '../fact.ts';
import type { World } from '../world.ts';
import { deskOf, heldSince, meets, releasedTo, requestCard, standingCard } from './items.ts';
import { actsFor, offerOf, standingGrants } from './offer.ts';
import { endedFor, endedMaking } from './recalls.ts';
import { covers, type Finding } from './rules.ts';
import type { Grant, Item, Request } from './state.ts';

/** What a seat’s screen asks before it sends: the rules’ own answers, read off the seat’s own world and nothing else. */

/**
 * What each rule says of releasing an item, or portions of it (from 0; absent: the whole), to one address: the same
 * judgement as the server’s, as far as this world tells. Undefined for an item or a portion that is not there.
 */
export function mayReleaseTo(
  world: World,
  roster: Roster,
  now: Ms,
  id: Id,
  seat: Address,
  portions: readonly number[] | undefined,
  to: Address,
): readonly Finding[] | undefined {
  const item = world.sharing.items.get(id);
  const card = item && standingCard(item);
  if (!item || !card || portions?.length === 0 || portions?.some((p) => p >= card.portions.length)) return undefined;
  const ctx = { world, roster, now, seen: () => world };
  return offerOf(ctx, seat, { item, card, portions }).findings(to);
}

/** True if these portions, released by the seat to those addresses, need a title of their own: they go farther than the whole. */
export function titleNeeded(
  world: World,
  roster: Roster,
  now: Ms,
  item: Item,
  seat: Address,
  portions: readonly number[],
  to: readonly Address[],
): boolean {
  const card = standingCard(item);
  if (!card || portions.length === 0 || portions.some((p) => p >= card.portions.length)) return false;
  return offerOf({ world, roster, now, seen: () => world }, seat, { item, card, portions }).titleNeeded(to);
}

/** The originator’s word for passing an item on, as it stands for the version that a seat has. */
export function grantsOf(item: Item): Grant[] {
  return standingGrants(item);
}

/** True if the seat gives the originator’s word for an item: revises, recalls, decides who may pass it on. */
export function speaksFor(roster: Roster, seat: Address, item: Item): boolean {
  const card = standingCard(item);
  return card !== undefined && actsFor({ roster }, seat, card.originator);
}

/** Requests that the seat or its desk refused, for somebody behind these addresses: what is released may answer them after all. Newest first. */
export function refusedFor(world: World, roster: Roster, seat: Address, to: readonly Address[]): Request[] {
  const decides = (of: Address, from: Address): boolean => (seat === 'control' ? deskOf(roster, of).includes(seat) : from !== seat);
  return [...world.sharing.requests.values()]
    .filter((r) => {
      const card = requestCard(r);
      if (!card || r.decided?.decision !== 'refuse' || !decides(card.of, card.from)) return false;
      return card.for.some((a) => to.some((b) => meets(roster, a, b)));
    })
    .reverse();
}

/** The requests that a seat made, newest first. */
export function requestsOf(world: World, seat: Address): Request[] {
  const since = (r: Request): Ms => requestCard(r)?.since ?? 0;
  return [...world.sharing.requests.values()].filter((r) => requestCard(r)?.from === seat).sort((a, b) => since(b) - since(a));
}

/** True if granting a request gives the originator’s word for passing on what the asker holds, rather than an item. */
export function asksForWord(roster: Roster, request: Request): boolean {
  const card = requestCard(request);
  const own = card && roster.partyOf(card.from);
  return card?.for.some((a) => roster.partyOf(a) !== own) === true;
}

/** Who is told of a decision: the asker, and those who decide beside `seat`. */
export function toldOfDecision(roster: Roster, request: Request, seat: Address): Address[] {
  const card = requestCard(request);
  if (!card) return [];
  return [card.from, ...deskOf(roster, card.of).filter((s) => s !== seat)];
}

/**
 * Who was asked to destroy an item and was not given it anew since, as far as this world tells: they get no new version of
 * it. Parties where that holds for all of their seats, else those seats that had it.
 */
export function leftOut(world: World, roster: Roster, item: Item): Address[] {
  return [...roster.parties.keys()].flatMap((party) => {
    const all = `party:${party}`;
    const had = (a: Address): boolean => (heldSince(roster, item, a) ?? releasedTo(roster, item, a)) !== undefined;
    const named = [...item.recalls.values()].some((r) => r.from.includes(party));
    const gave = [...item.copies.values()].some((c) => c.by !== undefined && roster.partyOf(c.by) === party);
    const ended = roster.members(all).filter((seat) => endedMaking({ world, roster }, item, seat));
    if (ended.length === 0 || !(named || gave || had(all))) return [];
    return ended.length === roster.members(all).length ? [all] : ended.filter(had);
  });
}

/** True if the seat’s side has released the version that it has to that address before, as far as this world tells: a second time is refused. */
export function releasedBefore(roster: Roster, item: Item, to: Address): boolean {
  const made = standingCard(item)?.made;
  if (roster.members(to).some((v) => endedFor(roster, item, v))) return false;
  return [...item.releases.values()].some((r) => r.made === made && covers(roster, r.to, to));
}
