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
  /** Under which it goes to some of them. */
  readonly conditions?: ((to: readonly Address[]) => readonly string[] | undefined) | undefined;
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
    const given: ItemCard = { ...card, attachments: cards };
    const conditions = how.conditions?.(group);
    drafts.push({ event: { type: 'ItemGiven', item, card: given, to: group, by, note, conditions, delivery }, to: group }, ...kept);
  }
  return drafts;
}

/** True if the viewer has the version that was made last. */
function upToDate(ctx: Pick<Context, 'holds'>, item: Item, viewer: Address): boolean {
  return standingCard(item, (copy) => ctx.holds(viewer, copy.src))?.made === standingCard(item)?.made;
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
    const { from, how, portions, removed, reason, made } = first;
    tell(
      { type: 'ItemDerived', item: id, from, how, portions, removed, reason, made },
      [id, from],
      links.map((d) => d.src),
      (v) => upToDate(ctx, source, v),
    );
  }
  return drafts;
}

/** Who acknowledges a delivery acknowledges the items that it brought. */
export function acknowledgedWith(ctx: Context, delivery: Id, seat: Address): Draft[] {
  return [...ctx.world.sharing.items.values()]
    .filter((i) => !i.acknowledged.has(seat) && [...i.copies.values()].some((c) => c.delivery === delivery && ctx.holds(seat, c.src)))
    .map((i) => ({ event: { type: 'ItemAcknowledged', item: i.id, seat }, to: [seat] }));
}
