import type { Command, World } from '@entente/engine';
import { leadOf, openBlock } from '@entente/engine/execution';
import type { Asked, SeatPart, Words } from '../../../kit/seat/part.ts';

const words = (key: string): Words => ['execution', key];

function ofTask(world: World, id: string, what: string, command?: string): Asked | undefined {
  const task = world.execution.tasks.get(id);
  if (!task) return undefined;
  return {
    from: leadOf(task),
    about: task.text,
    verb: words(`ask.${what}`),
    ifNot: words(`ifNot.${what}`),
    ...(command ? { settle: { command: { type: command, task: id } as Command, says: words(`settle.${what}`) } } : {}),
  };
}

/** What a plan asks of a seat: steps to begin and to report done, its side’s word, an answer, a plan to make active. */
export const asks: NonNullable<SeatPart['asks']> = {
  start: ({ id }, world) => ofTask(world, id, 'start', 'StartStep'),
  finish: ({ id }, world) => ofTask(world, id, 'finish', 'FinishStep'),
  word: ({ id }, world) => ofTask(world, id, 'word', 'GiveWord'),
  answer({ id }, world) {
    const asked = ofTask(world, id, 'answer');
    const task = world.execution.tasks.get(id);
    return asked && { ...asked, about: (task && openBlock(task)?.text) ?? asked.about };
  },
  activate({ id }, world) {
    const text = world.consultation.texts.get(id);
    return text && { from: text.card.by, about: text.card.title, verb: words('ask.activate'), ifNot: words('ifNot.activate') };
  },
};
