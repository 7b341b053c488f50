import { ranBetween } from '../clock/clock.ts';
import type { Id, Ms } from '../fact.ts';
import type { World } from '../world.ts';
import type { Decision, Matter } from './language.ts';

/** Whether a decision was taken after consulting where that was due: a selector, since a later entry may correct it. */

/** What a decision was about: as lead control has set it last, or as it was recorded. */
export function subjectOf({ card, subjects }: Decision): string | undefined {
  return subjects.length > 0 ? subjects.at(-1)?.subject : card.subject;
}
/** When it was taken, scenario ms. */
export const takenAt = ({ card, at }: Decision): Ms => card.happened ?? at;

/** How a decision stands to the consultation that was due. */
export interface Consulted {
  /** `before`: asked in time; `after`: decided before asking; `never`: not asked, as far as this world tells. */
  readonly state: 'before' | 'after' | 'never';
  /** The forums that were to be asked. */
  readonly forums: readonly Id[];
  /** The matter by which they were asked, or told afterwards. */
  readonly matter?: Id | undefined;
  /** By how much it was decided before asking: ms that ran. */
  readonly by?: Ms | undefined;
}

type Told = Pick<World, 'consultation' | 'clock'>;

/** How a decision stands to what was due: see `consultedOn`. */
export function consulted(world: Told, decision: Decision): Consulted | undefined {
  const subject = subjectOf(decision);
  return subject === undefined ? undefined : consultedOn(world, decision.card.party, subject, takenAt(decision));
}

/**
 * How a party’s decision on a subject stands, or would stand, if it is taken at `taken`, scenario ms. Undefined where no forum of
 * this world was to be asked before such a decision. A forum is asked by any matter on the subject that its asker does not call
 * decided; informing and notifying are no asking.
 */
export function consultedOn(world: Told, party: string, subject: string, taken: Ms): Consulted | undefined {
  const { consultation } = world;
  const forums = [...consultation.forums.values()]
    .filter(({ card }) => card.subjects.some((s) => s.id === subject) && card.members.some((m) => m.party === party))
    .map((f) => f.id);
  if (forums.length === 0) return undefined;
  const on = [...consultation.matters.values()].filter(
    ({ card, forum }) => card.party === party && card.subject === subject && forums.includes(forum),
  );
  const asks = ({ card }: Matter): boolean => card.basis !== 'taken' && card.form !== 'inform' && card.procedure !== 'notification';
  const before = on.find((m) => m.at <= taken && asks(m));
  if (before) return { state: 'before', forums, matter: before.id };
  const after = on.find(({ at }) => at > taken);
  return after ? { state: 'after', forums, matter: after.id, by: ranBetween(world, taken, after.at) } : { state: 'never', forums };
}
