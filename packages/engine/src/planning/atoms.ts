import { narrower } from '../conditions.ts';
import { AGREED } from '../consultation/words.ts';
import type { Task } from '../execution/language.ts';
import { planOf, tasksOf } from '../execution/tasks.ts';
import type { Id } from '../fact.ts';
import type { Atom } from '../room.ts';
import type { World } from '../world.ts';
import type { PlanAsk } from './asks.ts';

/** True if the sides have agreed to a text, by whatever procedure. */
export function isSigned(world: World, text: Id): boolean {
  for (const { on, closed } of world.consultation.matters.values())
    if (on?.of === text && closed && AGREED.includes(closed.outcome)) return true;
  return false;
}

/** While its steps are being given out, a plan is not done for want of them. */
const isDone = (tasks: readonly Task[]): boolean => tasks.length > 0 && tasks.every((t) => t.done);

function answers(world: World, { board, option, is }: PlanAsk): boolean {
  const { planning } = world;
  if (is === 'needed')
    return [...planning.boards.values()].some((b) => b.needed !== undefined && (board === undefined || b.named?.scenario === board));
  for (const [text, by] of planning.drafted) {
    const of = planning.options.get(by.option);
    if (option !== undefined && of?.named?.scenario !== option) continue;
    if (board !== undefined && planning.boards.get(of?.board ?? '')?.named?.scenario !== board) continue;
    if (is === 'drafted' || (is === 'signed' && isSigned(world, text))) return true;
    const plan = planOf(world, text);
    if (!plan || is === 'signed') continue;
    const tasks = tasksOf(world, plan.id);
    if (is === 'active' || (is === 'done' && isDone(tasks)) || (is === 'failed' && tasks.some((t) => t.failed))) return true;
  }
  return false;
}

/** What conditions may ask of plans. */
export const planAtom: Atom<PlanAsk> = {
  holds: ({ world }, args) => answers(world, args),
  keys: () => ['plan', 'matter'],
  names: ({ board, option }) => [
    { kind: 'plan', id: board, at: 'board' },
    { kind: 'option', id: option, at: 'option' },
  ],
  // A plan that is done or failed is active, and every plan was drafted; lead control may make active what nobody signed.
  implies: (a, b) =>
    narrower(
      {
        ...a,
        is: b.is === 'drafted' && a.is !== 'needed' ? b.is : b.is === 'active' && (a.is === 'done' || a.is === 'failed') ? b.is : a.is,
      },
      b,
    ),
};
