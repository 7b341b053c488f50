import { ranBetween, wasJumped } from '../clock/clock.ts';
import { lateBy } from '../deadlines.ts';
import type { Id, Ms } from '../fact.ts';
import type { World } from '../world.ts';
import { consulted, takenAt } from './due.ts';
import type { Decision, Done, Matter } from './language.ts';
import { actsOf, answerAtDue, dueOf, isLate, isVeiled, partyOfAct, procedureOf, proceeding, voidsIn } from './matters.ts';

/** How each party stands in a matter, and what went wrong in it: from what a world was told, for tables, the review and the report alike. */

/** How one party stands in a matter. */
export interface Standing {
  readonly party: string;
  /** It asked. */
  readonly asks: boolean;
  /** What it has done of the procedure’s own acts, in order, as far as this world was told whose they were. */
  readonly acts: readonly Done[];
  /** Reservations and interpretative statements. */
  readonly said: readonly Done[];
  /** What it had signed or said last where a new version made it void, and when. */
  readonly voids: readonly { readonly act: Done; readonly at: Ms }[];
  /** An act of it is awaited now. */
  readonly awaited: boolean;
  /** This world is shown what it said only when the matter closes. */
  readonly veiled: boolean;
  /** By how much it was, or is, late, ms; absent if in time, or where a jump passed its time. */
  readonly lateBy?: Ms | undefined;
  /** A jump passed its time: it was not given. */
  readonly passed: boolean;
  /** Somebody broke this silence, and this world is not told whether it did. */
  readonly unnamed: boolean;
  /** From asking to the last of its acts, by the clock, ms; absent if it has none. */
  readonly took?: Ms | undefined;
  /** How long before due its act broke a silence, ms; absent if it broke none. */
  readonly before?: Ms | undefined;
}

/** What went wrong in a matter. */
export type Trouble =
  | { readonly kind: 'late'; readonly party: string; readonly by: Ms }
  | { readonly kind: 'unasked'; readonly party: string; readonly by: Ms; readonly decision: Id }
  | { readonly kind: 'broken' | 'not-agreed' | 'lapsed' | 'not-signed'; readonly at: Ms };

/** Outcomes that are trouble by themselves. */
const FAILED: readonly string[] = ['broken', 'not-agreed', 'lapsed', 'not-signed'];

/**
 * How the members of a matter stand at a moment, in the forum’s order. `side`: the party whose world it is, absent for lead
 * control; under *together* its own acts and, if it chairs, all acts are known to it before the end.
 */
export function standings(world: World, matter: Matter, now: Ms, side?: string): readonly Standing[] {
  const forum = world.consultation.forums.get(matter.forum);
  const m = proceeding(world, matter);
  if (!forum || !m) return [];
  const procedure = procedureOf(matter);
  const acts = actsOf(matter);
  const awaited = matter.closed ? [] : procedure.needs(m, now).from;
  const due = dueOf(matter);
  const jumped = due !== undefined && wasJumped(world, due);
  const voids = voidsIn(matter);
  const nameless = matter.closed?.outcome === 'broken' && !acts.some((a) => procedure.acts.includes(a.type) && partyOfAct(a) !== undefined);
  return forum.card.members.map(({ party }): Standing => {
    const own = acts.filter((a) => partyOfAct(a) === party);
    const done = own.filter((a) => procedure.acts.includes(a.type));
    const asks = matter.card.party === party;
    const veiled = isVeiled(matter, forum, party, side);
    const last = done.at(-1);
    // What due decides ends with it: nobody is late by some time then.
    const late = !procedure.decides && !asks && !veiled && isLate(matter, party, now);
    return {
      party,
      asks,
      acts: done,
      said: own.filter((a) => a.type === 'reserve' || a.type === 'interpret'),
      voids: voids.filter(({ act }) => partyOfAct(act) === party),
      awaited: !veiled && awaited.includes(party),
      veiled,
      lateBy: late && !jumped ? lateBy(due, answerAtDue(matter, party)?.at ?? matter.closed?.at ?? now) : undefined,
      passed: late && jumped,
      unnamed: nameless && party !== side,
      took: last && ranBetween(world, matter.at, last.at),
      before: last && due !== undefined && matter.card.procedure === 'silence' ? due - last.at : undefined,
    };
  });
}

/** How long a closed matter took, by the clock, ms; undefined while it is open. */
export const lasted = (world: Pick<World, 'clock'>, { at, closed }: Matter): Ms | undefined => closed && ranBetween(world, at, closed.at);

/** What went wrong in a matter so far; empty if nothing did. */
export function troubles(world: World, matter: Matter, now: Ms, side?: string): readonly Trouble[] {
  const { closed } = matter;
  const late = standings(world, matter, now, side).flatMap(({ party, lateBy }): Trouble[] =>
    lateBy === undefined || closed?.outcome === 'withdrawn' ? [] : [{ kind: 'late', party, by: lateBy }],
  );
  const unasked = decisionsOn(world, matter).flatMap(({ decision, by }): Trouble[] =>
    by === undefined ? [] : [{ kind: 'unasked', party: decision.card.party, by, decision: decision.id }],
  );
  const failed = closed && FAILED.includes(closed.outcome) && !closed.jumped;
  return [...unasked, ...(failed ? [{ kind: closed.outcome as 'broken', at: closed.at }] : []), ...late];
}

/** Decisions for which a matter asked, or after which it did: `by` is set where it was decided so long before asking. */
export function decisionsOn(world: World, matter: Matter): readonly { readonly decision: Decision; readonly by?: Ms | undefined }[] {
  return [...world.consultation.decisions.values()].flatMap((decision) => {
    const due = consulted(world, decision);
    return due?.matter === matter.id ? [{ decision, by: due.by }] : [];
  });
}

/** Decisions on which no forum was asked though one was to be, as far as this world tells, in order of time. */
export function neverAsked(world: World): readonly { readonly decision: Decision; readonly forum: Id }[] {
  const found = [...world.consultation.decisions.values()].flatMap((decision) => {
    const due = consulted(world, decision);
    const forum = due?.state === 'never' ? due.forums[0] : undefined;
    return forum === undefined ? [] : [{ decision, forum }];
  });
  return found.sort((a, b) => takenAt(a.decision) - takenAt(b.decision));
}

/** How many brackets stood open over time: a step at each moment at which their number changed, in order. */
export function openBracketSteps({ consultation }: Pick<World, 'consultation'>): readonly { readonly at: Ms; readonly open: number }[] {
  const changes = [...consultation.texts.values()].flatMap(({ brackets }) =>
    brackets.flatMap(({ at, dropped, settled }) => {
      const end = dropped?.at ?? settled?.at;
      return [{ at, by: 1 }, ...(end === undefined ? [] : [{ at: end, by: -1 }])];
    }),
  );
  const steps: { at: Ms; open: number }[] = [];
  let open = 0;
  for (const { at, by } of changes.sort((a, b) => a.at - b.at)) {
    open += by;
    const last = steps.at(-1);
    if (last?.at === at) last.open = open;
    else steps.push({ at, open });
  }
  return steps;
}
