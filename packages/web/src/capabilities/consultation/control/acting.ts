import { type Address, type Ms, type Roster, standsFor, type World } from '@entente/engine';
import {
  ASIDE,
  binding,
  consulting,
  digestOf,
  type Forum,
  type Matter,
  type Member,
  newSinceSigned,
  procedureOf,
  proceeding,
  refusedAct,
  refusedTime,
} from '@entente/engine/consultation';
import { placeAt } from '../table/sits.ts';

/** For whom control may act at a forum’s table, and what it may do there: by the same rules as a seat’s own acts. */

/** A member for which control may act, and the seats of it in whose name it can. */
export interface Voice {
  readonly party: string;
  readonly member: Member;
  /** Of a party that lead control plays; else nobody sits there. */
  readonly why: 'played' | 'empty';
  readonly seats: readonly Address[];
  /** Those of them who give positions there. */
  readonly speaks: readonly Address[];
}

/** What is done in a matter: an act by its name, and in which seat’s name. */
export interface Doable {
  readonly act: string;
  readonly seats: readonly Address[];
}

/** A seat in whose name a controller may act, and why. */
export interface Speaker {
  readonly seat: Address;
  readonly party: string;
  readonly why: 'played' | 'empty';
}

/** What control may begin in a side’s name. */
export const BEGUN = ['matter', 'table-text', 'decision'] as const;
export type Begun = (typeof BEGUN)[number];

/** The seats in whose name a controller may begin that now, of each party those first who bind it. */
export function speakersFor(what: Begun, world: World, roster: Roster, viewer: Address): readonly Speaker[] {
  return [...roster.parties.keys()].flatMap((party) => {
    const whole = { party, seats: roster.members(`party:${party}`) };
    const binds = binding(roster, whole);
    const speaks = (seat: Address): boolean =>
      [...world.consultation.forums.values()].some((forum) => placeAt(world, forum, seat)?.consults);
    const may: Readonly<Record<Begun, (seat: Address) => boolean>> = {
      // To found a forum is for those who speak for the whole of their party.
      matter: (seat) => binds.includes(seat) || consulting(roster, whole).includes(seat) || speaks(seat),
      'table-text': speaks,
      decision: () => true,
    };
    return [...binds, ...whole.seats.filter((s) => !binds.includes(s))].filter(may[what]).flatMap((seat): Speaker[] => {
      const why = standsFor(roster, world.seats, viewer, seat);
      return why === undefined ? [] : [{ seat, party, why }];
    });
  });
}

/** The members of a forum for which a controller may act now: by the engine’s rule of whose voice control has. */
export function voicesIn(world: World, roster: Roster, viewer: Address, forum: Forum): readonly Voice[] {
  return forum.card.members.flatMap((member): Voice[] => {
    const found = member.seats.flatMap((seat) => {
      const why = standsFor(roster, world.seats, viewer, seat);
      return why === undefined ? [] : [{ seat, why }];
    });
    const why = found[0]?.why;
    if (why === undefined) return [];
    const seats = found.map((f) => f.seat);
    const speaks = seats.filter((s) => binding(roster, member).includes(s) || consulting(roster, member).includes(s));
    return [{ party: member.party, member, why, seats, speaks }];
  });
}

/** What may be done for a member in a matter now, in the procedure’s own order; of those seats that the act is for. */
export function doableIn(world: World, roster: Roster, matter: Matter, voice: Voice, now: Ms): readonly Doable[] {
  const m = proceeding(world, matter);
  if (!m) return [];
  const procedure = procedureOf(matter);
  const { party, member } = voice;
  const binds = voice.seats.filter((s) => binding(roster, member).includes(s));
  const { speaks } = voice;
  const may = (act: string): boolean =>
    refusedAct(procedure, m, { type: act, party, at: now, on: act === 'sign' ? digestOf(m) : undefined }) === undefined;
  const two = m.members.length === 2;
  const acts = matter.closed
    ? []
    : [...procedure.acts, ...procedure.closes, ...ASIDE, 'withdraw'].filter((act) => may(act) && !(act === 'reserve' && two));
  const found = acts.map((act): Doable => ({ act, seats: procedure.binds.includes(act) ? binds : speaks }));
  const later = Math.max(now, m.due ?? 0) + 1;
  if (!matter.closed && refusedTime(procedure, m, party, later, now) === undefined) found.push({ act: 'prolong', seats: speaks });
  if (newSinceSigned(matter, party).length > 0) found.push({ act: 'note-statements', seats: binds });
  return found.filter((d) => d.seats.length > 0);
}
