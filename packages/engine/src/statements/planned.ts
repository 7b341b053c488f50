import type { Address } from '../audience.ts';
import type { World } from '../world.ts';
import type { SaidPlan } from './language.ts';
import { entityOf, isOutlet, mediumOf } from './voices.ts';

/** What of an inject says what it brings. */
export interface Card {
  readonly says?: string | undefined;
  readonly from: string;
}
export type Held = Pick<World, 'statements' | 'seats'>;

/** What an inject says to these, and under which name it was planned; nothing, if all that it does is tell them. */
export function planFor(
  world: Held,
  { says, from }: Card,
  to: readonly Address[],
): { readonly plan: SaidPlan; readonly name?: string } | undefined {
  const found = says === undefined ? undefined : world.statements.plans.get(says);
  const open = to.includes('public');
  // The public is asked nothing, and a plan is said once.
  if (found && (found.plan.is === 'question' ? !open : !found.brought)) return { plan: found.plan, name: says as string };
  const plan = open ? ofItself(world, from) : undefined;
  return plan && { plan };
}

/** A card names an entity by its id alone. */
const senderOf = (from: string): Address => (from.includes(':') ? from : `entity:${from}`) as Address;

/** What an inject of that sender is, once it goes to the public; undefined if nobody could have said it. */
export function ofItself(world: Pick<World, 'seats'>, sender: string): SaidPlan | undefined {
  const from = senderOf(sender);
  if (isOutlet(world, from)) {
    const medium = mediumOf(world, from);
    // People who post claim nothing; what others report waits to be heard.
    return { is: 'report', id: '', outlet: from, medium, reads: [], claims: medium === 'post' ? [] : undefined };
  }
  const { speaksFor: party, rank = 'head' } = entityOf(world, from) ?? {};
  if (party === undefined) return undefined;
  return { is: 'statement', id: '', card: { party, by: from, rank, attribution: 'on-record', posture: 'active' } };
}
