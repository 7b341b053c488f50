import type { CentreGiven, ControlLook } from '../../../kit/control/part.ts';
import { phrases } from '../control/phrases.ts';
import { numberOf, stepEntries } from './entries.ts';
import { stepMarks } from './marks.tsx';
import { planNews } from './news.ts';
import { PlanPlace, TaskDetail } from './parts.ts';

export const look: ControlLook & { readonly centre: CentreGiven } = {
  room: 'execution',
  phrases,
  happenings: planNews,
  entries: stepEntries,
  marks: stepMarks,
  lane: { name: 'plan', words: 'control', letter: 'S' },
  legend: [{ name: 'kind.step', order: 67, kind: 'step' }],
  details: { task: TaskDetail },
  centre: {
    name: 'plan',
    words: 'control',
    shows: ({ planning, execution }) => planning.drafted.size + execution.plans.size > 0,
    Place: PlanPlace,
  },
  called: (world, id) => {
    const task = world.execution.tasks.get(id);
    return task && { number: String(numberOf(world, task)), title: task.text, target: { kind: 'task', id } };
  },
};
