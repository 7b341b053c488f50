import { z } from 'zod';
import { clockTime } from '../fields.ts';

export const clockCommands = {
  StartClock: z.strictObject({ type: z.literal('StartClock') }),
  PauseClock: z.strictObject({ type: z.literal('PauseClock') }),
  SetRate: z.strictObject({ type: z.literal('SetRate'), rate: z.number().min(0.1).max(120) }),
  JumpClock: z.strictObject({ type: z.literal('JumpClock'), to: clockTime }),
  EndExercise: z.strictObject({ type: z.literal('EndExercise') }),
};
export type ClockCommand = z.infer<(typeof clockCommands)[keyof typeof clockCommands]>;
