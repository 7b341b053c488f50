import { z } from 'zod';
import type { Ms } from '../fact.ts';
import { scheduled } from '../fields.ts';

/** What conditions may ask of milestones, variables and the clock. */
const scalar = z.union([z.number(), z.boolean(), z.string()]);
export const milestoneAsks = {
  milestone: z.string(),
  time: scheduled,
  variable: z.strictObject({ id: z.string(), is: scalar.optional(), atLeast: z.number().optional(), atMost: z.number().optional() }),
};
export type VariableAsk = z.output<typeof milestoneAsks.variable>;
declare module '../conditions.ts' {
  interface Questions {
    readonly milestone: string;
    readonly time: Ms;
    readonly variable: VariableAsk;
  }
}
