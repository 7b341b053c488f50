import type { Address, Roster } from '../audience.ts';
import type { Id, Ms, Text } from '../fact.ts';
import type { World } from '../world.ts';
import {
  type Descendant,
  descendants,
  heldSince,
  lateBy,
  lineageOf,
  meets,
  OUTCOMES,
  recalledFrom,
  releasedTo,
  requestCard,
  requestStatus,
  requestsFor,
  standingCard,
  standsIn,
} from './items.ts';
import type { ItemCard } from './language.ts';
import type { Item, Request } from './state.ts';

/** Who knew what when: items × parties over scenario time, read off one world, so that each side sees its own record and no more. */

export type KnowingKind =
  | 'held'
  | 'released'
  | 'part'
  | 'requested'
  | 'refused'
  | 'granted'
  | 'conditions'
  | 'withdrawn'
  | 'acknowledged'
  | 'recalled'
  | 'destroyed';
export interface KnowingMark {
  readonly kind: KnowingKind;
  readonly at: Ms;
  /** The event behind it. */
  readonly src: Id;
  readonly seat?: Address | undefined;
  /** The other parties for whom it was asked; absent if for the own side. */
  readonly for?: readonly string[] | undefined;
  /** Of asking: who was asked. */
  readonly of?: Address | undefined;
  /** Of an answer: by how much it came after the time by which it was asked for. */
  readonly lateBy?: Ms | undefined;
  /** Of asking: true if that time passed, and nobody ever answered. */
  readonly unanswered?: boolean | undefined;
}
/** One party and one item. */
export interface Knowing {
  readonly party: string;
  /** True if it is the party’s own information: it has it, whether or not this world was told since when. */
  readonly originator: boolean;
  /** When somebody of the party was first given it. */
  readonly held?: { readonly at: Ms; readonly src: Id } | undefined;
  /** When somebody of the party was first given something made of it (a part, a sanitised version), and first acknowledged any such thing. */
  readonly part?: { readonly at: Ms; readonly src: Id; readonly item: Id; readonly acknowledged?: Ms | undefined } | undefined;
  readonly acknowledged?: { readonly at: Ms; readonly src: Id } | undefined;
  /**
   * Others had it while this party, which needed it (if `needed`) or asked for it for its own side, had neither it nor a part. It ends
   * when something came; for what was asked only, also when it was granted, as far as this world tells, or asked for no longer.
   * `until` is absent if it lasted.
   */
  readonly withheld?: { readonly from: Ms; readonly until?: Ms | undefined } | undefined;
  /** True if the author says that the party needs it. */
  readonly needed: boolean;
  /** True if the party got it, or something made of it, although the author says that it should not. */
  readonly overshared: boolean;
  /** In order of time. */
  readonly marks: readonly KnowingMark[];
}
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
  const lineage = lineageOf(world.sharing);
  const first = [...items.values()].filter(({ derived }) => !items.has(derived.values().next().value?.from ?? ''));
  const rows: Known[] = [];
  const begun = new Map<Id, Ms>();
  // The last one is next: what was made of an item stands right below it.
  const todo = oldestLast(first);
  for (let item = todo.pop(); item !== undefined; item = todo.pop()) {
    const family = descendants(world.sharing, item.id, lineage);
    // Of an item that nobody was given whole, somebody may hold a part.
    if (family.some((d) => d.item.copies.size > 0)) {
      const row = known(world, roster, item, family, begun);
      begun.set(item.id, row.begun);
      rows.push(row);
      yield;
    }
    todo.push(...oldestLast((lineage.get(item.id) ?? []).map((made) => made.item)));
  }
  return rows;
}

function oldestLast(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => begin(a) - begin(b)).reverse();
}

function begin(item: Item): Ms {
  return item.copies.values().next().value?.at ?? 0;
}

function known(world: World, roster: Roster, item: Item, descent: readonly Descendant[], above: ReadonlyMap<Id, Ms>): Known {
  const derived = item.derived.values().next().value;
  const family = descent.map((d) => d.item);
  const since = family.filter((i) => i.copies.size > 0).reduce((least, i) => Math.min(least, begin(i)), Number.POSITIVE_INFINITY);
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

interface Row {
  readonly item: Item;
  readonly family: readonly Item[];
  readonly begun: Ms;
}

function laneOf(roster: Roster, { item, family, begun }: Row, requests: readonly Request[], party: string): Knowing {
  const address = `party:${party}`;
  const held = hadSince(roster, item, address);
  const part = firstPart(roster, family, address);
  const acknowledged = firstAcknowledged(roster, item, address);
  const marks: KnowingMark[] = [];
  if (held) marks.push({ kind: held.at === begin(item) && firstHeld(roster, item, address) ? 'held' : 'released', ...held });
  if (part && (!held || part.at < held.at)) marks.push({ kind: 'part', at: part.at, src: part.src });
  if (acknowledged) marks.push({ kind: 'acknowledged', ...acknowledged });
  const asked = requests.filter((r) => roster.partyOf(requestCard(r)?.from ?? '') === party);
  marks.push(...asked.flatMap((r) => marksOf(roster, r, party)));
  const recalled = recalledFrom(item, party);
  if (recalled) marks.push({ kind: 'recalled', at: recalled.at, src: recalled.src });
  for (const [seat, { at, src }] of item.destroyed) if (roster.partyOf(seat) === party) marks.push({ kind: 'destroyed', at, src, seat });
  const needed = item.plan?.needs.some((a) => meets(roster, a, address)) ?? false;
  const had = earliest(held?.at, part?.at);
  return {
    party,
    originator: standingCard(item)?.originator === address,
    held,
    part,
    acknowledged,
    withheld: withheld(needed ? { from: begun } : lastWish(roster, asked, party, had), begun, had, standingCard(item)?.expires),
    needed,
    overshared: (held !== undefined || part !== undefined) && (item.plan?.keepFrom.includes(party) ?? false),
    marks: marks.sort((a, b) => a.at - b.at),
  };
}

/** When a party first had it. A side that released it knows of that, though not of the copy that the others got. */
function hadSince(roster: Roster, item: Item, address: Address): { readonly at: Ms; readonly src: Id } | undefined {
  return heldSince(roster, item, address) ?? releasedTo(roster, item, address);
}

/** True if the party was among the first to be given it, by nobody’s release. */
function firstHeld(roster: Roster, item: Item, address: Address): boolean {
  for (const c of item.copies.values()) if (c.to?.some((a) => meets(roster, a, address))) return c.by === undefined;
  return false;
}

/** What a request has to show in the lane of the party that made it. */
function marksOf(roster: Roster, request: Request, party: string): KnowingMark[] {
  const card = requestCard(request);
  if (!card) return [];
  const { decided, withdrawn } = request;
  const others = new Set(card.for.flatMap((a) => roster.partyOf(a) ?? []));
  const whom = others.has(party) ? undefined : [...others];
  const unanswered = requestStatus(request) === 'overdue' || undefined;
  const marks: KnowingMark[] = [{ kind: 'requested', at: card.since, src: card.src, seat: card.from, for: whom, of: card.of, unanswered }];
  if (decided) {
    const { at, src, by: seat, decision } = decided;
    marks.push({ kind: OUTCOMES[decision], at, src, seat, for: whom, lateBy: lateBy(request) });
  }
  if (withdrawn) marks.push({ kind: 'withdrawn', at: withdrawn.at, src: withdrawn.src, seat: card.from, for: whom });
  return marks;
}

interface Span {
  readonly from: Ms;
  readonly until?: Ms | undefined;
}

/** How long a party, before it had anything, asked for its own side: until granted or withdrawn, not until refused. Of several times the last. */
function lastWish(roster: Roster, asked: readonly Request[], party: string, had: Ms | undefined): Span | undefined {
  const own = asked.filter((r) => requestCard(r)?.for.some((a) => roster.partyOf(a) === party));
  const grants = own.flatMap(({ decided }) => (decided && decided.decision !== 'refuse' ? [decided.at] : []));
  const wishes = own.flatMap((r): Span[] => {
    const from = requestCard(r)?.since;
    if (from === undefined || (had !== undefined && from >= had)) return [];
    // What was refused may be granted to whoever asks again.
    const granted = grants.filter((at) => at >= from);
    return [{ from, until: granted.reduce(earliest, r.withdrawn?.at) }];
  });
  return wishes
    .sort((a, b) => a.from - b.from)
    .reduce<Span | undefined>((last, wish) => (last && (last.until ?? wish.from) >= wish.from ? joined(last, wish) : wish), undefined);
}

function joined(a: Span, b: Span): Span {
  return { from: a.from, until: a.until === undefined || b.until === undefined ? undefined : Math.max(a.until, b.until) };
}

/** What is asked for when it has expired is withheld by nobody. */
function withheld(wanted: Span | undefined, begun: Ms, had: Ms | undefined, expires = Number.POSITIVE_INFINITY): Knowing['withheld'] {
  if (!wanted) return undefined;
  const from = Math.max(begun, wanted.from);
  if (from > expires) return undefined;
  const until = earliest(wanted.until, had);
  return until !== undefined && until <= from ? undefined : { from, until };
}

function earliest(a: Ms | undefined, b: Ms | undefined): Ms | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : Math.min(a, b);
}

function firstPart(roster: Roster, family: readonly Item[], address: Address): Knowing['part'] {
  let first: Knowing['part'];
  let acknowledged: Ms | undefined;
  for (const made of family.slice(1)) {
    const got = hadSince(roster, made, address);
    if (got && (first === undefined || got.at < first.at)) first = { ...got, item: made.id };
    acknowledged = earliest(acknowledged, firstAcknowledged(roster, made, address)?.at);
  }
  return first && { ...first, acknowledged };
}

function firstAcknowledged(roster: Roster, item: Item, address: Address): Knowing['acknowledged'] {
  let first: Knowing['acknowledged'];
  for (const [seat, { at, src }] of item.acknowledged)
    if (roster.within(seat, address) && (first === undefined || at < first.at)) first = { at, src };
  return first;
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
  return descent.some((made) =>
    [...made.item.copies.values()].some(
      ({ to, card, at: since }) =>
        since <= at && to?.some((a) => meets(roster, a, by)) && (index === undefined || standsIn(made, card).includes(index)),
    ),
  );
}
