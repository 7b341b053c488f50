import { type Address, type Roster, split } from '../audience.ts';
import type { Id, Ms } from '../fact.ts';
import type { Context } from '../room.ts';
import { standingCard } from './items.ts';
import type { Item } from './state.ts';

/** What a recall ends, and what begins anew after it. */

/** Which events a judgement may rest on: all of them, or those that the asking seat was given. */
type Told = (src: Id) => boolean;
const ALL: Told = () => true;

/**
 * True if a viewer’s party was asked to destroy an item and nobody of its originator’s side (nor control, nor an inject)
 * has given it to that viewer since: a recall ends the holding, and only a new release begins another.
 */
export function endedFor(roster: Roster, item: Item, viewer: Address, told: Told = ALL): boolean {
  return holding(roster, item, viewer, told) === 'ended';
}

/** The same of the item, or of what it was made of, where the originator has not itself given it to that viewer. */
export function endedMaking(
  ctx: Pick<Context, 'roster'> & { readonly world: Pick<Context['world'], 'sharing'> },
  item: Item,
  viewer: Address,
  told: Told = ALL,
): boolean {
  const own = holding(ctx.roster, item, viewer, told);
  if (own !== undefined) return own === 'ended';
  return [...item.derived.values()].some(({ src, from }) => {
    const source = told(src) ? ctx.world.sharing.items.get(from) : undefined;
    return source !== undefined && endedMaking(ctx, source, viewer, told);
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
  told: Told = ALL,
): { readonly at: Ms; readonly src: Id; readonly reason?: string | undefined; readonly destroyed: boolean } | undefined {
  const { asked, given, recall } = lastOf(roster, item, viewer, told);
  if (!recall || !endedFor(roster, item, viewer, told)) return undefined;
  const done = item.course.findLastIndex(({ src }) => src === item.destroyed.get(viewer)?.src);
  return { at: recall.at, src: recall.src, reason: recall.reason, destroyed: done > Math.max(asked, given) };
}

/** True if a viewer was asked to destroy the item, and nobody has given it to that viewer since: once is enough. */
export function isAsked(roster: Roster, item: Item, viewer: Address, told: Told): boolean {
  const { asked, given } = lastOf(roster, item, viewer, told);
  return asked > given;
}

/** When a viewer was last asked to destroy an item, and last given it, by their places in its course; -1: never. */
function lastOf(roster: Roster, item: Item, viewer: Address, told: Told) {
  const party = roster.partyOf(viewer);
  const last = (fits: (src: Id) => boolean): number => item.course.findLastIndex(({ src }) => told(src) && fits(src));
  const asked = last((src) => item.recalled.get(src)?.party === party);
  const given = last((src) => item.copies.get(src)?.to?.some((a) => behind(roster, a, viewer)) === true);
  return { asked, given, recall: item.recalled.get(item.course[asked]?.src ?? '') };
}

/** `begun` by a release of the originator’s, `ended` by a recall after it; undefined if there was neither. */
function holding(roster: Roster, item: Item, viewer: Address, told: Told): 'begun' | 'ended' | undefined {
  const party = roster.partyOf(viewer);
  let now: 'begun' | 'ended' | undefined;
  if (party === undefined) return now;
  for (const { src } of item.course) {
    if (!told(src)) continue;
    if (item.recalls.get(src)?.from.includes(party) || item.recalled.get(src)?.party === party) now = 'ended';
    else if (byOriginator(roster, item, src) && givenIn(item, src).some((a) => behind(roster, a, viewer))) now = 'begun';
  }
  return now;
}

function givenIn(item: Item, src: Id): readonly Address[] {
  return item.copies.get(src)?.to ?? item.releases.get(src)?.to ?? [];
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
