import { filesBehind } from '../attachments/attachments.ts';
import { type Address, type Roster, split } from '../audience.ts';
import { effectiveLabel, type Label } from '../labels/policy.ts';
import type { Actor, Context, Draft, Id, Rejection, Text } from '../room.ts';
import { give } from './give.ts';
import { clientsOf, deciders, labelPolicy, raisedLabel, standingCard } from './items.ts';
import type { ItemCard, SharingCommand } from './language.ts';
import { answerable } from './requests.ts';
import { type Case, covers, type Finding, judge, listedOn } from './rules.ts';
import type { Grant, Item } from './state.ts';

/** Whose originator’s word a seat gives: its own party’s; lead control’s, as author of injects and for all whom it plays. */
export function actsFor(ctx: Pick<Context, 'roster'>, seat: Address, originator: Address): boolean {
  return seat === 'control' || originator === `party:${ctx.roster.partyOf(seat)}`;
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

/** Everything that a release to one address rests on. */
export function caseOf(
  ctx: Pick<Context, 'world' | 'roster' | 'now' | 'holds'>,
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
    granted: item !== undefined && grantsFor(ctx, seat, item, portions, to).length > 0,
    clients: clientsOf(world.sharing, byParty),
    parties: [...roster.parties.keys()],
    expires: card.expires,
    now: ctx.now,
  };
}

/** The originator’s word as the seat was given it, for the version that it has: of another it was never given. */
export function standingGrants(ctx: Pick<Context, 'holds'>, seat: Address, item: Item): Grant[] {
  const made = standingCard(item, (copy) => ctx.holds(seat, copy.src))?.made;
  return [...item.grants.values()].filter((g) => g.made === made && ctx.holds(seat, g.src));
}

/** Those of them that let these portions (absent: the whole) go to an address. */
function grantsFor(
  ctx: Pick<Context, 'holds' | 'roster'>,
  seat: Address,
  item: Item,
  portions: readonly number[] | undefined,
  to: Address,
): Grant[] {
  return standingGrants(ctx, seat, item).filter(
    (g) => covers(ctx.roster, g.for, to) && (g.portions === undefined || portions?.every((p) => g.portions?.includes(p)) === true),
  );
}

/** The item and all that it was made of, step by step, as the seat was told. */
function madeOf(ctx: Pick<Context, 'world' | 'holds'>, seat: Address, item: Item): ReadonlySet<Item> {
  const seen = new Set([item]);
  // Grows while it is gone through.
  for (const { derived } of seen)
    for (const { src, from } of derived.values()) {
      const source = ctx.holds(seat, src) ? ctx.world.sharing.items.get(from) : undefined;
      if (source) seen.add(source);
    }
  return seen;
}

/** So many versions of versions are sense; more only make every picture of them slow. */
const MOST_STEPS = 20;
export function tooManySteps(ctx: Context, seat: Address, item: Item): Rejection | undefined {
  if (madeOf(ctx, seat, item).size <= MOST_STEPS) return undefined;
  return {
    code: 'too-many-steps',
    message: `This was made of another, and that of another, ${MOST_STEPS} times. Make it of an earlier one, or write a new item.`,
  };
}

/** True if the seat was told that its party is asked to destroy the item, or one that it was made of. */
function recalledTo(ctx: Pick<Context, 'world' | 'holds' | 'roster'>, seat: Address, item: Item): boolean {
  const party = ctx.roster.partyOf(seat);
  return [...madeOf(ctx, seat, item)].some((i) => [...i.recalled.values()].some((r) => r.party === party && ctx.holds(seat, r.src)));
}

/** An item in the version that a seat was given. */
export interface Held {
  readonly item: Item;
  readonly card: ItemCard;
}

/** The item, if the seat was given it; one answer for what does not exist and what is not theirs. */
export function heldItem(ctx: Context, item: Id, seat: Address): Held | undefined {
  const found = ctx.holds(seat, item) ? ctx.world.sharing.items.get(item) : undefined;
  // The version that the seat itself was given, never a copy of others.
  const card = found && standingCard(found, (copy) => ctx.holds(seat, copy.src));
  return found && card ? { item: found, card } : undefined;
}

export interface Release extends Held {
  readonly portions?: readonly number[] | undefined;
  readonly title?: Text | undefined;
  readonly files?: readonly number[] | undefined;
  readonly note?: string | undefined;
  /** Under which it is granted. */
  readonly conditions?: string | undefined;
  readonly request?: Id | undefined;
}

/** What would go out of a release, and what each rule says of giving it to an address. */
export function offerOf(
  ctx: Pick<Context, 'world' | 'roster' | 'now' | 'holds'>,
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

/** The drafts of a release, or why it may not be. Nothing is decided on what the acting seat was not given. */
export function releaseTo(ctx: Context, by: Actor, what: Release, to: readonly Address[]): Draft[] | Rejection {
  const wrong = (what.portions ?? []).find((p) => p >= what.card.portions.length);
  if (wrong !== undefined) return { code: 'no-such-portion', message: 'The item has no such portion. Open it anew and choose again.' };
  const file = (what.files ?? []).find((f) => f >= (what.card.attachments?.length ?? 0));
  if (file !== undefined) return { code: 'no-such-file', message: 'The item has no such file. Open it anew and choose again.' };
  const { card, titleNeeded, findings } = offerOf(ctx, by.seat, what);
  for (const address of to) {
    if (!addressable(ctx, address))
      return {
        code: 'no-such-address',
        message: `“${address}” is nobody to whom items are released. Choose from the list.`,
        details: { address },
      };
    const failed = findings(address).find((f) => !f.ok);
    if (failed) return refusal(failed, address, card);
  }
  if (titleNeeded(to))
    return {
      code: 'title-needed',
      message: 'The title was written for the whole. Give the part a title that says no more than the part does.',
      details: { label: card.label, whole: what.card.label },
    };
  if (card === what.card && what.title !== undefined)
    return { code: 'title-of-whole', message: 'The whole keeps its title. Leave yours out, or make a sanitised version with it.' };
  if (card === what.card) return whole(ctx, by, what, to);
  return tooManySteps(ctx, by.seat, what.item) ?? part(ctx, by, what, card, to);
}

function whole(ctx: Context, by: Actor, what: Release, to: readonly Address[]): Draft[] | Rejection {
  const { item, card, note, request } = what;
  const before = [...item.releases.values()].filter((r) => r.made === card.made && ctx.holds(by.seat, r.src));
  if (to.every((a) => before.some((r) => covers(ctx.roster, r.to, a))))
    return { code: 'released-before', message: 'Your side has released this to them already.' };
  const conditions = conditionsOf(ctx, by, what);
  return [
    ...give(ctx, item.id, to, { card, by: by.seat, note, conditions }),
    ...recorded(ctx, by, { item: item.id, source: item.id, made: card.made }, to, request),
  ];
}

/**
 * Under which conditions a release goes to some of its recipients: those of the grant; from others than the originator
 * also those of the word that it rests on, and those that came with the item.
 */
function conditionsOf(ctx: Context, by: Actor, what: Release): (to: readonly Address[]) => string[] | undefined {
  const { item, card, portions, conditions } = what;
  const originates = actsFor(ctx, by.seat, card.originator);
  const came = originates ? [] : [...item.copies.values()].filter((c) => ctx.holds(by.seat, c.src)).flatMap((c) => c.conditions ?? []);
  return (to) => {
    const word = originates ? [] : to.flatMap((a) => grantsFor(ctx, by.seat, item, portions, a)).flatMap((g) => g.conditions ?? []);
    const all = [...new Set([...came, ...word, ...(conditions === undefined ? [] : [conditions])])];
    return all.length > 0 ? all : undefined;
  };
}

/** A part is an item of its own: it tells nothing of what was left out, and its holders cannot see that it is a part. */
function part(ctx: Context, by: Actor, what: Release, card: ItemCard, to: readonly Address[]): Draft[] {
  const { item: source, note, request } = what;
  const portions = [...new Set(what.portions)].sort((a, b) => a - b);
  const conditions = conditionsOf(ctx, by, what);
  const same = what.files?.length ? undefined : partBefore(ctx, by.seat, source, card);
  if (same !== undefined)
    return [
      ...give(ctx, same.item.id, to, { card: same.card, by: by.seat, note, conditions }),
      ...recorded(ctx, by, { item: same.item.id, source: source.id, made: same.card.made }, to, request),
    ];
  const item = ctx.id();
  const files = filesBehind(
    ctx,
    what.files?.map((f) => what.card.attachments?.[f]).filter((f) => f !== undefined),
  );
  const own = to.some((a) => ctx.roster.members(a).includes(by.seat)) ? [] : give(ctx, item, [by.seat], { card, files });
  const removed = what.card.portions.flatMap((_, p) => (portions.includes(p) ? [] : [{ portion: p, how: 'left-out' as const }]));
  return [
    ...own,
    ...give(ctx, item, to, { card, files, by: by.seat, note, conditions }),
    {
      event: { type: 'ItemDerived', item, from: source.id, how: 'part', portions, removed, made: what.card.made },
      to: holdersOf(ctx, what, [...to, by.seat]),
    },
    ...recorded(ctx, by, { item, source: source.id }, to, request),
  ];
}

/** Those behind addresses who hold the item in the version that is at hand: of another they are told nothing. */
function holdersOf(ctx: Context, { item, card }: Held, to: readonly Address[]): Address[] {
  return ctx.holdersAmong(to, item.id).filter((v) => heldItem(ctx, item.id, v)?.card.made === card.made);
}

/** The same part, if this seat holds it already without files and nothing in it has changed since. */
function partBefore(ctx: Context, seat: Address, source: Item, card: ItemCard): ReturnType<typeof heldItem> {
  const wanted = sameness(card);
  for (const { id, derived } of ctx.world.sharing.items.values()) {
    if (![...derived.values()].some((d) => d.from === source.id && d.how === 'part')) continue;
    const held = heldItem(ctx, id, seat);
    if (held && !held.card.attachments?.length && sameness(held.card) === wanted) return held;
  }
  return undefined;
}

/** Words and rules of a part: what was judged is what is given. */
function sameness({ title, portions, label, onward, expires }: ItemCard): string {
  return JSON.stringify([title, portions, label, onward, expires]);
}

/** For the releasing side: that it was released; and for those who know of the request: that it is answered. */
function recorded(
  ctx: Context,
  by: Actor,
  { item, source, made }: { readonly item: Id; readonly source: Id; readonly made?: ItemCard['made'] },
  to: readonly Address[],
  request: Id | undefined,
): Draft[] {
  const party = ctx.roster.partyOf(by.seat);
  const fresh = item !== source && !ctx.holds(by.seat, item);
  const own = fresh || party === undefined ? [by.seat] : ctx.holdersAmong([`party:${party}`], item);
  const drafts: Draft[] = [{ event: { type: 'ItemReleased', item, to, by: by.seat, made }, to: own }];
  if (request === undefined) return drafts;
  const told = ctx.holdersAmong([...to, by.seat], request);
  return [...drafts, { event: { type: 'RequestAnswered', request, item }, to: told }];
}

function addressable(ctx: Context, a: Address): boolean {
  return ['seat', 'cell', 'party', 'everyone', 'public'].includes(split(a)[0]) && ctx.roster.knows(a);
}

/** What each rule’s failure is called, and what to do about it. */
const REFUSALS: Record<string, readonly [code: string, message: string]> = {
  expired: ['expired', 'Its time has passed: it can no longer be released. Ask its originator for a new version.'],
  recalled: ['recalled', 'Its originator has asked your side to destroy it: it can no longer be passed on.'],
  'may-not-release': ['may-not-release', 'Your seat may not release to other parties. Ask a colleague who may.'],
  reach: ['label-keeps-it', 'Its label does not let it go to so many. Name seats, or choose portions with a milder label.'],
  'not-cleared': ['not-cleared', 'The recipients are not cleared for its label. Leave portions out, or make a sanitised version.'],
  'named-only': ['needs-word', 'It is for named recipients only. Ask its originator before you pass it on.'],
  'needs-word': ['needs-word', 'Passing it on needs its originator’s word. Ask for release.'],
  'label-keeps-it': ['needs-word', 'Its label keeps it where it is. Ask its originator before you pass it on.'],
};

export function refusal({ rule, because }: Finding, address: Address, card: ItemCard): Rejection {
  const [code, message] = REFUSALS[rule === 'reach' ? 'reach' : because] as [string, string];
  return { code, message, details: { address, label: card.label, originator: card.originator } };
}

/** `ReleaseItem`. */
export function release(
  ctx: Context,
  command: Extract<SharingCommand, { type: 'ReleaseItem' }>,
  by: Actor,
): Draft[] | Rejection | undefined {
  const held = heldItem(ctx, command.item, by.seat);
  const { portions, title, files, note, request } = command;
  if (!held) return undefined;
  const asked = request === undefined ? undefined : answerable(ctx, request, by);
  if (asked !== undefined) return asked;
  return releaseTo(ctx, by, { ...held, portions, title, files, note, request }, [...new Set(command.to)]);
}
