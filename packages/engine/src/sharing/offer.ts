import { type Address, type Roster, split } from '../audience.ts';
import type { Id, Rejection, Text } from '../fact.ts';
import { labelPolicy } from '../labels/known.ts';
import { effectiveLabel, type Label, raisedLabel } from '../labels/policy.ts';
import type { Context } from '../room.ts';
import { clientsOf, deciders, sourcesOf, standingCard } from './items.ts';
import type { ItemCard } from './language.ts';
import { endedFor } from './recalls.ts';
import { type Case, covers, type Finding, judge, listedOn } from './rules.ts';
import type { Grant, Item } from './state.ts';

/** Everything that a release rests on: what the seat has of an item, whose word it gives or was given, and what the rules say. */

/** Whose originator’s word a seat gives: its own party’s; lead control’s, as author of injects and for all whom it plays. */
export function actsFor(ctx: Pick<Context, 'roster'>, seat: Address, originator: Address): boolean {
  return seat === 'control' || originator === `party:${ctx.roster.partyOf(seat)}`;
}

export function notOriginator(): Rejection {
  return { code: 'not-originator', message: 'Only its originator can do that. Ask for release, or make a sanitised version.' };
}

/**
 * The card of what is released: the whole, or the portions chosen with the label that they ask for by themselves, and
 * at least `floor`.
 */
function partOf(
  ctx: Pick<Context, 'world'>,
  card: ItemCard,
  { portions, title }: Pick<Release, 'portions' | 'title'>,
  floor: Label | undefined,
): ItemCard {
  const chosen = portions && [...new Set(portions)].sort((a, b) => a - b).map((i) => card.portions[i] as ItemCard['portions'][number]);
  if (!chosen || chosen.length === card.portions.length) return card;
  const labels = chosen.map((p) => p.label);
  const label = effectiveLabel(labelPolicy(ctx.world.sharing), floor === undefined ? labels : [...labels, floor]);
  return { ...card, title: title ?? card.title, portions: chosen, label, made: undefined, attachments: undefined };
}

/** True if the seat may let things leave its party. */
export function mayRelease(roster: Roster, seat: Address): boolean {
  const party = roster.partyOf(seat);
  return split(seat)[0] === 'control' || (party !== undefined && deciders(roster, party).includes(seat));
}

/** Everything that a release to one address rests on; `item`: as the seat has it. */
export function caseOf(
  ctx: Pick<Context, 'world' | 'roster' | 'now' | 'seen'>,
  seat: Address,
  item: Item | undefined,
  card: ItemCard,
  portions: readonly number[] | undefined,
  to: Address,
): Case {
  const { roster, world } = ctx;
  const byParty = roster.partyOf(seat);
  return {
    policy: labelPolicy(world.sharing),
    label: card.label,
    listed: listedOn(card.portions.map((p) => p.releasableTo)),
    to,
    toParty: roster.partyOf(to),
    byParty,
    originates: actsFor(ctx, seat, card.originator),
    toOriginator: card.originator === `party:${roster.partyOf(to)}`,
    recalled: item !== undefined && recalledTo(ctx, seat, item),
    mayRelease: mayRelease(roster, seat),
    onward: card.onward,
    granted: item !== undefined && grantsFor(roster, item, portions, to).length > 0,
    clients: clientsOf(world.sharing, byParty),
    parties: [...roster.parties.keys()],
    expires: card.expires,
    now: ctx.now,
  };
}

/** The originator’s word as a seat has it, for the version that it has: of another it was never given. */
export function standingGrants(item: Item): Grant[] {
  const made = standingCard(item)?.made;
  return [...item.grants.values()].filter((g) => g.made === made);
}

/** Those of them that let these portions (absent: the whole) go to an address. */
export function grantsFor(roster: Roster, item: Item, portions: readonly number[] | undefined, to: Address): Grant[] {
  return standingGrants(item).filter(
    (g) => covers(roster, g.for, to) && (g.portions === undefined || portions?.every((p) => g.portions?.includes(p)) === true),
  );
}

/** So many versions of versions are sense; more only make every picture of them slow. */
const MOST_STEPS = 20;
export function tooManySteps(ctx: Context, seat: Address, item: Item): Rejection | undefined {
  if (sourcesOf(ctx.seen(seat).sharing, item).length < MOST_STEPS) return undefined;
  return {
    code: 'too-many-steps',
    message: `This was made of another, and that of another, ${MOST_STEPS} times. Make it of an earlier one, or write a new item.`,
  };
}

/** True if, as the seat was told, it is to destroy the item, or one that it was made of, and was not given that anew since. */
export function recalledTo(ctx: Pick<Context, 'roster' | 'seen'>, seat: Address, item: Item): boolean {
  return [item, ...sourcesOf(ctx.seen(seat).sharing, item)].some((i) => endedFor(ctx.roster, i, seat));
}

/** An item as a seat has it, in the version that it was given itself and never a copy of others. */
export interface Held {
  readonly item: Item;
  readonly card: ItemCard;
}

/** The item, if the seat was given it; one answer for what does not exist and what is not theirs. */
export function heldItem(ctx: Context, item: Id, seat: Address): Held | undefined {
  const found = ctx.seen(seat).sharing.items.get(item);
  const card = found && standingCard(found);
  return found && card ? { item: found, card } : undefined;
}

export interface Release extends Held {
  readonly portions?: readonly number[] | undefined;
  readonly title?: Text | undefined;
  readonly files?: readonly number[] | undefined;
  readonly note?: Text | undefined;
  /** Under which it is granted. */
  readonly conditions?: Text | undefined;
  readonly request?: Id | undefined;
}

/** What would go out of a release, and what each rule says of giving it to an address. */
export function offerOf(
  ctx: Pick<Context, 'world' | 'roster' | 'now' | 'seen'>,
  seat: Address,
  what: Release,
): { readonly card: ItemCard; titleNeeded(to: readonly Address[]): boolean; findings(to: Address): Finding[] } {
  const originates = actsFor(ctx, seat, what.card.originator);
  // Files belong to the whole: for others than the originator they go as far as the whole does.
  const withFiles = !originates && (what.files?.length ?? 0) > 0;
  const floor = withFiles ? what.card.label : originates ? undefined : raisedLabel(labelPolicy(ctx.world.sharing), what.card);
  const card = partOf(ctx, what.card, what, floor);
  const asOf = (which: ItemCard, portions: readonly number[] | undefined, to: Address): Finding[] =>
    judge(caseOf(ctx, seat, what.item, which, portions, to));
  const whole = (to: Address): Finding[] => asOf(what.card, undefined, to);
  return {
    card,
    // A title has no label and was written under that of the whole: it may say what a part leaves out that goes farther.
    titleNeeded: (to) =>
      what.title === undefined && card !== what.card && (card.label !== what.card.label || to.some((a) => whole(a).some((f) => !f.ok))),
    findings: (to) => (withFiles || card === what.card ? whole(to) : asOf(card, what.portions, to)),
  };
}
