import type { Rejection } from '../fact.ts';
import { type Label, type LabelPolicy, normalLabel } from './policy.ts';
import { TLP_POLICY } from './tlp.ts';

/** What of a world says which labels there are: the rules with which the exercise was opened. */
interface Ruled {
  readonly rules?: { readonly policy: LabelPolicy };
}
interface Labelled {
  readonly sharing: Ruled;
}

/** The exercise’s label policy; TLP 2.0 where a record says nothing of it. */
export function labelPolicy(own: Ruled): LabelPolicy {
  return own.rules?.policy ?? TLP_POLICY;
}
/** A label as it is kept: the usual one where none is given. Undefined for what is no label of the policy. */
export function knownLabel(own: Ruled, label: Label | undefined): Label | undefined {
  const policy = labelPolicy(own);
  return label === undefined ? policy.usual : normalLabel(policy, label);
}
/** The same for a scenario, whose check has seen its labels. @throws RangeError for a label of another policy. */
export function labelOf(world: Labelled, label: Label | undefined): Label {
  const known = knownLabel(world.sharing, label);
  if (known === undefined) throw new RangeError(`“${label}” is no label of ${labelPolicy(world.sharing).id}`);
  return known;
}
/** Says which labels there are. */
export function noSuchLabel(ctx: { readonly world: Labelled }, label: Label | undefined): Rejection {
  const { levels, name } = labelPolicy(ctx.world.sharing);
  const known = levels.map((l) => l.id).join(', ');
  return {
    code: 'no-such-label',
    message: `“${label}” is no label of this exercise (${typeof name === 'string' ? name : Object.values(name)[0]}). Its levels: ${known}.`,
    details: { label: label ?? '', known },
  };
}
