import type { Meta, Rejection } from '../fact.ts';
import type { Actor, Context, Draft, Room } from '../room.ts';
import { milestoneAtom, timeAtom, variableAtom } from './atoms.ts';
import type { MilestoneCommand } from './commands.ts';
import type { MilestoneEvent, MilestonesState } from './language.ts';

function decide(ctx: Context, command: MilestoneCommand, by: Actor): Draft<MilestoneEvent>[] | Rejection {
  if (by.seat !== 'control') return { code: 'lead-control-only', message: 'Only lead control sets variables.' };
  const variable = ctx.seen(by.seat).milestones.variables.get(command.variable);
  if (!variable) return { code: 'unknown', message: `There is no variable “${command.variable}” in this exercise.` };
  if (typeof variable.value !== typeof command.value)
    return { code: 'wrong-kind', message: `“${command.variable}” is a ${typeof variable.value}; give a ${typeof variable.value}.` };
  return variable.value === command.value ? [] : [setVariable(ctx, command.variable, command.value, by.seat)];
}

/** The draft that sets a variable. */
export function setVariable(ctx: Context, variable: string, value: string | number | boolean, by?: string): Draft<MilestoneEvent> {
  const name = ctx.world.milestones.variables.get(variable)?.name;
  return { event: { type: 'VariableSet', variable, name, value, by }, to: ['control'] };
}

function evolve(own: MilestonesState, event: MilestoneEvent, meta: Meta): void {
  const src = meta.id;
  switch (event.type) {
    case 'MilestonePlanned':
      own.milestones.set(event.milestone, { src, name: event.name, when: event.when });
      return;
    case 'MilestoneReached': {
      const milestone = own.milestones.get(event.milestone);
      if (milestone) milestone.reached = { src, at: meta.at };
      return;
    }
    case 'VariableSet':
      own.variables.set(event.variable, { src, name: event.name, value: event.value, at: meta.at, by: event.by });
  }
}

declare module '../world.ts' {
  interface Languages {
    readonly milestones: Language<MilestonesState, MilestoneCommand, MilestoneEvent>;
  }
}

export const milestonesRoom: Room<MilestonesState, MilestoneCommand, MilestoneEvent> = {
  commands: { SetVariable: true },
  events: { MilestonePlanned: true, MilestoneReached: true, VariableSet: true },
  initial: () => ({ milestones: new Map(), variables: new Map() }),
  brief: (scenario) => [
    ...scenario.variables.map((v) => ({
      event: { type: 'VariableSet' as const, variable: v.id, name: v.name, value: v.value },
      to: ['control'],
    })),
    ...scenario.milestones.map((m) => ({
      event: { type: 'MilestonePlanned' as const, milestone: m.id, name: m.name, when: m.when },
      to: ['control'],
    })),
  ],
  decide,
  evolve,
  atoms: { milestone: milestoneAtom, time: timeAtom, variable: variableAtom },
  guards: (event) => (event.type === 'MilestonePlanned' ? [{ key: event.milestone, when: event.when }] : []),
  // What holds from the start is reached at STARTEX.
  alarms: (event) => (event.type === 'MilestonePlanned' ? [{ key: event.milestone, at: 0 }] : []),
  touches: (event) =>
    event.type === 'MilestoneReached'
      ? [`milestone:${event.milestone}`]
      : event.type === 'VariableSet'
        ? [`variable:${event.variable}`]
        : [],

  react(ctx, cause) {
    const key = 'guard' in cause ? cause.guard : 'alarm' in cause ? cause.alarm : undefined;
    if (key === undefined) return [];
    const milestone = ctx.world.milestones.milestones.get(key);
    if (!milestone || milestone.reached || !ctx.holdsTrue(milestone.when)) return [];
    return [{ event: { type: 'MilestoneReached', milestone: key }, to: ['control'] }];
  },
};
