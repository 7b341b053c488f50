import type { World } from '@entente/engine';
import type { Joint, Statement } from '@entente/engine/statements';

/** The statement that a joint one became, if it is out. */
export function statementOf(world: World, joint: Joint): Statement | undefined {
  return [...world.statements.statements.values()].find((s) => s.links.some((l) => l.how === 'joint' && l.to === joint.id));
}
