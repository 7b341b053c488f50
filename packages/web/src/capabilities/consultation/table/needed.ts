import type { Id, Ms, World } from '@entente/engine';
import { current } from '@entente/engine/consultation';
import { decideByText } from '@entente/engine/execution';
import { stepsOf } from '@entente/engine/steps';
import type { Until } from './UntilField.tsx';

/** By when a plan must be agreed, or this step of it, by its number, becomes impossible. */
export interface NeededBy {
  readonly at: Ms;
  readonly step: number;
}

/** Undefined of a text that is no plan, has no hard times or is agreed. */
export function neededBy(world: World, on: Id): NeededBy | undefined {
  const text = world.consultation.texts.get(on);
  const found = text && decideByText(world, on).find((d) => d.kind === 'signature');
  if (!found) return undefined;
  return { at: found.by, step: stepsOf(current(text).paragraphs).findIndex((s) => s.id === found.step) + 1 };
}

const USUAL = '30';
/** What is offered first: half an hour, or less where the plan needs it sooner and there is still time. */
export function untilFor(needed: NeededBy | undefined, now: Ms): Until {
  const fits = needed === undefined || needed.at <= now || needed.at - now >= Number(USUAL) * 60_000;
  return { in: fits ? USUAL : 'plan', at: '' };
}
