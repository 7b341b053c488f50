import { isPassed } from '../deadlines.ts';
import type { Ms, Rejection } from '../fact.ts';
import type { Context, Draft, Room } from '../room.ts';
import type { World } from '../world.ts';
import type { ClockCommand } from './commands.ts';
import type { ClockEvent, ClockState, ClockStatus, PauseReason } from './language.ts';

/** Scenario time of a world at a wall time, in ms from STARTEX. Stands still unless the clock runs. */
export function scenarioNow(world: World, wall: number): Ms {
  const r = world.clock.reading;
  if (!r) return 0;
  return r.status === 'running' ? r.at + Math.max(0, Math.floor((wall - r.wall) * r.rate)) : r.at;
}

/** The wall time at which scenario time reaches `at`, if the clock runs on. */
export function wallOf(world: World, at: Ms): number {
  const r = world.clock.reading;
  return r ? r.wall + Math.ceil((at - r.at) / r.rate) : 0;
}

/** `ready` before STARTEX, then running, paused, ended. */
export function clockStatus(world: World): ClockStatus {
  return world.clock.reading?.status ?? 'ready';
}

/** The drafts that pause a running clock; none if it does not run. */
export function pause(ctx: Context, reason: PauseReason): Draft<ClockEvent>[] {
  if (clockStatus(ctx.world) !== 'running') return [];
  return [{ event: { type: 'ClockPaused', at: ctx.now, reason }, to: ['public'] }];
}

const refuse = (code: string, message: string): Rejection => ({ code, message });

/** Starts the clock; at a later time, by a jump to it, only where nothing has been played yet. */
function start(ctx: Context, rate: number, first: boolean, to: Ms | undefined): Draft<ClockEvent>[] | Rejection {
  const started = { event: { type: 'ClockStarted' as const, at: ctx.now, rate, first }, to: ['public'] };
  if (to === undefined || to === ctx.now) return [started];
  if (!first) return refuse('begun', 'The exercise has begun. Resume it, then jump.');
  if (to < ctx.now) return refuse('jump-back', 'The clock jumps forward only. Choose a later time.');
  return [started, { event: { type: 'ClockJumped', from: ctx.now, to }, to: ['public'] }];
}

/** Where a command takes the clock at one stroke, if anywhere. */
export function jumpsTo(command: { readonly type: string; readonly to?: unknown }): Ms | undefined {
  return (command.type === 'JumpClock' || command.type === 'StartClock') && typeof command.to === 'number' ? command.to : undefined;
}

function decide(ctx: Context, command: ClockCommand, seat: string): Draft<ClockEvent>[] | Rejection {
  if (seat !== 'control') return refuse('lead-control-only', 'Only lead control moves the clock. Ask lead control.');
  const status = clockStatus(ctx.world);
  const rate = ctx.world.clock.reading?.rate ?? 1;
  switch (command.type) {
    case 'StartClock':
      if (status === 'running') return refuse('already-running', 'The clock runs already.');
      if (ctx.world.emergency.banner?.raised) return refuse('emergency', 'A real-world emergency stands. Stand it down first.');
      return start(ctx, rate, status === 'ready', command.to);
    case 'PauseClock':
      return status === 'running' ? pause(ctx, 'control') : refuse('not-running', 'The clock does not run.');
    case 'SetRate':
      return [{ event: { type: 'RateSet', at: ctx.now, rate: command.rate }, to: ['public'] }];
    case 'JumpClock':
      if (status === 'ready') return refuse('not-started', 'Start the clock first; then jump.');
      if (ctx.world.emergency.banner?.raised) return refuse('emergency', 'A real-world emergency stands. Stand it down first.');
      if (command.to < ctx.now) return refuse('jump-back', 'The clock jumps forward only. Choose a later time.');
      if (ctx.stops(command.to).some(({ id }) => !command.over?.includes(id)))
        return refuse(
          'stops-before',
          'A silence, an agreement ad referendum, a signature or a clearance ends before that time, and nobody can act in a jump. Carry it over, or let it fall.',
        );
      // What is due at T happens with the jump; the clock stands at T, so that an answer to what ends at T is in time.
      return [{ event: { type: 'ClockJumped', from: ctx.now, to: command.to }, to: ['public'] }];
    case 'EndExercise':
      if (status === 'ready') return refuse('not-started', 'The exercise has not started.');
      return [{ event: { type: 'ExerciseEnded', at: ctx.now }, to: ['public'] }];
  }
}

/** True if a jump of control’s passed a deadline: whoever could have kept it was not given the time. */
export function wasJumped({ clock }: Pick<World, 'clock'>, due: Ms): boolean {
  return clock.jumps.some(({ from, to }) => isPassed(due, from, to));
}

/** How much time ran from one moment to another, ms: what jumps passed over was given to nobody. */
export function ranBetween({ clock }: Pick<World, 'clock'>, from: Ms, to: Ms): Ms {
  return clock.jumps.reduce((ran, jump) => ran - Math.max(0, Math.min(to, jump.to) - Math.max(from, jump.from)), to - from);
}

function evolve(own: ClockState, event: ClockEvent, meta: { id: string; at: Ms; wall: number }): void {
  const before = own.reading;
  const rate = before?.rate ?? 1;
  const src = meta.id;
  const wall = meta.wall;
  switch (event.type) {
    case 'ClockStarted':
      own.reading = { src, status: 'running', rate: event.rate, at: event.at, wall };
      return;
    case 'ClockPaused':
      own.reading = { src, status: 'paused', rate, at: event.at, wall, reason: event.reason };
      return;
    case 'RateSet':
      own.reading = { src, status: before?.status ?? 'ready', rate: event.rate, at: event.at, wall, reason: before?.reason };
      return;
    case 'ClockJumped':
      own.jumps.push({ src, from: event.from, to: event.to });
      own.reading = { src, status: before?.status ?? 'paused', rate, at: event.to, wall, reason: before?.reason };
      return;
    case 'ExerciseEnded':
      own.reading = { src, status: 'ended', rate, at: event.at, wall };
      return;
    case 'FaultRecorded':
      own.faults.push({ src, what: event.what, at: meta.at });
  }
}

declare module '../world.ts' {
  interface Languages {
    readonly clock: Language<ClockState, ClockCommand, ClockEvent>;
  }
}

export const clockRoom: Room<ClockState, ClockCommand, ClockEvent> = {
  commands: { StartClock: true, PauseClock: true, SetRate: true, JumpClock: true, EndExercise: true },
  events: { ClockStarted: true, ClockPaused: true, RateSet: true, ClockJumped: true, ExerciseEnded: true, FaultRecorded: true },
  initial: () => ({ jumps: [], faults: [] }),
  decide: (ctx, command, by) => decide(ctx, command, by.seat),
  evolve,
};
