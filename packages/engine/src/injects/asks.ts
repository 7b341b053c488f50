import { z } from 'zod';

/** What conditions may ask of injects. */
export const injectAsks = {
  inject: z.strictObject({
    id: z.string(),
    is: z.enum(['released', 'read', 'acknowledged', 'skipped']).default('released'),
    by: z.string().max(80).optional(),
  }),
};
export type InjectAsk = z.output<typeof injectAsks.inject>;
declare module '../conditions.ts' {
  interface Questions {
    readonly inject: InjectAsk;
  }
}
