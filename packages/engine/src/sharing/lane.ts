import type { Address, Roster } from '../audience.ts';
import type { Id, Ms } from '../fact.ts';
import { type Happened, type HeldSpan, type Holding, holdingsOf, joinedHoldings, spanOf, timeInCommon, timeWithout } from './holdings.ts';
import { decidedLateBy, meets, OUTCOMES, requestCard, requestStatus, standingCard } from './items.ts';
import type { Item, Request } from './state.ts';

/** What one party had to do with one item, over scenario time. */

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
  readonly held?: Happened | undefined;
  /** Every time for which the party had it, oldest first: a recall ends one, the next giving begins another. */
  readonly holdings: readonly Holding[];
  /** The same of what was made of it, all of that as one. */
  readonly partHoldings: readonly Holding[];
  /** When somebody of the party was first given something made of it (a part, a sanitised version), and first acknowledged any such thing. */
  readonly part?: { readonly at: Ms; readonly src: Id; readonly item: Id; readonly acknowledged?: Ms | undefined } | undefined;
  readonly acknowledged?: Happened | undefined;
  /**
   * When others had it while this party, which needed it (if `needed`) or asked for it for its own side, had neither it nor a part, or
   * not any more. It ends when something came; for what was asked only, also when it was granted, as far as this world tells, or asked
   * for no longer. Oldest first; `until` is absent if it lasted.
   */
  readonly withheld: readonly HeldSpan[];
  /** True if the author says that the party needs it. */
  readonly needed: boolean;
  /** True if the party got it, or something made of it, although the author says that it should not. */
  readonly overshared: boolean;
  /** In order of time. */
  readonly marks: readonly KnowingMark[];
}
interface Row {
  readonly item: Item;
  /** The item, and what was made of it. */
  readonly family: readonly Item[];
  /** When somebody first held it or what it was made of. */
  readonly begun: Ms;
}

/** The lane of a party in the row of an item. */
export function laneOf(roster: Roster, { item, family, begun }: Row, requests: readonly Request[], party: string): Knowing {
  const address = `party:${party}`;
  const holdings = holdingsOf(roster, item, address);
  const parts = family.slice(1).flatMap((made) => holdingsOf(roster, made, address).map((h) => ({ ...h, item: made.id })));
  const partHoldings = joinedHoldings(parts);
  const had = joinedHoldings([...holdings, ...partHoldings]);
  const asked = requests.filter((r) => roster.partyOf(requestCard(r)?.from ?? '') === party);
  const marks = [
    ...holdingMarks(item, holdings),
    ...partMarks(partHoldings, holdings),
    ...asked.flatMap((r) => marksOf(roster, r, party)),
    ...destroyedMarks(roster, item, party, [{ from: Number.NEGATIVE_INFINITY }]),
    // What happened to a part while it had the whole stands in the row of the part.
    ...family.slice(1).flatMap((made) => destroyedMarks(roster, made, party, timeWithout(holdings))),
  ];
  const needed = item.plan?.needs.some((a) => meets(roster, a, address)) ?? false;
  const gaps = timeWithout(had);
  const wanted = needed ? gaps : gaps.flatMap((gap) => wishesIn(roster, asked, party, gap));
  const [held] = holdings;
  const [part] = parts.toSorted((a, b) => a.at - b.at);
  return {
    party,
    originator: standingCard(item)?.originator === address,
    held: held && { at: held.at, src: held.src },
    holdings,
    part: part && { at: part.at, src: part.src, item: part.item, acknowledged: firstOf(parts)?.at },
    partHoldings,
    acknowledged: firstOf(holdings),
    withheld: wanted.flatMap((span) => withheld(span, begun, standingCard(item)?.expires)),
    needed,
    overshared: had.length > 0 && (item.plan?.keepFrom.includes(party) ?? false),
    marks: marks.sort((a, b) => a.at - b.at),
  };
}

/** When an item was first given to somebody. */
export function beginOf(item: Item): Ms {
  return item.copies.values().next().value?.at ?? 0;
}

/** What was first acknowledged of several holdings. */
function firstOf(holdings: readonly Holding[]): Happened | undefined {
  return holdings.flatMap((h) => h.acknowledged ?? []).sort((a, b) => a.at - b.at)[0];
}

/** The begin and the end of each holding, and its acknowledgement. `held`: had first, by nobody’s release. */
function holdingMarks(item: Item, holdings: readonly Holding[]): KnowingMark[] {
  return holdings.flatMap(({ at, src, acknowledged, ended }, i) => {
    const copy = item.copies.get(src);
    const first = i === 0 && at === beginOf(item) && copy !== undefined && copy.by === undefined;
    const marks: KnowingMark[] = [{ kind: first ? 'held' : 'released', at, src }];
    if (acknowledged) marks.push({ kind: 'acknowledged', ...acknowledged });
    if (ended) marks.push({ kind: 'recalled', ...ended });
    return marks;
  });
}

/** The same of what was made of it, where a party had that and not the whole. */
function partMarks(parts: readonly Holding[], holdings: readonly Holding[]): KnowingMark[] {
  const gaps = timeWithout(holdings);
  return parts.flatMap((part) => {
    const alone = gaps.flatMap((gap) => timeInCommon(gap, spanOf(part)) ?? []);
    if (alone.length === 0) return [];
    const marks: KnowingMark[] = [{ kind: 'part', at: part.at, src: part.src }];
    if (part.ended && alone.at(-1)?.until === part.ended.at) marks.push({ kind: 'recalled', ...part.ended });
    return marks;
  });
}

/** Which seats of a party confirmed that they destroyed it, in certain times. */
function destroyedMarks(roster: Roster, item: Item, party: string, times: readonly HeldSpan[]): KnowingMark[] {
  return [...item.destroyed.values()]
    .filter(
      ({ seat, at }) =>
        roster.partyOf(seat) === party && times.some(({ from, until }) => from <= at && (until === undefined || at < until)),
    )
    .map(({ at, src, seat }) => ({ kind: 'destroyed', at, src, seat }));
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
    marks.push({ kind: OUTCOMES[decision], at, src, seat, for: whom, lateBy: decidedLateBy(request) });
  }
  if (withdrawn) marks.push({ kind: 'withdrawn', at: withdrawn.at, src: withdrawn.src, seat: card.from, for: whom });
  return marks;
}

/** When a party, while it had nothing, asked for its own side: until granted or withdrawn, not until refused. */
function wishesIn(roster: Roster, asked: readonly Request[], party: string, gap: HeldSpan): HeldSpan[] {
  const own = asked.filter((r) => requestCard(r)?.for.some((a) => roster.partyOf(a) === party));
  const grants = own.flatMap(({ decided }) => (decided && decided.decision !== 'refuse' ? [decided.at] : []));
  const wishes = own.flatMap((r): HeldSpan[] => {
    const from = requestCard(r)?.since;
    if (from === undefined || from < gap.from || (gap.until !== undefined && from >= gap.until)) return [];
    // What was refused may be granted to whoever asks again.
    const granted = grants.filter((at) => at >= from);
    return [{ from, until: granted.reduce(earliest, earliest(r.withdrawn?.at, gap.until)) }];
  });
  return wishes.sort((a, b) => a.from - b.from).reduce<HeldSpan[]>(joinedTo, []);
}

function joinedTo(spans: HeldSpan[], next: HeldSpan): HeldSpan[] {
  const last = spans.at(-1);
  if (!last || (last.until !== undefined && last.until < next.from)) return [...spans, next];
  const until = last.until === undefined || next.until === undefined ? undefined : Math.max(last.until, next.until);
  return [...spans.slice(0, -1), { from: last.from, until }];
}

/** What is asked for when it has expired is withheld by nobody. */
function withheld(wanted: HeldSpan, begun: Ms, expires = Number.POSITIVE_INFINITY): HeldSpan[] {
  const span = timeInCommon(wanted, { from: begun });
  return span && span.from <= expires ? [span] : [];
}

function earliest(a: Ms | undefined, b: Ms | undefined): Ms | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : Math.min(a, b);
}
