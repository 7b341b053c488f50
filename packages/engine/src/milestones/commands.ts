import { z } from 'zod';
import { acts, value, variable } from '../fields.ts';

export const milestoneCommands = {
  SetVariable: z.strictObject({ type: z.literal('SetVariable'), variable, value }).register(acts, { control: true }),
};
export type MilestoneCommand = z.infer<(typeof milestoneCommands)[keyof typeof milestoneCommands]>;
