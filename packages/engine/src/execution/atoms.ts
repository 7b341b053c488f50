import { narrower } from '../conditions.ts';
import type { Atom } from '../room.ts';
import type { World } from '../world.ts';
import type { StepAsk } from './asks.ts';
import { isFailed } from './tasks.ts';

function optionOf(world: World, plan: string): string | undefined {
  const text = world.execution.plans.get(plan)?.of;
  const drafted = text === undefined ? undefined : world.planning.drafted.get(text);
  return drafted && world.planning.options.get(drafted.option)?.named?.scenario;
}

/** What conditions may ask of steps. */
export const stepAtom: Atom<StepAsk> = {
  holds({ world }, { id, option, is }) {
    for (const task of world.execution.tasks.values()) {
      if (task.named?.scenario !== id || (option !== undefined && optionOf(world, task.plan) !== option)) continue;
      if (is === 'started' && task.started) return true;
      if (is === 'done' && task.done) return true;
      if (is === 'failed' && isFailed(task)) return true;
      if (is === 'blocked' && task.blocks.some((b) => b.until === undefined)) return true;
      if (is === 'late' && task.overdue.some((o) => o.past === 'planned')) return true;
      if (is === 'past-latest' && task.overdue.some((o) => o.past === 'latest')) return true;
    }
    return false;
  },
  keys: () => ['step'],
  names: ({ id, option }) => [
    { kind: 'step', id, at: 'id' },
    { kind: 'option', id: option, at: 'option' },
  ],
  // Nothing is done before it is started.
  implies: (a, b) => narrower({ ...a, is: b.is === 'started' && a.is === 'done' ? b.is : a.is }, b),
};
