import type { Meta } from '../fact.ts';
import type { ExecutionEvent, ExecutionState, Task } from './language.ts';

export const initial = (): ExecutionState => ({ plans: new Map(), tasks: new Map() });

export function evolve(own: ExecutionState, event: ExecutionEvent, { id, at }: Meta): void {
  const src = id;
  switch (event.type) {
    case 'PlanActivated': {
      const { of, version, digest, unsigned, by } = event;
      own.plans.set(id, { src, id, at, of, version, digest, unsigned, by });
      return;
    }
    case 'TaskGiven': {
      const { plan, step, text, terms, planned, latest } = event;
      const empty = { reports: [], blocks: [], handed: [], overdue: [], hindered: [] };
      own.tasks.set(id, { src, id, at, plan, step, text, terms, planned, latest, ...empty });
      return;
    }
    default: {
      const task = own.tasks.get(event.task);
      if (task) inTask(task, event, { id, at });
    }
  }
}

function inTask(
  task: Task,
  event: Exclude<ExecutionEvent, { readonly type: 'PlanActivated' | 'TaskGiven' }>,
  { id: src, at }: Pick<Meta, 'id' | 'at'>,
): void {
  switch (event.type) {
    case 'TaskNamed':
      task.named = { src, scenario: event.scenario, when: event.when };
      return;
    case 'StepWaits':
      task.waits = { src };
      return;
    case 'StepFreed':
      task.freed = { src, at };
      return;
    case 'StepOverdue':
      task.overdue.push({ src, at, past: event.past, jumped: event.jumped });
      return;
    case 'StepHindered':
      task.hindered.push({ src, at, until: event.until, fails: event.fails, text: event.text });
      return;
    case 'HindranceLifted':
      for (const h of task.hindered) h.lifted ??= { src, at };
      return;
    default:
      byLead(task, event, { src, at, party: event.party, by: event.by });
  }
}

type ByLead = Extract<ExecutionEvent, { readonly party: string }>;

function byLead(task: Task, event: ByLead, hand: { src: string; at: number; party: string; by: string }): void {
  const { src, at } = hand;
  const unblock = (): void => {
    const open = task.blocks.findLast((b) => b.until === undefined);
    if (open) open.until = { src, at };
  };
  switch (event.type) {
    case 'WordGiven':
      task.word = hand;
      return;
    case 'StepStarted':
      task.started = { ...hand, happened: event.happened };
      return;
    case 'StepReported':
      task.reports.push({ ...hand, ends: event.ends, text: event.text });
      return;
    case 'StepBlocked':
      task.blocks.push({ ...hand, on: event.on, text: event.text });
      return;
    case 'StepUnblocked':
      unblock();
      return;
    case 'StepDone':
      unblock();
      task.done = { ...hand, happened: event.happened, text: event.text };
      return;
    case 'StepFailed':
      unblock();
      task.failed = { ...hand, text: event.text };
      return;
    case 'StepHandedOver':
      task.handed.push({ ...hand, to: event.to });
  }
}
