import { attach, filesBehind } from '../attachments/attachments.ts';
import type { FileCard } from '../attachments/language.ts';
import type { Address } from '../audience.ts';
import type { Id, Text } from '../fact.ts';
import { hangingOn } from '../lookup.ts';
import { groupsOf } from '../parties.ts';
import type { Context, Draft } from '../room.ts';
import { filesAreStricter, standingCard } from './items.ts';
import type { ItemCard, SharingEvent } from './language.ts';
import { hasPassed, mayKnowBasis, mayKnowMaking, type Passed, reach, type Stopped } from './reach.ts';
import { acknowledgement } from './recalls.ts';

/** The only drafts that carry words of an item: each of what has passed the gate, to those for whom it passed. */

interface How {
  readonly by?: Address | undefined;
  readonly note?: Text | undefined;
  /** Under which it goes to some of them. */
  readonly conditions?: ((to: readonly Address[]) => readonly Text[] | undefined) | undefined;
  readonly delivery?: Id | undefined;
  /** The files that go with it, where the card’s own are not those; none of the card’s for a new item. */
  readonly files?: readonly FileCard[] | undefined;
}

/** The drafts that give what has passed: one event for each party, so that none learns of another, each with files of its own. */
export function give(ctx: Pick<Context, 'world' | 'roster' | 'id' | 'digest'>, passed: Passed, how: How = {}): Draft[] {
  const { item, card, to } = judged(passed);
  const drafts: Draft[] = [];
  if (to.length === 0) return drafts;
  for (const group of groupsOf(ctx.roster, to)) {
    const { cards, drafts: kept } = attach(ctx, how.files ?? filesWith(ctx, item, card));
    const { by, note, delivery } = how;
    const given: ItemCard = { ...card, attachments: cards };
    const conditions = how.conditions?.(group);
    drafts.push({ event: { type: 'ItemGiven', item, card: given, to: group, by, note, conditions, delivery }, to: group }, ...kept);
  }
  return drafts;
}

/** The files that go with a version by themselves: with one that is milder than the one they came with they stay behind. */
function filesWith(ctx: Pick<Context, 'world'>, id: Id, card: ItemCard): readonly FileCard[] {
  const item = ctx.world.sharing.items.get(id);
  return item && filesAreStricter(ctx, item, card) ? [] : filesBehind(ctx, card.attachments);
}

/** The draft of a new version, or of one with one `language` more, to those holders for whom it passed. */
export function giveAnew(passed: Passed, language?: string): Draft {
  const { item, card, to } = judged(passed);
  return { event: language === undefined ? { type: 'ItemRevised', item, card } : { type: 'ItemTranslated', item, card, language }, to };
}

function judged(passed: Passed): Passed {
  if (!hasPassed(passed)) throw new RangeError('words of an item are given that nobody has judged');
  return passed;
}

/**
 * What an inject brings with its delivery, to those recipients who may have it at this moment; of the others lead control
 * alone is told.
 */
export function bring(ctx: Context, id: Id, to: readonly Address[], how: { readonly inject: Id; readonly delivery: Id }): Draft[] {
  const item = ctx.world.sharing.items.get(id);
  const card = item && standingCard(item);
  if (!item || !card) return [];
  const { passed, stopped } = reach(ctx, { way: 'brought', item }, id, card, to);
  return [...give(ctx, passed, { delivery: how.delivery }), ...withheld(id, stopped, how.inject)];
}

/** Tells lead control, rule by rule, who did not get what the scenario meant for them. */
export function withheld(item: Id, stopped: readonly Stopped[], broughtBy?: Id): Draft[] {
  const rules = new Map<string, Address[]>();
  for (const { to, finding } of stopped) rules.set(finding.because, [...(rules.get(finding.because) ?? []), to]);
  return [...rules].map(([because, to]) => ({ event: { type: 'ItemWithheld', item, to, because, broughtBy }, to: ['control'] }));
}

/**
 * What an item rests on and was made of, to those who hold both ends and have not been told; asked whenever somebody
 * is given one of the ends.
 */
export function linksFor(ctx: Context, item: Id, given: readonly Address[]): Draft[] {
  const { items, resting, made: makings } = ctx.world.sharing;
  const drafts: Draft[] = [];
  const fresh = (ends: readonly [Id, Id], told: readonly Id[], may = (_: Address): boolean => true): Address[] => {
    const other = ends[0] === item ? ends[1] : ends[0];
    return ctx.holdersAmong(given, other, item, (v) => !told.some((src) => ctx.given(v, src)), may);
  };
  const tell = (event: SharingEvent, to: readonly Address[]): void => {
    if (to.length > 0) drafts.push({ event, to });
  };
  for (const id of new Set([item, ...hangingOn(resting, item), ...hangingOn(makings, item)])) {
    const row = items.get(id);
    if (!row) continue;
    const based = new Map<Id, Id[]>();
    for (const [src, { on }] of row.based) if (id === item || on === item) based.set(on, [...(based.get(on) ?? []), src]);
    for (const [on, told] of based) tell({ type: 'ItemBased', item: id, on }, fresh([id, on], told, mayKnowBasis(ctx, row, told[0] as Id)));
    const links = [...row.derived.values()].filter((d) => id === item || d.from === item);
    const first = links[0];
    if (!first) continue;
    const { from, how, portions, removed, reason, made } = first;
    const told = links.map((d) => d.src);
    // What was taken out is told of the versions that each of them has: what was revised since without them shows in nothing.
    tell(
      { type: 'ItemDerived', item: id, from, how, portions, removed, reason, made },
      fresh([id, from], told, mayKnowMaking(ctx, id, from, made)),
    );
  }
  return drafts;
}

/** Who acknowledges a delivery acknowledges the items that it brought. */
export function acknowledgedWith(ctx: Context, delivery: Id, seat: Address): Draft[] {
  const brought = hangingOn(ctx.world.sharing.brought, delivery);
  if (brought.size === 0) return [];
  return [...brought]
    .flatMap((id) => ctx.seen(seat).sharing.items.get(id) ?? [])
    .filter((i) => [...i.copies.values()].some((c) => c.delivery === delivery) && !acknowledgement(ctx.roster, i, seat))
    .map((i) => ({ event: { type: 'ItemAcknowledged', item: i.id, seat }, to: [seat] }));
}
