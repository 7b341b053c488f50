import type { Address, Roster } from '../audience.ts';
import { isPast } from '../deadlines.ts';
import type { Id, Ms } from '../fact.ts';
import type { World } from '../world.ts';
import type { Done, Forum, Matter, Member } from './language.ts';
import type { Procedure, Proceeding } from './procedure.ts';
import { PROCEDURES } from './procedures/index.ts';
import { AGREED } from './words.ts';

/** What stands of forums and matters in a world: read here by rules, screens, conditions and figures alike. */

/** Everybody who sits at a forum’s table. */
export const seatsOf = ({ card }: Forum): Address[] => [...new Set(card.members.flatMap((m) => m.seats))];
export const delegation = ({ card }: Forum, party: string): readonly Address[] => card.members.find((m) => m.party === party)?.seats ?? [];
/** The delegations of those who chair it. */
export const chairSeats = (forum: Forum): Address[] => forum.card.chairs.flatMap((p) => delegation(forum, p));
/** The member for which a seat sits there. */
export const memberOf = ({ card }: Forum, seat: Address): Member | undefined => card.members.find((m) => m.seats.includes(seat));

/** Those of a delegation who give positions: with the right to consult, or all where none has it. */
export function consulting(roster: Roster, { seats }: Member): readonly Address[] {
  const may = seats.filter((s) => hasRight(roster, s, 'consult'));
  return may.length > 0 ? may : seats;
}
/** Those of a delegation who bind their party: with the right to sign, or its head where none has it. */
export function binding(roster: Roster, { seats }: Member): readonly Address[] {
  const may = seats.filter((s) => hasRight(roster, s, 'sign'));
  return may.length > 0 ? may : seats.slice(0, 1);
}
const hasRight = (roster: Roster, seat: Address, right: string): boolean =>
  roster.seats.get(seat.slice('seat:'.length))?.may.includes(right) === true;

/** The acts of a matter as this world tells, in order: those told at once, and those shown when it closed. */
export function actsOf(matter: Matter): readonly Done[] {
  if (matter.positions.length === 0) return matter.acts;
  const shown = matter.positions.filter((p) => !matter.acts.some((a) => isSame(a, p)));
  return [...matter.acts, ...shown].sort((a, b) => a.at - b.at);
}

/** True if one is the other, as it was shown when the matter closed. */
export const isSame = (a: Done, b: Done): boolean => a.party === b.party && a.type === b.type && a.at === b.at;

/** A party’s first act that answers: of those that the procedure has. */
export function answerOf(matter: Matter, party: string): Done | undefined {
  return actsOf(matter).find((a) => procedureOf(matter).acts.includes(a.type) && partyOfAct(a) === party);
}

/**
 * A party’s answer as due finds it: its first; where a new version of the text asked again before due (rules C5 and K7), its first to
 * that, unless what it said before stands.
 */
export function answerAtDue(matter: Matter, party: string): Done | undefined {
  const { acts: answers, renewed } = procedureOf(matter);
  const due = dueOf(matter);
  const acts = actsOf(matter);
  const asked = renewed && due !== undefined ? acts.findLastIndex((a) => a.type === 'new-version' && a.at <= due) : -1;
  const given = (some: readonly Done[]) => some.filter((a) => answers.includes(a.type) && partyOfAct(a) === party);
  const before = given(acts.slice(0, Math.max(asked, 0))).at(-1);
  return before && !renewed?.includes(before.type) ? before : given(acts.slice(asked + 1))[0];
}

/** True if a party’s answer came after its time, or has not come and the time passed while the matter was open. */
export function isLate(matter: Matter, party: string, now: Ms): boolean {
  return procedureOf(matter).answers === true && isPast(dueOf(matter), answerAtDue(matter, party)?.at ?? matter.closed?.at ?? now);
}

/** True if a world is shown only when the matter closes what a party said in it. `side`: whose world it is, absent for lead control. */
export function isVeiled(matter: Matter, { card }: Forum, party: string, side: string | undefined): boolean {
  const isNear = side === undefined || side === party || card.chairs.includes(side);
  return isKept(matter) && !isNear && party !== matter.card.party;
}

/** True if what is said in it is kept from all but the chairs: until it closes, and for good once it was withdrawn. */
export const isKept = ({ card, closed }: Matter): boolean =>
  card.shown === 'together' && (closed === undefined || closed.outcome === 'withdrawn');

/** What a side had done last, where a new version made it void, and when: rules C5, J3 and K7, even if the old text comes back. */
export function voidsIn(matter: Matter): readonly { readonly act: Done; readonly at: Ms }[] {
  const { acts: own, renewed } = procedureOf(matter);
  const acts = actsOf(matter);
  return acts.flatMap((act, i) => {
    if (!renewed?.includes(act.type)) return [];
    const after = acts.slice(i + 1).find((a) => a.type === 'new-version' || (own.includes(a.type) && partyOfAct(a) === partyOfAct(act)));
    return after?.type === 'new-version' ? [{ act, at: after.at }] : [];
  });
}

/** Whose act it was, as far as this world was told. */
export const partyOfAct = (act: Done): string | undefined => act.party ?? act.named?.party;
export const seatOfAct = (act: Done): Address | undefined => act.by ?? act.named?.by;

export const procedureOf = ({ card }: Matter): Procedure => PROCEDURES[card.procedure];

/** Until when, as it was prolonged last. */
export function dueOf({ card, prolonged }: Matter): Ms | undefined {
  return prolonged.at(-1)?.due ?? card.due;
}

/** The matter as its procedure sees it. */
export function proceeding(world: World, matter: Matter): Proceeding | undefined {
  const forum = world.consultation.forums.get(matter.forum);
  if (!forum) return undefined;
  const done = actsOf(matter).map(({ type, party, named, at, on }) => ({ type, party: party ?? named?.party ?? '', at, on }));
  const terms: Record<string, string> = {};
  if (matter.on) terms.digest = matter.on.digest;
  if (matter.card.unconfirmed) terms.unconfirmed = matter.card.unconfirmed;
  return {
    members: forum.card.members.map((m) => m.party),
    chairs: forum.card.chairs,
    asker: matter.card.party,
    opened: matter.at,
    due: dueOf(matter),
    terms,
    acts: done,
  };
}

/** Why nobody may change a text now: it is agreed, its steps are carried out, it lies under silence, or sides are asked to agree to it ad referendum. */
export function shutBy(world: World, text: Id): 'agreed' | 'active' | 'silence' | 'ad-referendum' | undefined {
  const on = [...world.consultation.matters.values()].filter((m) => m.on?.of === text);
  if (on.some(({ closed }) => closed && AGREED.includes(closed.outcome))) return 'agreed';
  for (const plan of world.execution.plans.values()) if (plan.of === text) return 'active';
  const open = on.filter((m) => !m.closed).map((m) => m.card.procedure);
  // Who has agreed to it has agreed to these words.
  return (['silence', 'ad-referendum'] as const).find((p) => open.includes(p));
}
