import { type Address, type Roster, split } from '../audience.ts';
import type { Id, Ms } from '../fact.ts';
import { labelPolicy } from '../labels/known.ts';
import { type Label, readLabel } from '../labels/policy.ts';
import type { World } from '../world.ts';
import { mayReleaseTo, releasedBefore, speaksFor } from './desk.ts';
import { clientsOf, deskOf, standingCard } from './items.ts';
import { recallFor } from './recalls.ts';
import type { Finding } from './rules.ts';
import type { Item } from './state.ts';

/** What a seat may do with what it holds, for the words on its screen. Every answer is the engine’s own. */
export interface Look {
  readonly world: World;
  readonly roster: Roster;
  readonly now: Ms;
  readonly seat: Address;
}

/** Why a release to an address would be refused: the first rule that fails, and the portions (from 0) that it is about. */
export interface Obstacle {
  readonly to: Address;
  /** A rule’s own word; `reach` for any failure of the label’s reach; `already` for what they were released before. */
  readonly because: string;
  /** Those of the chosen portions that by themselves could not go either; empty if it is no matter of portions. */
  readonly portions: readonly number[];
}

/** What stands between the chosen portions and each recipient; empty if all may go. */
export function obstacles(look: Look, item: Item, portions: readonly number[], to: readonly Address[]): Obstacle[] {
  const { world, roster, now, seat } = look;
  const whole = portions.length === (standingCard(item)?.portions.length ?? 0);
  const ask = (which: readonly number[], a: Address): Finding | undefined =>
    mayReleaseTo(world, roster, now, item.id, seat, which, a)?.find((f) => !f.ok);
  const found = to.flatMap((a): Obstacle[] => {
    const failed = ask(portions, a);
    if (!failed) return [];
    return [{ to: a, because: wordOf(failed), portions: portions.length > 1 ? portions.filter((p) => ask([p], a) !== undefined) : [] }];
  });
  if (found.length > 0 || !whole || to.length === 0 || !to.every((a) => releasedBefore(roster, item, a))) return found;
  return to.map((a): Obstacle => ({ to: a, because: 'already', portions: [] }));
}

function wordOf({ rule, because }: Finding): string {
  return rule === 'reach' ? 'reach' : because;
}

/** One clause of “You may share portion 1 with K and C”. */
export interface Allowance {
  /** From 0; all portions of the item if `whole`. */
  readonly portions: readonly number[];
  readonly whole: boolean;
  /** Parties that may have it whole. */
  readonly parties: readonly string[];
  /** Parties of which only named seats may have it. */
  readonly named: readonly string[];
  /** True if the originator’s word is missing for the rest. */
  readonly word: boolean;
}

/** What a seat may pass on of an item to other parties, portions with the same answer together; and what keeps all of it back. */
export interface Allowed {
  readonly clauses: readonly Allowance[];
  /** `expired`, `recalled`, or `may-not-release` with the colleagues who may. */
  readonly barred?: 'expired' | 'recalled' | 'may-not-release' | undefined;
  readonly colleagues: readonly Address[];
  /** True if what is allowed goes further than the label says to its readers: only its originator may do that. */
  readonly widens?: boolean | undefined;
}

/** Why nobody should pass an item on as it stands: its time has passed, or the seat’s own side is asked to destroy it. */
export function overFor({ roster, now, seat }: Look, item: Item): 'expired' | 'recalled' | undefined {
  if (!speaksFor(roster, seat, item) && recallFor(roster, item, seat)) return 'recalled';
  return now > (standingCard(item)?.expires ?? now) ? 'expired' : undefined;
}

export function allowed(look: Look, item: Item): Allowed {
  const { world, roster, now, seat } = look;
  const card = standingCard(item);
  const own = roster.partyOf(seat);
  // To give it back to its originator is no sharing.
  const others = [...roster.parties.keys()].filter((p) => p !== own && `party:${p}` !== card?.originator);
  if (!card || others.length === 0) return { clauses: [], colleagues: [] };
  const over = overFor(look, item);
  if (over) return { clauses: [], barred: over, colleagues: [] };
  const rows = card.portions.map((_, portion) => {
    const first = (to: Address) => mayReleaseTo(world, roster, now, item.id, seat, [portion], to)?.find((f) => !f.ok);
    const whole = others.map((p) => [p, first(`party:${p}`)] as const);
    const parties = whole.filter(([, f]) => !f).map(([p]) => p);
    const named = whole
      .filter(([p, f]) => f?.rule === 'reach' && roster.members(`party:${p}`).some((s) => first(s) === undefined))
      .map(([p]) => p);
    const word = others.some((p) => {
      const failed = first(roster.members(`party:${p}`)[0] ?? `party:${p}`);
      return failed?.rule === 'word';
    });
    return { portion, parties, named, word, barred: whole.map(([, f]) => f?.because) };
  });
  const all = rows.flatMap((r) => r.barred);
  // What it was made of may have been recalled.
  const barred = (['recalled', 'may-not-release'] as const).find((b) => all.length > 0 && all.every((x) => x === b));
  if (barred) {
    const colleagues = barred === 'recalled' || own === undefined ? [] : deskOf(roster, `party:${own}`).filter((s) => s !== seat);
    return { clauses: [], barred, colleagues };
  }
  const clauses = new Map<string, Allowance>();
  for (const { portion, parties, named, word } of rows) {
    const key = JSON.stringify([parties, named, word]);
    const before = clauses.get(key);
    const portions = [...(before?.portions ?? []), portion];
    clauses.set(key, { portions, whole: portions.length === card.portions.length, parties, named, word });
  }
  const beyond = (c: Allowance) => c.parties.some((p) => c.portions.some((n) => isBeyond(look, card.portions[n]?.label, p)));
  const widens = speaksFor(roster, seat, item) && [...clauses.values()].some(beyond);
  return { clauses: [...clauses.values()], colleagues: [], widens };
}

/** True if a label tells a reader of the seat’s party to keep it from another. */
function isBeyond({ world, roster, seat }: Look, label: Label | undefined, party: string): boolean {
  const own = roster.partyOf(seat);
  const reach = label === undefined ? undefined : readLabel(labelPolicy(world.sharing), label)?.level.reach;
  return own !== undefined && (reach === 'organisation' || (reach === 'clients' && !clientsOf(world.sharing, own).includes(party)));
}

/** Parties of which the originator’s side can ask to destroy it. */
export function recallable(roster: Roster, seat: Address, item: Item): string[] {
  const own = roster.partyOf(seat);
  const released = [...item.releases.values()].flatMap((r) => r.to);
  const parties = released.flatMap((a) => roster.partyOf(a) ?? (split(a)[0] === 'seat' ? [] : [...roster.parties.keys()]));
  return [...new Set(parties)].filter(
    (p) => p !== own && `party:${p}` !== standingCard(item)?.originator && !recalledBefore(roster, item, p),
  );
}

/** True if a party was asked to destroy it, and the asking side has released it to nobody of that party since. */
function recalledBefore(roster: Roster, item: Item, party: string): boolean {
  const asked = item.course.findLastIndex(({ src }) => item.recalls.get(src)?.from.includes(party));
  const since = item.course.slice(asked).flatMap(({ src }) => item.releases.get(src)?.to ?? []);
  return asked >= 0 && !since.some((a) => roster.partyOf(a) === party);
}

/** The acts that stand below an item, in order. What can or should go no further is not offered to be passed on. */
export type ItemAct = 'share' | 'ask' | 'sanitise' | 'revise' | 'recall' | 'why';
export function actsOn(look: Look, item: Item): ItemAct[] {
  const { roster, seat } = look;
  const over = overFor(look, item) !== undefined;
  if (!speaksFor(roster, seat, item)) return over ? [] : ['share', 'ask', 'sanitise'];
  const give: ItemAct[] = over ? [] : ['share', 'sanitise'];
  const recall: ItemAct[] = recallable(roster, seat, item).length > 0 ? ['recall'] : [];
  return [...give, 'revise', ...recall, 'why'];
}

/** The item that a command’s answer brought: the one whose copy the event is. */
export function itemOfEvent(world: World, events: readonly Id[]): Id | undefined {
  for (const [id, item] of world.sharing.items) if (events.some((e) => item.copies.has(e))) return id;
  return undefined;
}
