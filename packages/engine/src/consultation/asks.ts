import { z } from 'zod';
import { slug } from '../fields.ts';
import { OUTCOMES, PROCEDURE_NAMES } from './words.ts';

/** What conditions may ask of matters and decisions: always of lead control’s world. */
export const consultationAsks = {
  matter: z
    .strictObject({
      forum: slug.optional().describe('A forum of the scenario; any, those founded meanwhile too, if absent'),
      subject: slug.optional(),
      procedure: z.enum(PROCEDURE_NAMES).optional(),
      /** `opened`: asked by `by`; `answered`, `in-time`, `late`: of `by`, or of anybody; `closed`: with `outcome`, or any. */
      is: z.enum(['opened', 'answered', 'in-time', 'late', 'closed']).default('opened'),
      by: slug.optional().describe('A party'),
      outcome: z.enum(OUTCOMES).optional(),
    })
    .refine((m) => m.outcome === undefined || m.is === 'closed', 'an outcome is asked of what is closed: is: closed'),
  decision: z.strictObject({
    by: slug.optional().describe('A party'),
    subject: slug.optional(),
    /** `unasked`: before it had consulted where that was due. */
    is: z.enum(['taken', 'asked', 'unasked']).default('taken'),
  }),
};
export type MatterAsk = z.output<typeof consultationAsks.matter>;
export type DecisionAsk = z.output<typeof consultationAsks.decision>;
declare module '../conditions.ts' {
  interface Questions {
    readonly matter: MatterAsk;
    readonly decision: DecisionAsk;
  }
}
