import type { Address, World } from '@entente/engine';
import { forumOfPlan, leadOf } from '@entente/engine/execution';
import type { Line } from '../../../kit/seat/line.ts';
import type { SeatLook } from '../../../kit/seat/part.ts';

/** Active plans and their steps, as lines. A step stands in the place Plan and with what is asked, and is no news by itself. */
export function* executionLines({ world, seat, reads, seen }: SeatLook): Iterable<Line> {
  const { plans, tasks } = world.execution;
  const plain = { channel: 'plan', replies: false, filter: 'task' } as const;
  for (const { id, at, of, by } of plans.values()) {
    const title = world.consultation.texts.get(of)?.card.title;
    const mine = by === seat;
    yield {
      ...plain,
      id,
      at,
      mine,
      title,
      kind: 'plan',
      from: by,
      to: sidesOf(world, id),
      text: '',
      unread: reads && !mine && !seen.has(id),
    };
  }
  for (const task of tasks.values()) {
    const { id, at, plan, text } = task;
    const from = leadOf(task);
    yield {
      ...plain,
      id,
      at,
      from,
      mine: from === seat,
      kind: 'task',
      to: sidesOf(world, plan),
      title: text,
      text: '',
      unread: false,
      apart: true,
    };
  }
}

const sidesOf = (world: World, plan: string): readonly Address[] =>
  (forumOfPlan(world, plan)?.card.members ?? []).map((m) => `party:${m.party}` as const);
