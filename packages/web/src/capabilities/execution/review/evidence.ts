import type { World } from '@entente/engine';
import { evidenceOf } from '../../../kit/review/evidence.ts';

/** The events behind a step: all that was reported of it. */
export function evidenceOfStep(world: World, id: string): string[] {
  const task = world.execution.tasks.get(id);
  return task ? evidenceOf(task) : [];
}
