import type { Address, Roster } from '../audience.ts';
import type { Ms } from '../fact.ts';
import type { World } from '../world.ts';
import { descendants, meets, sourcesOf } from './items.ts';
import { endedFor, endedIn, givenIn } from './recalls.ts';
import type { Look } from './rights.ts';
import type { Item } from './state.ts';

/** What somebody has of an item already, as far as this world tells. */
export interface Having {
  readonly who: Address;
  /** `source`: the whole that it was made of. */
  readonly what: 'whole' | 'part' | 'sanitised' | 'source';
  /** Of a part: the portions of the item as it first was, from 0. */
  readonly portions: readonly number[];
  /** True if the item was revised since: what they have is of the text before. */
  readonly earlier: boolean;
  readonly at: Ms;
  /** Who gave it to them; absent for what they held from the start, and where this world was not told. */
  readonly by?: Address | undefined;
  /** When they were asked to destroy it; absent while they have it. */
  readonly until?: Ms | undefined;
}

/** Who has it or had it, oldest first; then who has only something made of it. */
export function having({ world, roster }: Pick<Look, 'world' | 'roster'>, item: Item): Having[] {
  const found: Having[] = givings(roster, item).map((g) => ({ ...g, what: 'whole', portions: [], earlier: false }));
  for (const { item: made, portions = [] } of descendants(world.sharing, item.id).slice(1)) {
    const known = portions.filter((p) => p !== undefined);
    const rest = {
      what: howMade(world, made, item),
      portions: known,
      earlier: revisedAfter(item, made.derived.values().next().value?.at ?? 0),
    };
    const only = givings(roster, made).filter(
      (g) => !found.some((h) => h.what === 'whole' && h.until === undefined && roster.within(g.who, h.who)),
    );
    found.push(...only.map((g) => ({ ...g, ...rest })));
  }
  return found;
}

/**
 * What those behind an address have of it, and others of their party beside them, whom they may ask. Nothing for what
 * goes to all, where the list would be no help.
 */
export function havingOf(look: Pick<Look, 'world' | 'roster' | 'seat'>, item: Item, to: Address): Having[] {
  const { world, roster, seat } = look;
  const party = roster.partyOf(to);
  if (party === undefined) return [];
  const side = party === roster.partyOf(seat) ? to : `party:${party}`;
  const sources = sourcesOf(world.sharing, item).flatMap((source) => givings(roster, source));
  const all = [...having(look, item), ...sources.map((g): Having => ({ ...g, what: 'source', portions: [], earlier: false }))];
  // Who was asked to destroy it since does not have it any more.
  const gone = (h: Having): boolean =>
    h.until !== undefined || (h.what === 'whole' && roster.members(h.who).every((v) => endedFor(roster, item, v)));
  const met = all.filter((h) => meets(roster, h.who, side) && !gone(h)).map((h) => (roster.within(to, h.who) ? { ...h, who: to } : h));
  const whole = met.find((h) => h.what === 'whole' && h.who === to);
  return whole ? [whole] : met;
}

/** Parties behind an address from which the scenario keeps an item, or what it was made of. Lead control’s world only. */
export function keptFrom({ world, roster }: Pick<Look, 'world' | 'roster'>, item: Item, to: Address): string[] {
  const party = roster.partyOf(to);
  const kept = new Set([item, ...sourcesOf(world.sharing, item)].flatMap((i) => i.plan?.keepFrom ?? []));
  return [...roster.parties.keys()].filter((p) => kept.has(p) && (party === undefined || party === p));
}

/** A part of a sanitised version does not say what its portions said. */
function howMade(world: World, made: Item, of: Item): 'part' | 'sanitised' {
  const line = [made, ...sourcesOf(world.sharing, made)];
  const steps = line.slice(0, line.indexOf(of));
  return steps.some((i) => i.derived.values().next().value?.how === 'sanitised') ? 'sanitised' : 'part';
}

type Giving = Pick<Having, 'who' | 'at' | 'by' | 'until'>;

/**
 * Every address that was given an item: by its copies, or as the releasing side was told. Each once, and once more for
 * what it was given anew after all behind it were asked to destroy it.
 */
function givings(roster: Roster, item: Item): Giving[] {
  const all: Giving[] = [];
  /** The place in `all` of what an address has, and the seats behind it that have it still. */
  const open = new Map<Address, { readonly place: number; readonly seats: Set<Address> }>();
  for (const { src } of item.course) {
    const given = givenIn(item, src);
    const by = (item.copies.get(src) ?? item.releases.get(src))?.by;
    for (const who of given?.to ?? []) {
      const seats = roster.members(who).filter((m) => m.startsWith('seat:'));
      const before = open.get(who);
      for (const seat of seats) before?.seats.add(seat);
      if (!before) open.set(who, { place: all.push({ who, at: given?.at ?? 0, by }) - 1, seats: new Set(seats) });
    }
    const ended = endedIn(item, src);
    if (!ended) continue;
    for (const [who, { place, seats }] of open) {
      const left = [...seats].filter((s) => !ended.parties.includes(roster.partyOf(s) ?? ''));
      if (left.length === seats.size) continue;
      for (const seat of seats) if (!left.includes(seat)) seats.delete(seat);
      if (left.length > 0) continue;
      open.delete(who);
      all[place] = { ...(all[place] as Giving), until: ended.at };
    }
  }
  return all.sort((a, b) => a.at - b.at);
}

function revisedAfter(item: Item, at: Ms): boolean {
  return [...item.copies.values()].some((c) => c.to === undefined && c.language === undefined && c.at > at);
}

type Same = Pick<Having, 'what' | 'portions' | 'earlier'>;
/** Several who have the same of it, to be named in one sentence. */
export interface HavingAlike extends Same {
  readonly who: readonly Address[];
}
/** The same in groups. */
export function havingAlike(all: readonly Having[]): HavingAlike[] {
  const alike: HavingAlike[] = [];
  for (const { who, ...rest } of all) {
    const i = alike.findIndex((a) => sayTheSame(a, rest));
    const before = alike[i];
    if (!before) alike.push({ ...rest, who: [who] });
    else if (!before.who.includes(who)) alike[i] = { ...before, who: [...before.who, who] };
  }
  return alike;
}

function sayTheSame(a: Same, b: Same): boolean {
  return a.what === b.what && a.earlier === b.earlier && a.portions.join() === b.portions.join();
}
