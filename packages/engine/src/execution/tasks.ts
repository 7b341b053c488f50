import type { Address } from '../audience.ts';
import type { Forum } from '../consultation/language.ts';
import { isPast } from '../deadlines.ts';
import type { Id, Ms } from '../fact.ts';
import type { World } from '../world.ts';
import type { RunningPlan, Task } from './language.ts';

/** How a task stands, as a world tells: read here by rules, screens, conditions and figures alike. */

/** The seat that leads it now. */
export const leadOf = ({ terms, handed }: Task): Address => handed.at(-1)?.to ?? terms.lead ?? '';
export const tasksOf = (world: World, plan: Id): Task[] => [...world.execution.tasks.values()].filter((t) => t.plan === plan);
/** The active plan by a text; undefined while it is none. */
export const planOf = (world: World, text: Id): RunningPlan | undefined => [...world.execution.plans.values()].find((p) => p.of === text);

export const isFailed = ({ failed, hindered }: Task): boolean => failed !== undefined || hindered.some((h) => h.fails && !h.lifted);
/** True while lead control holds it up, as far as this world was told. */
export const isHindered = ({ hindered }: Task, now: Ms): boolean =>
  hindered.some((h) => !h.lifted && (h.fails || h.until === undefined || !isPast(h.until, now)));
export const openBlock = ({ blocks }: Task) => blocks.findLast((b) => b.until === undefined);
export const isOver = (task: Task): boolean => task.done !== undefined || isFailed(task);
/** The same by its lead’s own word: all that the other sides are told. */
export const isReportedOver = ({ done, failed }: Task): boolean => done !== undefined || failed !== undefined;

/** When it really began and ended, scenario ms. */
export const startOf = ({ started }: Task): Ms | undefined => started && (started.happened ?? started.at);
export const endOf = ({ done }: Task): Ms | undefined => done && (done.happened ?? done.at);

/** The forum that agreed to a running plan. */
export function forumOfPlan(world: World, plan: Id): Forum | undefined {
  const text = world.consultation.texts.get(world.execution.plans.get(plan)?.of ?? '');
  return world.consultation.forums.get(text?.forum ?? '');
}
/** The side that leads it, as the plan’s forum has it. */
export function partyOf(world: World, task: Task): string {
  const lead = leadOf(task);
  return forumOfPlan(world, task.plan)?.card.members.find((m) => m.seats.includes(lead))?.party ?? '';
}

/** On what it still waits before it may begin: a side’s word, or what only lead control knows. */
export function waitsFor(world: World, task: Task): 'word' | 'hidden' | undefined {
  const { terms, word, waits, freed } = task;
  if (terms.word !== undefined && terms.word !== partyOf(world, task) && !word) return 'word';
  return waits && !freed ? 'hidden' : undefined;
}
