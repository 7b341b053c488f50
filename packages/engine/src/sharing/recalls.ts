import { type Address, type Roster, split } from '../audience.ts';
import type { Context, Id, Ms } from '../room.ts';
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
 * The request to destroy an item that stands for a viewer: the last one, if the item was not given to it anew since. `at`,
 * and whether the viewer has confirmed since then that it did; undefined if none stands.
 */
export function recallFor(
  roster: Roster,
  item: Item,
  viewer: Address,
  told: Told = ALL,
): { readonly at: Ms; readonly src: Id; readonly reason?: string | undefined; readonly destroyed: boolean } | undefined {
  if (!endedFor(roster, item, viewer, told)) return undefined;
  const party = roster.partyOf(viewer);
  const course = item.course.map(({ src }) => src);
  const asked = course.findLastIndex((src) => told(src) && item.recalled.get(src)?.party === party);
  const recall = item.recalled.get(course[asked] ?? '');
  if (!recall) return undefined;
  const done = item.destroyed.get(viewer);
  return { at: recall.at, src: recall.src, reason: recall.reason, destroyed: done !== undefined && course.indexOf(done.src) > asked };
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
