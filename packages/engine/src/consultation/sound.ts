import type { Rejection } from '../fact.ts';
import { checkSteps, type StepProblem } from '../steps/check.ts';
import { stepsOf } from '../steps/terms.ts';
import { current } from './brackets.ts';
import type { Forum } from './language.ts';
import type { TableText } from './texts-language.ts';

/** What is wrong with a plan’s steps as its text stands; of a text without steps: nothing. */
export function planProblems(text: TableText, { card }: Forum): StepProblem[] {
  return checkSteps(stepsOf(current(text).paragraphs), card.members);
}

/** Why nobody can agree to a plan yet: its steps wait for each other, lack a lead, or cannot be kept. */
export function unsound(text: TableText | undefined, forum: Forum): Rejection | undefined {
  const [wrong] = text ? planProblems(text, forum).filter((p) => p.grave) : [];
  if (!wrong) return undefined;
  return {
    code: 'plan-not-sound',
    message:
      'The steps of this plan cannot be agreed so: a circle, a missing lead, an impossible time or nothing that begins a step. See its check.',
    details: { problem: wrong.code, steps: wrong.steps.join(', ') },
  };
}
