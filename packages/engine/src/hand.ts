import { type Address, split } from './audience.ts';
import type { Condition } from './conditions.ts';
import { expectedCard, expectedStatus } from './expected/expected.ts';
import type { Id, Ms } from './fact.ts';
import type { InjectRow } from './injects/language.ts';
import { type InjectStatus, injectStatus, rowCard, rowTime } from './injects/status.ts';
import type { Purpose } from './messages/asks.ts';
import { rosterOfWorld } from './roster.ts';
import { peopleAt } from './seats/seats.ts';
import { deskOf, requestCard, requestStatus } from './sharing/items.ts';
import type { World } from './world.ts';

/** How far ahead a controller is told, scenario ms. */
const AHEAD: Ms = 10 * 60_000;
/** How long a missed expected action, or a request that players left without an answer, stays on the list. */
const MISSED_FOR: Ms = 60 * 60_000;

/** Later than anything that has a time. */
export const SOMETIME: Ms = Number.MAX_SAFE_INTEGER;

/** One thing that waits for a controller's hand. */
export interface HandItem {
  /**
   * `release`: an inject that waits (or soon will) for a hand; `address`: one for which lead control must choose recipients first; `judge`, `missed`: expected actions; `answer`: a message;
   * `decide`: a request for release to somebody whom control plays; `overdue`: one that a party has left without an answer.
   */
  readonly kind: 'emergency' | 'release' | 'address' | 'judge' | 'missed' | 'answer' | 'decide' | 'overdue';
  /** The inject, expected action, message, request or emergency. */
  readonly id: Id;
  /** When it falls or fell due, or was asked, scenario ms; `SOMETIME` where no time is known. */
  readonly by: Ms;
  readonly overdue: boolean;
  /** For `missed`: an inject held ready for that case. */
  readonly contingency?: Id;
}

/**
 * What needs this controller's hand: overdue first, then by time. A selector over the controller's own fold.
 * What waits for a party's controllers falls to lead control while nobody sits there.
 */
export function needsHand(world: World, viewer: Address, now: Ms): HandItem[] {
  const [kind, party] = split(viewer);
  if (kind !== 'control') return [];
  const mine = (controller: Address): boolean =>
    controller === viewer || (party === undefined && peopleAt(world.seats, controller).length === 0);
  const items = [
    ...emergencies(world),
    ...releases(world, party, now, mine),
    ...judgements(world, party, now, mine),
    ...questions(world, viewer, mine),
    ...requests(world, viewer, now, mine),
  ];
  return items.sort(
    (a, b) => Number(b.kind === 'emergency') - Number(a.kind === 'emergency') || Number(b.overdue) - Number(a.overdue) || a.by - b.by,
  );
}

function emergencies(world: World): HandItem[] {
  const banner = world.emergency.banner;
  return banner?.raised ? [{ kind: 'emergency', id: banner.src, by: banner.at, overdue: true }] : [];
}

function releases(world: World, party: string | undefined, now: Ms, mine: (c: Address) => boolean): HandItem[] {
  const items: HandItem[] = [];
  for (const [id, row] of world.injects.rows) {
    const card = rowCard(row, party);
    const status = injectStatus(row);
    if (!card || !(mine(card.controller) || untold(row, status))) continue;
    const time = rowTime(row) ?? row.due?.at;
    const kind = card.to.length === 0 ? 'address' : 'release';
    if (status === 'due') items.push({ kind, id, by: row.due?.at ?? now, overdue: true });
    else if (time === undefined && kind === 'address' && (status === 'held' || status === 'planned'))
      items.push({ kind, id, by: SOMETIME, overdue: false });
    else if (time === undefined || time > now + AHEAD) continue;
    else if (status === 'held' || (status === 'planned' && card.manual)) items.push({ kind, id, by: time, overdue: time <= now });
  }
  return items;
}

/** Restored after its time, it waits for lead control if its party was not told, since its condition is not theirs to know. */
function untold({ plan, shown }: InjectRow, status: InjectStatus): boolean {
  if (!plan || plan.named || plan.card.manual || status !== 'due') return false;
  return shown.get(split(plan.card.controller)[1] ?? '')?.waits === true;
}

function judgements(world: World, party: string | undefined, now: Ms, mine: (c: Address) => boolean): HandItem[] {
  const items: HandItem[] = [];
  for (const [id, row] of world.expected.rows) {
    const card = expectedCard(row, party);
    const status = expectedStatus(row);
    const deadline = row.opened?.deadline;
    if (!card || deadline === undefined || !mine(card.controller)) continue;
    if (!card.bySight && (status === 'open' || status === 'missed') && deadline <= now + AHEAD) {
      items.push({ kind: 'judge', id, by: deadline, overdue: deadline < now });
    } else if (card.bySight && status === 'missed' && deadline > now - MISSED_FOR) {
      const contingency = readyFor(world, card.scenario);
      items.push({ kind: 'missed', id, by: deadline, overdue: true, ...(contingency ? { contingency } : {}) });
    }
  }
  return items;
}

/** A contingency inject whose condition names this expected action as missed and that nobody has used. */
function readyFor(world: World, scenario: string | undefined): Id | undefined {
  if (scenario === undefined) return undefined;
  for (const [id, row] of world.injects.rows) {
    const unused = injectStatus(row) !== 'released' && injectStatus(row) !== 'skipped';
    if (
      unused &&
      row.plan?.card.to.length !== 0 &&
      row.plan?.card.kind === 'contingency' &&
      row.plan.when &&
      names(row.plan.when, scenario)
    )
      return id;
  }
  return undefined;
}
function names(when: Condition, expected: string): boolean {
  if ('all' in when) return when.all.some((c) => names(c, expected));
  if ('any' in when) return when.any.some((c) => names(c, expected));
  return 'expected' in when && when.expected.id === expected && when.expected.is === 'missed';
}

/** Purposes that wait for an answer. */
const WAITING: ReadonlySet<Purpose> = new Set(['ask', 'consult', 'propose']);

/** Questions to control or to an entity that control voices, which control has neither answered nor acknowledged. */
function questions(world: World, viewer: Address, mine: (c: Address) => boolean): HandItem[] {
  const answered = new Set<Id>();
  for (const m of world.messages.messages.values()) {
    if (m.about && split(m.from)[0] !== 'seat') answered.add(m.about.id);
    // Control also answers as a seat of a party that it plays.
    if (m.about && m.spokenFor) answered.add(m.about.id);
  }
  const items: HandItem[] = [];
  const lead = viewer === 'control';
  const played = new Set(world.seats.exercise?.parties.filter((p) => p.playedByControl).map((p) => p.id));
  const forPlayed = (a: Address): boolean =>
    lead &&
    (world.seats.directory?.cells ?? []).some(
      (c) => played.has(c.party) && (a === `party:${c.party}` || a === `cell:${c.id}` || c.seats.some((s) => a === `seat:${s.id}`)),
    );
  for (const m of world.messages.messages.values()) {
    if (!WAITING.has(m.purpose) || split(m.from)[0] !== 'seat' || m.spokenFor || answered.has(m.id) || m.acknowledged.has(viewer)) continue;
    const toMe = m.to.some((a) => (split(a)[0] === 'control' ? mine(a) : split(a)[0] === 'entity' ? lead : forPlayed(a)));
    if (toMe) items.push({ kind: 'answer', id: m.id, by: m.at, overdue: false });
  }
  return items;
}

/**
 * Requests for release: to decide where control is the desk, and to know of where a party's desk lets its time pass.
 * Its own controllers may remind it, lead control while nobody sits there.
 */
function requests(world: World, viewer: Address, now: Ms, mine: (c: Address) => boolean): HandItem[] {
  const roster = world.sharing.requests.size > 0 ? rosterOfWorld(world) : undefined;
  if (!roster) return [];
  const items: HandItem[] = [];
  for (const request of world.sharing.requests.values()) {
    const card = requestCard(request);
    const status = requestStatus(request);
    if (!card || (status !== 'open' && status !== 'overdue')) continue;
    const { of, due } = card;
    if (deskOf(roster, of)[0] === 'control') {
      if (viewer === 'control') items.push({ kind: 'decide', id: request.id, by: due, overdue: due < now });
    } else if (status === 'overdue' && due > now - MISSED_FOR && mine(`control:${split(of)[1]}`)) {
      items.push({ kind: 'overdue', id: request.id, by: due, overdue: true });
    }
  }
  return items;
}
