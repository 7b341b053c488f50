import { z } from 'zod';
import { PURPOSES } from './language.ts';

/** What conditions may ask of messages. */
const address = z.string().max(80);
export const messageAsks = {
  message: z.strictObject({
    from: address.optional(),
    to: address.optional(),
    purpose: z.enum(PURPOSES).optional(),
    about: z.string().optional(),
  }),
};
export type MessageAsk = z.output<typeof messageAsks.message>;
declare module '../conditions.ts' {
  interface Questions {
    readonly message: MessageAsk;
  }
}
