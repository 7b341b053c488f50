import { z } from 'zod';
import { acts, clockTime, ref } from '../fields.ts';

/** `StartClock` with `to`: begins there, by a jump from STARTEX. */
export const clockCommands = {
  StartClock: z.strictObject({ type: z.literal('StartClock'), to: clockTime.optional() }).register(acts, { control: true }),
  PauseClock: z.strictObject({ type: z.literal('PauseClock') }).register(acts, { control: true }),
  SetRate: z.strictObject({ type: z.literal('SetRate'), rate: z.number().min(0.1).max(120) }).register(acts, { control: true }),
  /** `over`: matters under silence, ad referendum or to be signed, and drafts that lie with a clearer, that lead control lets fall; a jump stops before any other. */
  JumpClock: z
    .strictObject({ type: z.literal('JumpClock'), to: clockTime, over: z.array(ref('stop')).max(100).optional() })
    .register(acts, { control: true }),
  EndExercise: z.strictObject({ type: z.literal('EndExercise') }).register(acts, { control: true }),
};
export type ClockCommand = z.infer<(typeof clockCommands)[keyof typeof clockCommands]>;
