import type { Id } from '../fact.ts';
import type { World } from '../world.ts';
import type { OptionVersion, OwnStep, PlanOption } from './language.ts';

/** What stands on a board, as a world tells. */

export const currentOption = ({ versions }: PlanOption): OptionVersion => versions.at(-1) as OptionVersion;
/** The options that are compared: those that nobody dropped. */
export function optionsOn(world: World, board: Id): readonly PlanOption[] {
  return [...world.planning.options.values()].filter((o) => o.board === board && !o.dropped);
}
/** True of a step that its side still keeps: it was not dropped, and no other was kept in its place. */
export const standsOwn = ({ instead, marks }: OwnStep): boolean => !instead && !marks.some((m) => m.is === 'dropped');
/** Steps that a side keeps beside a plan, as they stand. */
export function ownSteps(world: World, of: Id, party?: string): readonly OwnStep[] {
  return [...world.planning.own.values()].filter((s) => s.of === of && (party === undefined || s.party === party) && standsOwn(s));
}
