import { endOf, partyOf, startOf } from '@entente/engine/execution';
import type { Mark } from '../../../kit/review/mark.ts';
import type { MarksLook, ShapeLook } from '../../../kit/review/part.ts';

/** Marks of *What happened?*: each step from its beginning to its end, in its lead’s lane. */
export function* planMarks({ world }: MarksLook): Iterable<Mark> {
  for (const task of world.execution.tasks.values()) {
    const start = startOf(task);
    if (start === undefined) continue;
    const late = task.overdue.some((o) => o.past === 'latest') || task.failed !== undefined;
    yield {
      key: `step:${task.id}`,
      kind: 'plan',
      lane: partyOf(world, task),
      form: late ? 'stepLate' : 'step',
      at: start,
      until: endOf(task),
      title: task.text,
      wordless: 'far',
      legend: 'step',
    };
  }
}

export const stepShape = ({ form }: ShapeLook) => (
  <rect x={-7} y={-4} width={14} height={8} style={{ fill: form === 'stepLate' ? 'var(--late)' : 'var(--ink-2)' }} />
);
