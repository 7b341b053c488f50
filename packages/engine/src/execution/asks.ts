import { z } from 'zod';
import { slug } from '../fields.ts';

/** What conditions may ask of the steps of a plan that is active: always of lead control’s world. */
export const executionAsks = {
  step: z.strictObject({
    id: slug.describe('A step of an option'),
    option: slug.optional().describe('Its option, where steps of several have that id'),
    /** `late`: its planned end passed before it was done; `past-latest`: the latest end; `failed`: reported, or by lead control. */
    is: z.enum(['started', 'done', 'late', 'past-latest', 'blocked', 'failed']).default('done'),
  }),
};
export type StepAsk = z.output<typeof executionAsks.step>;
declare module '../conditions.ts' {
  interface Questions {
    readonly step: StepAsk;
  }
}
