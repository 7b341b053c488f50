import { z } from 'zod';

/** What conditions may ask of expected actions. */
export const expectedAsks = [
  z.strictObject({ expected: z.strictObject({ id: z.string(), is: z.enum(['met', 'partly', 'not', 'late', 'missed']).default('met') }) }),
] as const;
export type ExpectedAsk = z.output<(typeof expectedAsks)[0]>['expected'];
