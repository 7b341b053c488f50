import { type Address, clockStatus, type Ms, rosterOfWorld, split, type World } from '@entente/engine';
import {
  binding,
  consulting,
  type Forum,
  isKept,
  type Matter,
  type Member,
  memberOf,
  type Proceeding,
  procedureOf,
  proceeding,
  refusedAct,
} from '@entente/engine/consultation';

/** Where a seat sits at a forum’s table, and what it may do there for its side. */
export interface Place {
  readonly forum: Forum;
  readonly member: Member;
  readonly chairs: boolean;
  /** It gives positions for its side. */
  readonly consults: boolean;
  /** It binds its side. */
  readonly binds: boolean;
}

/** Undefined for whoever does not sit there: those who only watch. */
export function placeAt(world: World, forum: Forum | undefined, seat: Address): Place | undefined {
  const member = forum && memberOf(forum, seat);
  const roster = rosterOfWorld(world);
  if (!member || !roster) return undefined;
  const binds = binding(roster, member).includes(seat);
  return {
    forum,
    member,
    chairs: forum.card.chairs.includes(member.party),
    consults: binds || consulting(roster, member).includes(seat),
    binds,
  };
}

export interface At extends Place {
  readonly matter: Matter;
  readonly m: Proceeding;
}
export function atMatter(world: World, matter: Matter, seat: Address): At | undefined {
  const place = placeAt(world, world.consultation.forums.get(matter.forum), seat);
  const m = proceeding(world, matter);
  return place && m ? { ...place, matter, m } : undefined;
}

/** The same for whoever reads it, those who only watch too: from their party’s side, if they have one, and with nothing to do. */
export interface Seen extends At {
  readonly watches: boolean;
}
export function seenFrom(world: World, matter: Matter, viewer: Address): Seen | undefined {
  const own = atMatter(world, matter, viewer);
  if (own) return { ...own, watches: false };
  const forum = world.consultation.forums.get(matter.forum);
  const m = proceeding(world, matter);
  if (!forum || !m) return undefined;
  const [, party = ''] = split(viewer);
  const member = forum.card.members.find((x) => x.party === party) ?? { party: '', seats: [] };
  return { forum, member, matter, m, chairs: false, consults: false, binds: false, watches: true };
}

/** True if the seat may do that act now, as its procedure says. */
export function may(at: At, act: string, now: Ms, on?: string): boolean {
  const procedure = procedureOf(at.matter);
  const right = procedure.binds.includes(act) ? at.binds : at.consults;
  return right && !at.matter.closed && refusedAct(procedure, at.m, { type: act, party: at.member.party, at: now, on }) === undefined;
}

/** Acts that are positions: what a side thinks of the matter. */
const POSITIONS = ['view', 'no-instructions', 'join', 'abstain', 'object', 'agree', 'agree-ad-referendum', 'confirm', 'decline'];

/** The positions that a seat may give now, in the procedure’s own order. */
export function positions(at: At, now: Ms): readonly string[] {
  if (at.matter.card.procedure === 'silence') return [];
  return procedureOf(at.matter).acts.filter((act) => POSITIONS.includes(act) && may(at, act, now));
}

export const hasEnded = (world: World): boolean => clockStatus(world) === 'ended';

/** Positions of others are not seen before the matter closes. */
export const isVeiled = ({ matter, chairs }: Pick<At, 'matter' | 'chairs'>): boolean => isKept(matter) && !chairs;
