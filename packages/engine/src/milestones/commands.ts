import { z } from 'zod';
import { value, variable } from '../fields.ts';

export const milestoneCommands = {
  SetVariable: z.strictObject({ type: z.literal('SetVariable'), variable, value }),
};
export type MilestoneCommand = z.infer<(typeof milestoneCommands)[keyof typeof milestoneCommands]>;
