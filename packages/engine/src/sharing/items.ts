import { type Address, type Roster, split } from '../audience.ts';
import { ranBetween } from '../clock/clock.ts';
import { lateBy } from '../deadlines.ts';
import type { Id, Ms, Text } from '../fact.ts';
import { labelPolicy } from '../labels/known.ts';
import { atLeast } from '../labels/policy.ts';
import { firstOn, hangingOn } from '../lookup.ts';
import type { Context } from '../room.ts';
import { lacks } from '../texts.ts';
import type { World } from '../world.ts';
import type { ItemCard, Onward, Version } from './language.ts';
import type { Copy, Item, Request, SharingState } from './state.ts';

/** Questions about items and requests that rules, conditions and screens ask alike; each of one world, the whole or a seat’s. */

/** The parties that are a party’s clients. */
export function clientsOf({ rules }: SharingState, party: string | undefined): readonly string[] {
  return rules !== undefined && party !== undefined && Object.hasOwn(rules.clients, party) ? (rules.clients[party] ?? []) : [];
}

/** The exercise’s onward rule. */
export function onwardRule(own: SharingState): Onward {
  return own.rules?.onward ?? 'originator-approval';
}

/**
 * The text that stands: of the versions that this world has the one made last, with the
 * files it came with. An old version that comes later, from one who has no newer, changes nothing.
 */
export function standingCard(item: Item): ItemCard | undefined {
  let last: Copy | undefined;
  let files: ItemCard['attachments'];
  const seen = new Set<Version | undefined>();
  for (const copy of item.copies.values()) {
    const { made } = copy.card;
    if (last && made === last.card.made) last = isPoorer(copy.card, last.card) ? last : copy;
    else if (!last || (madeAt(made) >= madeAt(last.card.made) && !seen.has(made))) last = copy;
    seen.add(made);
    files = copy.card.attachments ?? files;
  }
  if (!last) return item.plan?.card;
  return last.card.attachments === files ? last.card : { ...last.card, attachments: files };
}

/** True if a card says what another of the same version says, in fewer languages: who gave it had not got the others. */
function isPoorer(card: ItemCard, than: ItemCard): boolean {
  const fewer = (a: Text | undefined, b: Text | undefined): boolean =>
    typeof a === 'object' && typeof b === 'object' && Object.keys(b).some((language) => lacks(a, language));
  return fewer(card.title, than.title) || card.portions.some((p, i) => fewer(p.text, than.portions[i]?.text));
}

/** True if the files of a version came with one whose label keeps them closer: nobody has said that they may go farther. */
export function filesAreStricter({ world }: { readonly world: World }, item: Item, { label, attachments }: ItemCard): boolean {
  const came = attachments && [...item.copies.values()].find((copy) => copy.card.attachments === attachments);
  return came !== undefined && !atLeast(labelPolicy(world.sharing), label, came.card.label);
}

/** When a version was made; the first comes before all others, and those of old records, in scenario time, before wall time. */
function madeAt(made: Version | undefined): number {
  if (made === undefined) return -1;
  return typeof made === 'number' ? made : Number(made.slice(0, made.indexOf(' ')));
}

/** A new version, made now. */
export function newVersion({ wall, id }: Pick<Context, 'wall' | 'id'>): Version {
  return `${wall} ${id()}`;
}

/** The addresses to which an item was given, each once. */
export function givenTo(item: Item): Address[] {
  const to = new Set<Address>();
  for (const copy of item.copies.values()) for (const a of copy.to ?? []) to.add(a);
  return [...to];
}

/** When somebody behind `address` was first given it, and by which event; undefined if never, as far as this world knows. */
export function heldSince(roster: Roster, item: Item, address: Address): { readonly at: Ms; readonly src: Id } | undefined {
  for (const copy of item.copies.values()) {
    if (copy.to?.some((a) => meets(roster, a, address))) return { at: copy.at, src: copy.src };
  }
  return undefined;
}

/** When it was first released to somebody behind `address`, as the releasing side's world tells it. */
export function releasedTo(roster: Roster, item: Item, address: Address): { readonly at: Ms; readonly src: Id } | undefined {
  for (const { at, src, to } of item.releases.values()) if (to.some((a) => meets(roster, a, address))) return { at, src };
  return undefined;
}

/** When and by which event a party was first asked to destroy it, as far as this world tells. */
export function recalledFrom(item: Item, party: string | undefined) {
  for (const recall of item.recalled.values()) if (recall.party === party) return recall;
  return undefined;
}

/** True if somebody is behind both addresses. */
export function meets(roster: Roster, a: Address, b: Address): boolean {
  const members = roster.members(a);
  return roster.members(b).some((m) => members.includes(m));
}

/** The item of a scenario’s id. Lead control’s world only. */
export function itemOfScenario(own: SharingState, scenario: string): Item | undefined {
  return own.items.get(firstOn(own.named, scenario) ?? '');
}

/** An item made of another, directly or by steps. */
export interface Descendant {
  readonly item: Item;
  /** For each portion of its first version, the one of the first item’s first version that it stands for; absent for that item itself. */
  readonly portions?: readonly (number | undefined)[] | undefined;
}

interface Made {
  readonly item: Item;
  readonly portions: readonly number[];
  readonly made?: Version | undefined;
}
/** An item as it first was. */
function firstCard(item: Item): ItemCard | undefined {
  return item.plan?.card ?? item.copies.values().next().value?.card;
}

/** For each portion of a version of a descendant, the one of the first item’s first version that it stands for. */
export function standsIn({ item, portions }: Descendant, version: ItemCard): (number | undefined)[] {
  return standsFor(item, version).map((p) => (p === undefined || !portions ? p : portions[p]));
}

/**
 * For each portion of a version, the one of the item’s first version that it stands for: the one with the same words,
 * wherever it is now; else the one in its place, unless that one’s words stand elsewhere.
 */
function standsFor(item: Item, version: ItemCard): (number | undefined)[] {
  const first = firstCard(item)?.portions.map((p) => JSON.stringify(p.text)) ?? [];
  const texts = version.portions.map((p) => JSON.stringify(p.text));
  return texts.map((text, i) => {
    const same = first[i] === text ? i : first.indexOf(text);
    if (same >= 0) return same;
    return i < first.length && !texts.includes(first[i] as string) ? i : undefined;
  });
}

/** What was made of an item, in one step. */
export function madeOf(own: SharingState, id: Id): Made[] {
  return [...hangingOn(own.made, id)].flatMap((child) => {
    const item = own.items.get(child);
    // The same making, told to others at another time, is one.
    const { from, portions, made } = item?.derived.values().next().value ?? {};
    return item && from === id && portions ? [{ item, portions, made }] : [];
  });
}

/** What an item was made of, step by step, as far as this world tells: nearest first. */
export function sourcesOf(own: SharingState, item: Item): Item[] {
  const sources: Item[] = [];
  for (let next: Item | undefined = item; next; ) {
    // The same making, told to others at another time, is one.
    next = own.items.get(next.derived.values().next().value?.from ?? '');
    if (next) sources.push(next);
  }
  return sources;
}

/** The item itself and everything made of it, step by step. */
export function familyOf(own: SharingState, id: Id): Item[] {
  const first = own.items.get(id);
  const found = first ? [first] : [];
  for (const parent of found) for (const { item } of madeOf(own, parent.id)) found.push(item);
  return found;
}

/** The same, with what of the first each portion stands for. */
export function descendants(own: SharingState, id: Id): Descendant[] {
  const first = own.items.get(id);
  if (!first) return [];
  const found: Descendant[] = [{ item: first }];
  // Grows while it is gone through: what is made of a made thing comes after it.
  for (const parent of found) {
    for (const { item, portions, made } of madeOf(own, parent.item.id)) {
      const version = [...parent.item.copies.values()].find((c) => c.card.made === made)?.card ?? firstCard(parent.item);
      const places = version && standsIn(parent, version);
      found.push({ item, portions: portions.map((p) => (places ? places[p] : p)) });
    }
  }
  return found;
}

/** The seats of a party that decide what leaves it: those that may release; all of its seats where none may. */
export function deciders(roster: Roster, party: string): Address[] {
  const seats = roster.members(`party:${party}`);
  const may = seats.filter((s) => roster.seats.get(split(s)[1] as string)?.may.includes('release'));
  return [...(may.length > 0 ? may : seats)];
}

/** Whose desk decides for an originator: the party’s deciders; lead control for entities and parties that control plays. */
export function deskOf(roster: Roster, originator: Address): Address[] {
  const [kind, id] = split(originator);
  if (kind !== 'party' || id === undefined || roster.parties.get(id)?.playedByControl !== false) return ['control'];
  return deciders(roster, id);
}

/** A request as it was made; undefined if this world was not told. */
export function requestCard(request: Request) {
  return request.asked.values().next().value;
}

/** The items that answered a request, each once, as far as this world was told. */
export function answeredWith(request: Request): Id[] {
  return [...new Set([...request.answers.values()].map((a) => a.item))];
}

/** The requests that are about one of these items, or were answered with it. */
export function requestsFor(own: SharingState, ids: ReadonlySet<Id>): Request[] {
  return [...own.requests.values()].filter((r) => [...itemsAsked(r), ...answeredWith(r)].some((i) => ids.has(i)));
}

/** The item that the asker named, as far as this world was told. */
export function itemNamed(request: Request): Id | undefined {
  return request.about.values().next().value?.item;
}

/** The items that a request is about, as far as this world was told. */
export function itemsAsked({ about, concerns }: Request): Id[] {
  return [...new Set([...[...about.values()].map((a) => a.item), ...concerns.keys()])];
}

/** What became of a request by each decision. */
export const OUTCOMES = { grant: 'granted', conditions: 'conditions', refuse: 'refused' } as const;

/** How long a request waited for its decision, jumps aside; undefined if it was not decided. */
export function decidedAfter(world: World, request: Request): Ms | undefined {
  const card = requestCard(request);
  return card && request.decided && ranBetween(world, card.since, request.decided.at);
}

/**
 * By how much a request was decided after the time by which an answer was asked for; undefined if in time, or not at all, or
 * where a jump took the time for it.
 */
export function decidedLateBy(request: Request): Ms | undefined {
  return request.overdue?.jumped ? undefined : lateBy(requestCard(request)?.due, request.decided?.at);
}

/** `passed`: nobody has decided it, and it was a jump of control’s that passed its time. */
export type RequestStatus = 'open' | 'overdue' | 'passed' | 'granted' | 'conditions' | 'refused' | 'withdrawn';
/** The one word that screens show for a request. */
export function requestStatus(request: Request): RequestStatus {
  if (request.decided) return OUTCOMES[request.decided.decision];
  if (request.withdrawn) return 'withdrawn';
  if (!request.overdue) return 'open';
  return request.overdue.jumped ? 'passed' : 'overdue';
}
