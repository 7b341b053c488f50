import { z } from 'zod';
import { slug } from '../fields.ts';

/** What conditions may ask of plans: always of lead control’s world. */
export const planningAsks = {
  plan: z.strictObject({
    board: slug.optional().describe('One of plans; any, those opened meanwhile too, if absent'),
    option: slug.optional().describe('The option by which the plan is'),
    /** `drafted`: it lies on the table; `signed`: by whatever procedure; `active`: its steps are tasks; `done`: all of them are. */
    is: z.enum(['needed', 'drafted', 'signed', 'active', 'done', 'failed']).default('active'),
  }),
};
export type PlanAsk = z.output<typeof planningAsks.plan>;
declare module '../conditions.ts' {
  interface Questions {
    readonly plan: PlanAsk;
  }
}
