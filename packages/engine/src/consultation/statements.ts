import type { Id, Ms } from '../fact.ts';
import type { Matter } from './language.ts';
import { actsOf, partyOfAct } from './matters.ts';
import { NOTE } from './words.ts';

/** A statement or reservation that came after a side’s signature, which it has not acknowledged: *new since you signed*. */
export function newSinceSigned(matter: Matter, party: string): readonly { readonly id: Id; readonly at: Ms }[] {
  const acts = actsOf(matter);
  const signed = acts.findLastIndex((a) => a.type === 'sign' && partyOfAct(a) === party);
  if (signed < 0) return [];
  const noted = acts.findLast((a) => a.type === NOTE && partyOfAct(a) === party);
  return acts
    .slice(signed + 1)
    .filter(
      (a) =>
        (a.type === 'interpret' || a.type === 'reserve') && partyOfAct(a) !== party && (!noted || acts.indexOf(noted) < acts.indexOf(a)),
    );
}
