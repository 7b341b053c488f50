import { clockStatus, wasJumped } from '../clock/clock.ts';
import { seatsOf } from '../consultation/matters.ts';
import { alarmAfter, isPassed, isPast } from '../deadlines.ts';
import type { Rejection } from '../fact.ts';
import type { Actor, Context, Draft, Room } from '../room.ts';
import { stepAtom } from './atoms.ts';
import type { ExecutionCommand } from './commands.ts';
import {
  activate,
  blockStep,
  failStep,
  finishStep,
  freed,
  giveWord,
  handOverStep,
  hinder,
  reportStep,
  startStep,
  unblockStep,
} from './decide.ts';
import { evolve, initial } from './evolve.ts';
import type { ExecutionEvent, ExecutionState } from './language.ts';
import { executionSettling } from './settle.ts';
import { forumOfPlan, isOver, isReportedOver } from './tasks.ts';
import { executionWaits, taskCard } from './waits.ts';

function decide(ctx: Context, command: ExecutionCommand, by: Actor): Draft[] | Rejection {
  switch (command.type) {
    case 'ActivatePlan':
      return activate(ctx, command, by);
    case 'GiveWord':
      return giveWord(ctx, command, by);
    case 'StartStep':
      return startStep(ctx, command, by);
    case 'ReportStep':
      return reportStep(ctx, command, by);
    case 'BlockStep':
      return blockStep(ctx, command, by);
    case 'UnblockStep':
      return unblockStep(ctx, command, by);
    case 'FinishStep':
      return finishStep(ctx, command, by);
    case 'FailStep':
      return failStep(ctx, command, by);
    case 'HandOverStep':
      return handOverStep(ctx, command, by);
    case 'HinderStep':
    case 'LiftHindrance':
      return hinder(ctx, command, by);
  }
}

/** A time of a step has passed, and nobody reported it over: that lead control failed it is its lead’s side’s to say. */
function overdue(ctx: Context, key: string): Draft[] {
  const [id = '', past] = key.split('/') as [string, 'planned' | 'latest'];
  const task = ctx.world.execution.tasks.get(id);
  const due = past === 'planned' ? task?.planned?.end : task?.latest;
  if (!task || due === undefined || !isPast(due, ctx.now) || isReportedOver(task) || clockStatus(ctx.world) === 'ended') return [];
  if (task.overdue.some((o) => o.past === past)) return [];
  const forum = forumOfPlan(ctx.world, task.plan);
  const jumped = wasJumped(ctx.world, due) ? ({ jumped: true } as const) : {};
  return forum ? [{ event: { type: 'StepOverdue', task: id, past, ...jumped }, to: seatsOf(forum) }] : [];
}

declare module '../world.ts' {
  interface Languages {
    readonly execution: Language<ExecutionState, ExecutionCommand, ExecutionEvent>;
  }
}

const PLAN = ['plan', 'step'];
const NOTHING: readonly string[] = [];

export const executionRoom: Room<ExecutionState, ExecutionCommand, ExecutionEvent> = {
  commands: {
    ActivatePlan: true,
    GiveWord: true,
    StartStep: true,
    ReportStep: true,
    BlockStep: true,
    UnblockStep: true,
    FinishStep: true,
    FailStep: true,
    HandOverStep: true,
    HinderStep: true,
    LiftHindrance: true,
  },
  events: {
    PlanActivated: true,
    TaskGiven: true,
    TaskNamed: true,
    StepWaits: true,
    StepFreed: true,
    WordGiven: true,
    StepStarted: true,
    StepReported: true,
    StepBlocked: true,
    StepUnblocked: true,
    StepDone: true,
    StepFailed: true,
    StepHandedOver: true,
    StepOverdue: true,
    StepHindered: true,
    HindranceLifted: true,
  },
  initial,
  decide,
  evolve,
  react(ctx, cause) {
    if ('guard' in cause) return freed(ctx, cause.guard);
    return 'alarm' in cause ? overdue(ctx, cause.alarm) : [];
  },
  guards: (event) => (event.type === 'TaskNamed' && event.when ? [{ key: event.task, when: event.when }] : []),
  alarms(event) {
    if (event.type !== 'TaskGiven') return [];
    const { task, planned, latest } = event;
    const times = [
      ['planned', planned?.end],
      ['latest', latest],
    ] as const;
    return times.flatMap(([past, due]) => (due === undefined ? [] : [alarmAfter(`${task}/${past}`, due)]));
  },
  touches: (event) => (event.type === 'TaskGiven' || event.type === 'StepReported' ? NOTHING : PLAN),
  atoms: { step: stepAtom },
  waits: executionWaits,
  waitsAmong: { start: 'tasks', finish: 'tasks', word: 'tasks', answer: 'tasks', activate: [['consultation', 'texts']] },
  settle: executionSettling,
  card: taskCard,
  comes(world, _viewer, from, to) {
    if (clockStatus(world) === 'ended') return [];
    return [...world.execution.tasks.values()].flatMap((task) => {
      const end = task.planned?.end;
      return !isOver(task) && end !== undefined && isPassed(end, from, to) ? [{ kind: 'step', id: task.id, at: end }] : [];
    });
  },
};
