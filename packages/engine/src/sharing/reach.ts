import { type Address, type Roster, split } from '../audience.ts';
import type { Id } from '../fact.ts';
import { labelPolicy } from '../labels/known.ts';
import { atLeast, type Label } from '../labels/policy.ts';
import type { Context } from '../room.ts';
import { givenTo, standingCard } from './items.ts';
import type { ItemCard, Version } from './language.ts';
import { actsFor, caseOf, type Held, offerOf, type Release, recalledTo } from './offer.ts';
import { endedFor, endedMaking } from './recalls.ts';
import { type Finding, judge } from './rules.ts';
import type { Item } from './state.ts';

/**
 * The one gate: every path by which words of an item come to somebody asks here for each recipient, and only what has
 * passed here can be given (`give.ts` takes nothing else). In doubt nobody receives.
 */

type Ctx = Pick<Context, 'world' | 'roster' | 'now' | 'seen'>;

/** How words are to come to somebody, and what the judgement rests on. */
export type Path =
  /** Held from the start: what the scenario says was so before STARTEX. */
  | { readonly way: 'start' }
  /** Brought by an inject: no hand decides at that moment. */
  | { readonly way: 'brought'; readonly item: Item }
  /** Put down by a seat, for its own side, or by lead control into the hands of others. */
  | { readonly way: 'written'; readonly by: Address }
  /** A part or a sanitised version, to the seat that makes it of what it holds. */
  | { readonly way: 'made'; readonly by: Address; readonly of: Held }
  /** Released whole or in part, unasked or on a request; `as`: the item that the same part is already. */
  | { readonly way: 'released'; readonly by: Address; readonly what: Release; readonly as?: Held | undefined };

export interface Stopped {
  readonly to: Address;
  readonly finding: Finding;
}

/** Words of an item and the addresses that they may go to. Made here and nowhere else. */
class Passed {
  readonly item: Id;
  readonly card: ItemCard;
  readonly to: readonly Address[];
  readonly #here = true;

  constructor(item: Id, card: ItemCard, to: readonly Address[]) {
    this.item = item;
    this.card = card;
    this.to = to;
  }
  static made(x: object): boolean {
    return #here in x && x.#here;
  }
}

export type { Passed };
/** True for what has passed the gate; the type says so, too. */
export const hasPassed = (x: object): boolean => Passed.made(x);

export interface Reached {
  readonly passed: Passed;
  /** Those to whom it may not go, and the first rule that stops it; of those whom the acting seat does not know nothing is told. */
  readonly stopped: readonly Stopped[];
}

/** Who of `to` may have these words by this path, and who may not. */
export function reach(ctx: Ctx, path: Path, item: Id, card: ItemCard, to: readonly Address[]): Reached {
  const stopped: Stopped[] = [];
  const passed: Address[] = [];
  for (const address of to) {
    const finding = stops(ctx, path, card, address);
    if (finding) stopped.push({ to: address, finding });
    else passed.push(address);
  }
  return { passed: new Passed(item, card, passed), stopped };
}

/** The first rule that keeps these words from an address; undefined if they may go there. */
function stops(ctx: Ctx, path: Path, card: ItemCard, to: Address): Finding | undefined {
  switch (path.way) {
    case 'start':
      // The author says what was known before; an address that names nobody is asked what its label says.
      return POSTS.has(split(to)[0]) ? undefined : byLabel(ctx, card, to);
    case 'brought':
      // Whoever was asked to destroy it gets it back by a new release only: by a hand that knows of it.
      return ctx.roster.members(to).some((v) => endedFor(ctx.roster, path.item, v))
        ? RECALLED
        : byLabel(ctx, card, to, isOwn(ctx.roster, card, to));
    case 'written':
      return isOutside(ctx, card, to) ? findFailed(judge(caseOf(ctx, path.by, undefined, card, undefined, to))) : undefined;
    case 'made':
      return !actsFor(ctx, path.by, card.originator) && recalledTo(ctx, path.by, path.of.item) ? RECALLED : undefined;
    case 'released':
      return released(ctx, path, card, to);
  }
}

const POSTS = new Set(['seat', 'cell', 'party']);
const OTHERS = new Set([...POSTS, 'everyone', 'public']);
const RECALLED: Finding = { rule: 'recall', ok: false, because: 'recalled' };
const findFailed = (findings: readonly Finding[]): Finding | undefined => findings.find((f) => !f.ok);

/** True for the originator’s own people: what is theirs is theirs, however strict its label. */
function isOwn(roster: Roster, card: ItemCard, to: Address): boolean {
  return card.originator === `party:${roster.partyOf(to)}`;
}

/** What a release by its originator would meet: how far the label reaches, who is cleared, whether its time has passed. */
function byLabel(ctx: Ctx, card: ItemCard, to: Address, own = false): Finding | undefined {
  return judge(caseOf(ctx, 'control', undefined, card, undefined, to)).find((f) => !f.ok && !(own && f.rule !== 'expiry'));
}

/** What goes out is what was judged: the whole at hand, or the part that was chosen of it. */
function released(ctx: Ctx, { by, what, as }: Extract<Path, { way: 'released' }>, card: ItemCard, to: Address): Finding | undefined {
  const offer = offerOf(ctx, by, what);
  if (sameness(offer.card) !== sameness(card)) throw new RangeError('other words are given than were judged');
  const failed = findFailed(offer.findings(to));
  if (failed || !as) return failed;
  return !actsFor(ctx, by, card.originator) && recalledTo(ctx, by, as.item) ? RECALLED : undefined;
}

/** Words and rules of an item. */
export function sameness({ title, portions, label, onward, expires }: ItemCard): string {
  return JSON.stringify([title, portions, label, onward, expires]);
}

/** The words of an item for a viewer that looks at them beforehand, where one of `to` may be brought them as things stand. */
export function shown(ctx: Ctx, item: Item, card: ItemCard, to: readonly Address[]): ItemCard | undefined {
  return reach(ctx, { way: 'brought', item }, item.id, card, to).passed.to.length > 0 ? card : undefined;
}

/**
 * The holders to whom a new version goes, each by the version that it has itself. A version no stricter than that one
 * goes on like it; a stricter one is judged as a release, and goes to nobody outside of whom the acting seat does not
 * know. Who was asked to destroy it gets none. They keep what they have.
 *
 * What stops the act rests on what the acting seat was told and on nothing else, so that the answer tells of nobody.
 */
export function reachAnew(ctx: Ctx, by: Address, own: Item, card: ItemCard): Reached {
  return reachHolders(ctx, by, own, card, false);
}

/** The same for a version that stands, in one language more: to those of its holders to whom a new version would go now. */
export function reachAgain(ctx: Ctx, by: Address, own: Item, card: ItemCard): Reached {
  return reachHolders(ctx, by, own, card, true);
}

function reachHolders(ctx: Ctx, by: Address, own: Item, card: ItemCard, again: boolean): Reached {
  const item = ctx.world.sharing.items.get(own.id) as Item;
  const policy = labelPolicy(ctx.world.sharing);
  const found = new Map<Address, readonly Finding[]>();
  const milder = (had: Label | undefined): boolean => had !== undefined && atLeast(policy, had, card.label);
  const failed = (address: Address, had: Label | undefined): Finding | undefined => {
    const all = found.get(address) ?? judge(caseOf(ctx, by, own, card, undefined, address));
    found.set(address, all);
    return all.find((f) => !f.ok && (f.rule === 'right' || !(again || milder(had))));
  };
  const told = toldHolders(ctx, by, own);
  const stopped = [...told].flatMap(([address, had]): Stopped[] => {
    const finding = isOutside(ctx, card, address) && !everybodyEnded(ctx, by, own, address) ? failed(address, had) : undefined;
    return finding ? [{ to: address, finding }] : [];
  });
  const known = new Set([...told.keys()].flatMap((a) => ctx.roster.members(a)));
  const may = (address: Address, viewer: Address): boolean => {
    if (again && !hasVersion(ctx, item, viewer, card.made)) return false;
    if (isOwn(ctx.roster, card, viewer)) return true;
    if (endedMaking(ctx, item, viewer)) return false;
    if (!isOutside(ctx, card, address)) return true;
    const had = labelAt(ctx, item, viewer);
    return failed(address, had) === undefined && (again || milder(had) || known.has(viewer));
  };
  const passed = new Set<Address>();
  for (const address of givenTo(item)) {
    const members = ctx.roster.members(address);
    const those = members.filter((v) => may(address, v));
    // Where some behind an address may not have it, it goes to the others one by one; the public screen shows it to all, or not.
    for (const a of those.length === members.length ? [address] : those.filter((v) => v !== 'public')) passed.add(a);
  }
  return { passed: new Passed(item.id, card, [...passed]), stopped };
}

function hasVersion(ctx: Ctx, item: Item, viewer: Address, made: Version | undefined): boolean {
  const own = ctx.seen(viewer).sharing.items.get(item.id);
  return own !== undefined && own.copies.size > 0 && standingCard(own)?.made === made;
}

/** Control’s own copies, and those of the originator’s people, are no matter of release. */
function isOutside(ctx: Ctx, card: ItemCard, address: Address): boolean {
  return OTHERS.has(split(address)[0]) && !isOwn(ctx.roster, card, address);
}

/** The label of the version that a viewer has; undefined if it has none. */
function labelAt(ctx: Ctx, item: Item, viewer: Address): Label | undefined {
  const has = ctx.seen(viewer).sharing.items.get(item.id);
  return has && has.copies.size > 0 ? standingCard(has)?.label : undefined;
}

/** Whom the seat knows to have been given the item, and the label of the version that it last knows them to have. */
function toldHolders(ctx: Ctx, seat: Address, item: Item): Map<Address, Label | undefined> {
  const told = new Map<Address, Label | undefined>();
  const versions = new Map([...item.copies.values()].map((c) => [c.card.made, c.card.label]));
  for (const { src } of item.course) {
    const copy = item.copies.get(src);
    const release = item.releases.get(src);
    for (const a of copy?.to ?? []) told.set(a, copy?.card.label);
    for (const a of release?.to ?? []) told.set(a, versions.get(release?.made));
  }
  // Lead control knows what each of them has.
  if (seat === 'control') for (const a of told.keys()) told.set(a, mildestAt(ctx, item, a));
  return told;
}

function mildestAt(ctx: Ctx, item: Item, address: Address): Label | undefined {
  const policy = labelPolicy(ctx.world.sharing);
  const labels = ctx.roster.members(address).map((v) => labelAt(ctx, item, v));
  return labels.find((l) => l === undefined || labels.every((other) => other === undefined || atLeast(policy, other, l)));
}

function everybodyEnded(ctx: Ctx, seat: Address, item: Item, address: Address): boolean {
  const told = { roster: ctx.roster, world: ctx.seen(seat) };
  return ctx.roster.members(address).every((v) => endedMaking(told, item, v));
}

/** Asks of a viewer whether the version that it has rests on what a link tells: the one with which it was told first, or a later one. */
export function mayKnowBasis(ctx: Pick<Context, 'seen'>, { id, copies, course }: Item, link: Id): (viewer: Address) => boolean {
  const revised = course.filter(({ src }) => copies.get(src)?.to === undefined && copies.has(src)).map(({ src }) => src);
  const before = new Set(
    course
      .slice(
        0,
        course.findIndex(({ src }) => src === link),
      )
      .map(({ src }) => src),
  );
  const since = revised.filter((src) => before.has(src)).length;
  const versions = revised.map((src) => copies.get(src)?.card.made);
  return (v) => {
    const its = ctx.seen(v).sharing.items.get(id);
    const made = its && standingCard(its)?.made;
    return versions.indexOf(made) + 1 >= since;
  };
}

/**
 * Asks of a viewer whether it may be told what an item was made of and what was taken out: it has the item as it was made,
 * and the very version that it was made of, and was not asked to destroy either.
 */
export function mayKnowMaking(ctx: Ctx, item: Id | undefined, source: Id, made: Version | undefined): (viewer: Address) => boolean {
  const both = [item, source].flatMap((id) => (id === undefined ? [] : (ctx.world.sharing.items.get(id) ?? [])));
  return (v) => {
    const { items } = ctx.seen(v).sharing;
    const version = (id: Id): Version | undefined => {
      const its = items.get(id);
      return its && standingCard(its)?.made;
    };
    const asMade = item === undefined || version(item) === undefined;
    return asMade && version(source) === made && !both.some((i) => endedMaking(ctx, i, v));
  };
}
