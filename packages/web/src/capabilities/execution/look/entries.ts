import type { World } from '@entente/engine';
import { endOf, isFailed, openBlock, partyOf, startOf, type Task, tasksOf } from '@entente/engine/execution';
import type { Entry } from '../../../kit/control/entry.ts';
import type { EntryLook } from '../../../kit/control/part.ts';

/** The lane that this room gives the timeline. */
const LANE = 'plan';

/** The steps of active plans on control’s timeline: where they began or are to begin, and until when they last. */
export function* stepEntries({ world, viewer, names, now }: EntryLook): Iterable<Entry> {
  for (const plan of world.execution.plans.values())
    for (const task of tasksOf(world, plan.id)) {
      const party = partyOf(world, task);
      const start = startOf(task);
      const at = start ?? task.planned?.start;
      if (at === undefined) continue;
      const end = endOf(task) ?? task.planned?.end;
      yield {
        ...PLAIN,
        id: task.id,
        number: `${names.party(party)?.letter ?? ''}${numberOf(world, task)}`,
        title: task.text,
        status: isTroubled(task, now) ? 'missed' : start === undefined ? 'planned' : 'done',
        at,
        about: start === undefined,
        happened: start !== undefined,
        mine: viewer.party !== undefined && viewer.party === party,
        ...(end === undefined || end <= at ? {} : { until: end, allowed: true as const }),
      };
    }
}

const PLAIN = { kind: 'step', target: 'task', lanes: [LANE], contingency: false, manual: false, waits: false, pictured: true } as const;

/** Late, blocked or failed. */
const isTroubled = (task: Task, now: number): boolean =>
  isFailed(task) || openBlock(task) !== undefined || (!task.done && task.planned !== undefined && task.planned.end < now);

/** Its place among the steps of its plan. */
export const numberOf = (world: World, task: Task): number => tasksOf(world, task.plan).findIndex((t) => t.id === task.id) + 1;
