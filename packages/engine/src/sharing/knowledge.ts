import type { Address, Roster } from '../audience.ts';
import type { Id, Ms, Text } from '../fact.ts';
import type { RoomName, World } from '../world.ts';
import { holdingsOf, lastsAt } from './holdings.ts';
import { type Descendant, descendants, madeOf, meets, requestsFor, standingCard, standsIn } from './items.ts';
import { beginOf, type Knowing, laneOf } from './lane.ts';
import type { ItemCard } from './language.ts';
import type { Item } from './state.ts';

/** Who knew what when: items × parties over scenario time, read off one world, so that each side sees its own record and no more. */

/** An expected action that rested on an item, and whether who should act held all of it that the action needs when it fell due. */
export interface Due {
  readonly expected: Id;
  readonly number: string;
  readonly text: Text;
  readonly by: Address;
  /** The deadline, scenario ms. */
  readonly at: Ms;
  readonly held: boolean;
}
export interface Known {
  readonly item: Id;
  readonly card: ItemCard;
  /** The scenario’s id. Lead control’s world only. */
  readonly scenario?: string | undefined;
  /** What it was made of, where this world was told. */
  readonly from?: { readonly item: Id; readonly how: 'part' | 'sanitised' } | undefined;
  /** When somebody first held it, as far as this world knows. */
  readonly since: Ms;
  /** When somebody first held it or what it was made of: who has a part had been waiting for the whole. */
  readonly begun: Ms;
  readonly parties: readonly Knowing[];
  /** Lead control’s world only. */
  readonly due: readonly Due[];
}

/** The rooms on whose state all of it rests. */
export const KNOWLEDGE_ROOMS: readonly RoomName[] = ['sharing', 'expected'];

/** A row for each item that somebody holds, whole or in part, oldest first, what was made of an item right below it. */
export function knowledge(world: World, roster: Roster): Known[] {
  const steps = knowing(world, roster);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps: it stops after each row, for whoever has others to serve meanwhile. */
export function* knowing(world: World, roster: Roster): Generator<undefined, Known[]> {
  const { items } = world.sharing;
  const first = [...items.values()].filter(({ derived }) => !items.has(derived.values().next().value?.from ?? ''));
  const rows: Known[] = [];
  const begun = new Map<Id, Ms>();
  // The last one is next: what was made of an item stands right below it.
  const todo = oldestLast(first);
  for (let item = todo.pop(); item !== undefined; item = todo.pop()) {
    const family = descendants(world.sharing, item.id);
    // Of an item that nobody was given whole, somebody may hold a part.
    if (family.some((d) => d.item.copies.size > 0)) {
      const row = known(world, roster, item, family, begun);
      begun.set(item.id, row.begun);
      rows.push(row);
      yield;
    }
    todo.push(...oldestLast(madeOf(world.sharing, item.id).map((made) => made.item)));
  }
  return rows;
}

function oldestLast(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => beginOf(a) - beginOf(b)).reverse();
}

function known(world: World, roster: Roster, item: Item, descent: readonly Descendant[], above: ReadonlyMap<Id, Ms>): Known {
  const derived = item.derived.values().next().value;
  const family = descent.map((d) => d.item);
  const since = family.filter((i) => i.copies.size > 0).reduce((least, i) => Math.min(least, beginOf(i)), Number.POSITIVE_INFINITY);
  const begun = above.get(derived?.from ?? '') ?? since;
  const requests = requestsFor(world.sharing, new Set(family.map((i) => i.id)));
  return {
    item: item.id,
    card: standingCard(item) as ItemCard,
    scenario: item.plan?.scenario,
    from: derived && { item: derived.from, how: derived.how },
    since,
    begun,
    parties: [...roster.parties.keys()].map((party) => laneOf(roster, { item, family, begun }, requests, party)),
    due: duesOf(world, roster, item, descent),
  };
}

/** The expected actions that rest on an item; those whose time has not begun have none yet. */
function duesOf(world: World, roster: Roster, item: Item, descent: readonly Descendant[]): Due[] {
  const scenario = item.plan?.scenario;
  if (scenario === undefined) return [];
  const dues: Due[] = [];
  for (const [expected, row] of world.expected.rows) {
    const { plan, opened } = row;
    if (!plan || !opened) continue;
    const needs = (plan.needs ?? []).map((need) => need.split('/')).filter(([id]) => id === scenario);
    if (needs.length === 0) continue;
    const { number, text, by } = plan.card;
    const at = opened.deadline;
    const held = needs.every(([, portion]) => knewBy(roster, item, descent, portion, by, at));
    dues.push({ expected, number, text, by, at, held });
  }
  return dues;
}

/** True if somebody behind `by` held it at a time, or something made of it that has the portion asked for. */
function knewBy(roster: Roster, item: Item, descent: readonly Descendant[], portion: string | undefined, by: Address, at: Ms): boolean {
  const index = portion === undefined ? undefined : (item.plan?.names.indexOf(portion) ?? -1);
  return descent.some((made) => {
    const holding = holdingsOf(roster, made.item, by).find((h) => lastsAt(h, at));
    return (
      holding !== undefined &&
      [...made.item.copies.values()].some(
        ({ to, card, at: since }) =>
          holding.at <= since &&
          since <= at &&
          to?.some((a) => meets(roster, a, by)) &&
          (index === undefined || standsIn(made, card).includes(index)),
      )
    );
  });
}
