import { z } from 'zod';

/** What conditions may ask of expected actions. */
export const expectedAsks = {
  expected: z.strictObject({ id: z.string(), is: z.enum(['met', 'partly', 'not', 'late', 'missed']).default('met') }),
};
export type ExpectedAsk = z.output<typeof expectedAsks.expected>;
declare module '../conditions.ts' {
  interface Questions {
    readonly expected: ExpectedAsk;
  }
}
