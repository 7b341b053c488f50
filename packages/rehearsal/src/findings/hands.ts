import type { Hands } from '@entente/scenario';
import type { Plan } from '../run/plan.ts';
import type { Doing } from '../seats/rule.ts';

/** What rules do to injects and expected actions besides what is planned: no proof that something never comes holds against these. */
export function handsOf({ arms }: Pick<Plan, 'arms'>): Hands {
  const [injects, expects] = [new Set<string>(), new Set<string>()];
  const note = (doing: Doing): void => {
    if (!('give' in doing)) return;
    const { inject, expected } = doing.give.fields as { readonly inject?: unknown; readonly expected?: unknown };
    if (typeof inject === 'string') injects.add(inject);
    if (typeof expected === 'string') expects.add(expected);
  };
  for (const { books } of arms)
    for (const book of books)
      for (const { all } of book.values())
        for (const { doing, otherwise } of all) {
          note(doing);
          note(otherwise);
        }
  return { injects, expects };
}
