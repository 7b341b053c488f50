import { type Address, split } from '../audience.ts';
import type { Id } from '../fact.ts';
import type { Settling } from '../room.ts';
import type { World } from '../world.ts';
import { leadOf } from './tasks.ts';

/** Of a step: its lead’s seat is whose voice control has. What a block is answered with, and for whom control gives a word, a person says. */
const ofStep =
  (type: 'StartStep' | 'FinishStep') =>
  (world: World, viewer: Address, id: Id): Settling | undefined => {
    const task = world.execution.tasks.get(id);
    return task && { type, task: id, ...(split(viewer)[0] === 'seat' ? {} : { speaker: leadOf(task) }) };
  };

/** What settles what waits here: a step is begun and reported done, the own side’s word is given. */
export const executionSettling = {
  start: ofStep('StartStep'),
  finish: ofStep('FinishStep'),
  word: (_world: World, viewer: Address, task: Id): Settling | undefined =>
    split(viewer)[0] === 'seat' ? { type: 'GiveWord', task } : undefined,
  activate: (_world: World, viewer: Address, of: Id): Settling | undefined =>
    split(viewer)[0] === 'seat' ? { type: 'ActivatePlan', of } : undefined,
};
