import { filesBehind } from '../attachments/attachments.ts';
import { type Address, split } from '../audience.ts';
import type { Id, Rejection, Text } from '../fact.ts';
import type { Actor, Context, Draft } from '../room.ts';
import { unknown } from '../room.ts';
import type { SharingCommand } from './commands.ts';
import { give } from './give.ts';
import { filesAreStricter } from './items.ts';
import type { ItemCard } from './language.ts';
import { actsFor, grantsFor, heldItem, offerOf, type Release, tooManySteps } from './offer.ts';
import { mayKnowMaking, type Passed, reach, sameness } from './reach.ts';
import { endedFor } from './recalls.ts';
import { covers, type Finding } from './rules.ts';
import type { Item } from './state.ts';

/** The drafts of a release, or why it may not be. Nothing is decided on what the acting seat was not given. */
export function releaseTo(ctx: Context, by: Actor, what: Release, to: readonly Address[]): Draft[] | Rejection {
  const wrong = (what.portions ?? []).find((p) => p >= what.card.portions.length);
  if (wrong !== undefined) return { code: 'no-such-portion', message: 'The item has no such portion. Open it anew and choose again.' };
  const file = (what.files ?? []).find((f) => f >= (what.card.attachments?.length ?? 0));
  if (file !== undefined) return { code: 'no-such-file', message: 'The item has no such file. Open it anew and choose again.' };
  if (what.files?.length && !actsFor(ctx, by.seat, what.card.originator) && filesAreStricter(ctx, what.item, what.card))
    return {
      code: 'file-stays',
      message: 'Its files came with a stricter label than it has now. Share it without them, or ask its originator.',
    };
  const { card, titleNeeded } = offerOf(ctx, by.seat, what);
  const wrongAddress = to.find((a) => !addressable(ctx, a));
  if (wrongAddress !== undefined)
    return {
      code: 'no-such-address',
      message: `“${wrongAddress}” is nobody to whom items are released. Choose from the list.`,
      details: { address: wrongAddress },
    };
  const isWhole = card === what.card;
  const as = isWhole || what.files?.length ? undefined : partBefore(ctx, by.seat, what.item, card);
  const item = as?.item.id ?? (isWhole ? what.item.id : ctx.id());
  const { passed, stopped } = reach(ctx, { way: 'released', by: by.seat, what, as }, item, as?.card ?? card, to);
  const first = stopped[0];
  if (first) return refusal(first.finding, first.to, card);
  if (titleNeeded(to))
    return {
      code: 'title-needed',
      message: 'The title was written for the whole. Give the part a title that says no more than the part does.',
      details: { label: card.label, whole: what.card.label },
    };
  if (isWhole && what.title !== undefined)
    return { code: 'title-of-whole', message: 'The whole keeps its title. Leave yours out, or make a sanitised version with it.' };
  if (isWhole) return whole(ctx, by, what, passed);
  return tooManySteps(ctx, by.seat, what.item) ?? part(ctx, by, what, passed, as !== undefined);
}

function whole(ctx: Context, by: Actor, what: Release, passed: Passed): Draft[] | Rejection {
  const { item, card, note, request } = what;
  const { to } = passed;
  const before = [...item.releases.values()].filter((r) => r.made === card.made);
  // Who was asked to destroy it since does not have it any more.
  const has = (a: Address): boolean => !ctx.roster.members(a).some((v) => endedFor(ctx.roster, item, v));
  if (to.every((a) => has(a) && before.some((r) => covers(ctx.roster, r.to, a))))
    return { code: 'released-before', message: 'Your side has released this to them already.' };
  const conditions = conditionsOf(ctx, by, what);
  return [
    ...give(ctx, passed, { by: by.seat, note, conditions }),
    ...recorded(ctx, by, { item: item.id, source: item.id, made: card.made }, to, request),
  ];
}

/**
 * Under which conditions a release goes to some of its recipients: those of the grant; from others than the originator
 * also those of the word that it rests on, and those that came with the item.
 */
function conditionsOf(ctx: Context, by: Actor, what: Release): (to: readonly Address[]) => Text[] | undefined {
  const { item, card, portions, conditions } = what;
  const originates = actsFor(ctx, by.seat, card.originator);
  const came = originates ? [] : [...item.copies.values()].flatMap((c) => c.conditions ?? []);
  return (to) => {
    const word = originates
      ? []
      : to.flatMap((a) => grantsFor(ctx.roster, item, portions, a)).flatMap((g) => (g.conditions === undefined ? [] : [g.conditions]));
    const all = [...came, ...word, ...(conditions === undefined ? [] : [conditions])];
    return all.length > 0 ? [...new Map(all.map((text) => [JSON.stringify(text), text])).values()] : undefined;
  };
}

/** A part is an item of its own: it tells nothing of what was left out, and its holders cannot see that it is a part. */
function part(ctx: Context, by: Actor, what: Release, passed: Passed, again: boolean): Draft[] {
  const { item: source, note, request } = what;
  const { item, card, to } = passed;
  const portions = [...new Set(what.portions)].sort((a, b) => a - b);
  const conditions = conditionsOf(ctx, by, what);
  if (again)
    return [
      ...give(ctx, passed, { by: by.seat, note, conditions }),
      ...recorded(ctx, by, { item, source: source.id, made: card.made }, to, request),
    ];
  const files = filesBehind(
    ctx,
    what.files?.map((f) => what.card.attachments?.[f]).filter((f) => f !== undefined),
  );
  const makers = to.some((a) => ctx.roster.members(a).includes(by.seat)) ? [] : [by.seat];
  const own = reach(ctx, { way: 'made', by: by.seat, of: what }, item, card, makers).passed;
  const removed = what.card.portions.flatMap((_, p) => (portions.includes(p) ? [] : [{ portion: p, how: 'left-out' as const }]));
  const told = ctx.holdersAmong([...to, by.seat], source.id, mayKnowMaking(ctx, undefined, source.id, what.card.made));
  return [
    ...give(ctx, own, { files }),
    ...give(ctx, passed, { files, by: by.seat, note, conditions }),
    { event: { type: 'ItemDerived', item, from: source.id, how: 'part', portions, removed, made: what.card.made }, to: told },
    ...recorded(ctx, by, { item, source: source.id }, to, request),
  ];
}

/** The same part, if this seat holds it already without files, was told that it is one, and nothing in it has changed since. */
function partBefore(ctx: Context, seat: Address, source: Item, card: ItemCard): ReturnType<typeof heldItem> {
  const wanted = sameness(card);
  for (const { id, derived } of ctx.seen(seat).sharing.items.values()) {
    if (![...derived.values()].some((d) => d.from === source.id && d.how === 'part')) continue;
    const held = heldItem(ctx, id, seat);
    if (held && !held.card.attachments?.length && sameness(held.card) === wanted) return held;
  }
  return undefined;
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
  const fresh = item !== source && !ctx.seen(by.seat).sharing.items.has(item);
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
export function release(ctx: Context, command: Extract<SharingCommand, { type: 'ReleaseItem' }>, by: Actor): Draft[] | Rejection {
  const held = heldItem(ctx, command.item, by.seat);
  const { portions, title, files, note, request } = command;
  if (!held) return unknown('item');
  return releaseTo(ctx, by, { ...held, portions, title, files, note, request }, [...new Set(command.to)]);
}
