import { z } from 'zod';

/** What conditions may ask of injects. */
export const injectAsks = [
  z.strictObject({
    inject: z.strictObject({
      id: z.string(),
      is: z.enum(['released', 'read', 'acknowledged', 'skipped']).default('released'),
      by: z.string().max(80).optional(),
    }),
  }),
] as const;
export type InjectAsk = z.output<(typeof injectAsks)[0]>['inject'];
