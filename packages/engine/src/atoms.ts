import type { Condition } from './conditions.ts';
import { expectedAtom } from './expected/status.ts';
import { injectAtom } from './injects/status.ts';
import { messageAtom } from './messages/messages.ts';
import { milestoneAtom, timeAtom, variableAtom } from './milestones/milestones.ts';
import type { Atom, Look } from './room.ts';
import { itemAtom, requestAtom } from './sharing/atoms.ts';

/** What conditions may ask, by the key that authors write. */
export const ATOMS: { readonly [name: string]: Atom<never> } = {
  milestone: milestoneAtom,
  time: timeAtom,
  variable: variableAtom,
  inject: injectAtom,
  expected: expectedAtom,
  message: messageAtom,
  item: itemAtom,
  request: requestAtom,
};

/** Splits a condition into its one key and what stands there. */
export function part(condition: Condition): [string, never] {
  return Object.entries(condition)[0] as [string, never];
}

/** Asks the whole condition afresh: the oracle beside the dependency index. */
export function evaluate(look: Look, when: Condition): boolean {
  if ('all' in when) return when.all.every((c) => evaluate(look, c));
  if ('any' in when) return when.any.some((c) => evaluate(look, c));
  if ('not' in when) return !evaluate(look, when.not);
  const [name, args] = part(when);
  return (ATOMS[name] as Atom<never>).holds(look, args);
}
