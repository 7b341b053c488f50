import type { PlanPaper, PlanRow } from './paper.ts';
import { PLAN_WORDS } from './words.ts';

/**
 * What became of a step, in words, the same in every form: how it stands, by how much it is late and by what. A step whose time has come
 * and that has not begun is not “planned” any more.
 */
export function stateOf({ state, late, movedBy, planned }: PlanRow, { language, now }: Pick<PlanPaper, 'language' | 'now'>): string[] {
  const say = PLAN_WORDS[language];
  const overdue = state === 'planned' && late > 0 && planned !== undefined && planned.start < now;
  return [
    overdue ? say.notBegun : say.states[state],
    ...(late > 0 ? [say.late(late)] : []),
    ...(movedBy === '' ? [] : [say.movedBy(movedBy)]),
  ];
}
