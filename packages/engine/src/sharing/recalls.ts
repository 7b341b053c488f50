import { type Address, type Roster, split } from '../audience.ts';
import type { Fact, Id, Ms, Text } from '../fact.ts';
import type { Context } from '../room.ts';
import { standingCard } from './items.ts';
import type { Item } from './state.ts';

/** What a recall ends, and what begins anew after it: of the whole world, or as a seat has it. */

/**
 * True if a viewer’s party was asked to destroy an item and nobody of its originator’s side (nor control, nor an inject)
 * has given it to that viewer since: a recall ends the holding, and only a new release begins another.
 */
export function endedFor(roster: Roster, item: Item, viewer: Address): boolean {
  return holding(roster, item, viewer) === 'ended';
}

/** The same of the item, or of what it was made of, where the originator has not itself given it to that viewer. */
export function endedMaking(
  ctx: Pick<Context, 'roster'> & { readonly world: Pick<Context['world'], 'sharing'> },
  item: Item,
  viewer: Address,
): boolean {
  const own = holding(ctx.roster, item, viewer);
  if (own !== undefined) return own === 'ended';
  return [...item.derived.values()].some(({ from }) => {
    const source = ctx.world.sharing.items.get(from);
    return source !== undefined && endedMaking(ctx, source, viewer);
  });
}

/**
 * The request to destroy an item that stands for a viewer: the last one, unless its originator’s side has given it anew since.
 * `destroyed`: the viewer has confirmed that it did, and nobody has given it the item since.
 */
export function recallFor(
  roster: Roster,
  item: Item,
  viewer: Address,
): { readonly at: Ms; readonly src: Id; readonly reason?: Text | undefined; readonly destroyed: boolean } | undefined {
  if (item.recalled.size === 0) return undefined;
  const { asked, given, recall } = lastOf(roster, item, viewer);
  if (!recall || !endedFor(roster, item, viewer)) return undefined;
  const done = lastBy(item, item.destroyed, viewer);
  return { at: recall.at, src: recall.src, reason: recall.reason, destroyed: done > Math.max(asked, given) };
}

/** True if a viewer was asked to destroy the item, and nobody has given it to that viewer since: once is enough. */
export function isAsked(roster: Roster, item: Item, viewer: Address): boolean {
  const { asked, given } = lastOf(roster, item, viewer);
  return asked > given;
}

/** A seat’s acknowledgement of the item as it holds it now: one of before a recall is none of what it was given anew since. */
export function acknowledgement(roster: Roster, item: Item, seat: Address): (Fact & { readonly at: Ms }) | undefined {
  if (item.acknowledged.size === 0) return undefined;
  const done = lastBy(item, item.acknowledged, seat);
  const { asked, given } = lastOf(roster, item, seat);
  return asked > done && given > asked ? undefined : item.acknowledged.get(item.course[done]?.src ?? '');
}

/** When a seat last confirmed something of an item, by its place in its course; -1: never. */
function lastBy(item: Item, confirmed: Item['acknowledged'], seat: Address): number {
  return item.course.findLastIndex(({ src }) => confirmed.get(src)?.seat === seat);
}

/** When a viewer was last asked to destroy an item, and last given it, by their places in its course; -1: never. */
function lastOf(roster: Roster, item: Item, viewer: Address) {
  const party = roster.partyOf(viewer);
  const last = (fits: (src: Id) => boolean): number => item.course.findLastIndex(({ src }) => fits(src));
  const asked = last((src) => item.recalled.get(src)?.party === party);
  const given = last((src) => item.copies.get(src)?.to?.some((a) => behind(roster, a, viewer)) === true);
  return { asked, given, recall: item.recalled.get(item.course[asked]?.src ?? '') };
}

/** `begun` by a release of the originator’s, `ended` by a recall after it; undefined if there was neither. */
function holding(roster: Roster, item: Item, viewer: Address): 'begun' | 'ended' | undefined {
  const party = roster.partyOf(viewer);
  let now: 'begun' | 'ended' | undefined;
  if (party === undefined) return now;
  for (const { src } of item.course) {
    if (endedIn(item, src)?.parties.includes(party)) now = 'ended';
    else if (byOriginator(roster, item, src) && givenIn(item, src)?.to.some((a) => behind(roster, a, viewer))) now = 'begun';
  }
  return now;
}

/** To whom an item was given by an event of its course, and when; undefined if that gave it to nobody. */
export function givenIn(item: Item, src: Id): { readonly to: readonly Address[]; readonly at: Ms } | undefined {
  const given = item.copies.get(src) ?? item.releases.get(src);
  return given?.to && { to: given.to, at: given.at };
}

/** Which parties were asked to destroy an item by an event of its course, and when; undefined if that asked nobody. */
export function endedIn(item: Item, src: Id): { readonly parties: readonly string[]; readonly at: Ms } | undefined {
  const made = item.recalls.get(src);
  if (made) return { parties: made.from, at: made.at };
  const asked = item.recalled.get(src);
  return asked && { parties: [asked.party], at: asked.at };
}

/** A party’s controllers and evaluators have what its seats have. */
function behind(roster: Roster, address: Address, viewer: Address): boolean {
  if (roster.members(address).includes(viewer)) return true;
  return split(viewer)[0] !== 'seat' && roster.partyOf(address) === roster.partyOf(viewer);
}

function byOriginator(roster: Roster, item: Item, src: Id): boolean {
  const copy = item.copies.get(src);
  const by = copy ? copy.by : item.releases.get(src)?.by;
  if (by === undefined) return copy?.delivery !== undefined;
  return by === 'control' || standingCard(item)?.originator === `party:${roster.partyOf(by)}`;
}
