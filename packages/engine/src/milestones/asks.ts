import { z } from 'zod';
import { scheduled } from '../fields.ts';

/** What conditions may ask of milestones, variables and the clock. */
const scalar = z.union([z.number(), z.boolean(), z.string()]);
export const milestoneAsks = [
  z.strictObject({ milestone: z.string() }),
  z.strictObject({ time: scheduled }),
  z.strictObject({
    variable: z.strictObject({ id: z.string(), is: scalar.optional(), atLeast: z.number().optional(), atMost: z.number().optional() }),
  }),
] as const;
export type VariableAsk = z.output<(typeof milestoneAsks)[2]>['variable'];
