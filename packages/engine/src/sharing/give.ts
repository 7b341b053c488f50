import { attach, filesBehind } from '../attachments/attachments.ts';
import type { FileCard } from '../attachments/language.ts';
import type { Address } from '../audience.ts';
import { groupsOf } from '../parties.ts';
import type { Context, Draft, Id, Ms } from '../room.ts';
import { standingCard } from './items.ts';
import type { ItemCard, SharingEvent } from './language.ts';
import type { Item } from './state.ts';

interface How {
  readonly by?: Address | undefined;
  readonly note?: string | undefined;
  readonly delivery?: Id | undefined;
  /** The card and its files, where the world does not have them yet. */
  readonly card?: ItemCard | undefined;
  readonly files?: readonly FileCard[] | undefined;
}

/** The drafts that give an item to addresses: one event for each party, so that none learns of another, each with files of its own. */
export function give(ctx: Pick<Context, 'world' | 'roster' | 'id'>, item: Id, to: readonly Address[], how: How = {}): Draft[] {
  const known = ctx.world.sharing.items.get(item);
  const card = how.card ?? (known && standingCard(known));
  if (!card) return [];
  const drafts: Draft[] = [];
  for (const group of groupsOf(ctx.roster, to)) {
    const { cards, drafts: kept } = attach(ctx, how.files ?? filesBehind(ctx, card.attachments));
    const { by, note, delivery } = how;
    const event: SharingEvent = { type: 'ItemGiven', item, card: { ...card, attachments: cards }, to: group, by, note, delivery };
    drafts.push({ event, to: group }, ...kept);
  }
  return drafts;
}

/** True if the viewer has the words of the last new version, or there is none. */
function upToDate(ctx: Pick<Context, 'holds'>, item: Item, viewer: Address): boolean {
  const last = [...item.copies.values()].findLast((copy) => copy.to === undefined);
  const own = standingCard(item, (copy) => ctx.holds(viewer, copy.src));
  return last === undefined || JSON.stringify(own?.portions) === JSON.stringify(last.card.portions);
}

function revisedSince(item: Item, at: Ms): boolean {
  for (const copy of item.copies.values()) if (copy.to === undefined && copy.at >= at) return true;
  return false;
}

/**
 * What an item rests on and was made of, to those who hold both ends and have not been told; asked whenever somebody
 * is given one of the ends.
 */
export function linksFor(ctx: Context, item: Id, to: readonly Address[]): Draft[] {
  const { items } = ctx.world.sharing;
  const drafts: Draft[] = [];
  const tell = (event: SharingEvent, ends: readonly [Id, Id], told: readonly Id[], may = (_: Address) => true): void => {
    const other = ends[0] === item ? ends[1] : ends[0];
    const fresh = ctx.holdersAmong(to, other).filter((v) => ctx.holds(v, item) && !told.some((src) => ctx.holds(v, src)) && may(v));
    if (fresh.length > 0) drafts.push({ event, to: fresh });
  };
  for (const [id, row] of items) {
    const based = new Map<Id, Id[]>();
    for (const [src, { on }] of row.based) if (id === item || on === item) based.set(on, [...(based.get(on) ?? []), src]);
    for (const [on, told] of based) tell({ type: 'ItemBased', item: id, on }, [id, on], told);
    const links = [...row.derived.values()].filter((d) => id === item || d.from === item);
    const first = links[0];
    // What was taken out is told of the versions that the readers have, not of those before.
    const source = first && items.get(first.from);
    if (!first || !source || revisedSince(row, first.at) || revisedSince(source, first.at)) continue;
    const { from, how, portions, removed, reason } = first;
    tell(
      { type: 'ItemDerived', item: id, from, how, portions, removed, reason },
      [id, from],
      links.map((d) => d.src),
      (v) => upToDate(ctx, source, v),
    );
  }
  return drafts;
}
