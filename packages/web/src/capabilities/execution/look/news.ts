import type { World } from '@entente/engine';
import type { Task } from '@entente/engine/execution';
import { type Happening, type HappeningPart, happening } from '../../../kit/control/happening.ts';

/** What became of plans and their steps, as far as this world was told. */
export function* planNews(world: World): Generator<Happening> {
  for (const { src, at, of, by, unsigned } of world.execution.plans.values()) {
    const title = world.consultation.texts.get(of)?.card.title ?? '';
    yield happening(src, at, ['tables', 'decisions'], unsigned ? 'plan.unsigned' : 'plan.active', { who: by, texts: { title } });
  }
  for (const task of world.execution.tasks.values()) yield* stepNews(task);
}

function* stepNews(task: Task): Generator<Happening> {
  const part: HappeningPart = { texts: { title: task.text }, target: { kind: 'task', id: task.id } };
  const told = (fact: { readonly src: string; readonly at: number; readonly by?: string }, key: string, tone?: 'late' | 'met') =>
    happening(fact.src, fact.at, tone === 'late' ? ['tables', 'late'] : ['tables'], `step.${key}`, { ...part, who: fact.by, tone });
  if (task.word) yield told(task.word, 'word');
  if (task.started) yield told(task.started, 'started');
  for (const r of task.reports) yield told(r, 'reported');
  for (const b of task.blocks) {
    yield told(b, 'blocked', 'late');
    if (b.until) yield told(b.until, 'unblocked');
  }
  for (const h of task.hindered) {
    yield told({ ...h, by: 'control' }, h.fails ? 'failedBy' : 'hindered', 'late');
    if (h.lifted) yield told({ ...h.lifted, by: 'control' }, 'lifted');
  }
  for (const h of task.handed) yield { ...told(h, 'handed'), to: [h.to] };
  for (const o of task.overdue) if (!o.jumped) yield told(o, `overdue.${o.past}`, 'late');
  if (task.failed) yield told(task.failed, 'failed', 'late');
  if (task.done) yield told(task.done, 'done', 'met');
}
