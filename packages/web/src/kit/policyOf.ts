import { type LabelPolicy, labelPolicy, type World } from '@entente/engine';

/** The label policy of an exercise, as this world was told. */
export function policyOf(world: World): LabelPolicy {
  return labelPolicy(world.sharing);
}
