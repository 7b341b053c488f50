import { z } from 'zod';
import { PURPOSES } from './language.ts';

/** What conditions may ask of messages. */
const address = z.string().max(80);
export const messageAsks = [
  z.strictObject({
    message: z.strictObject({
      from: address.optional(),
      to: address.optional(),
      purpose: z.enum(PURPOSES).optional(),
      about: z.string().optional(),
    }),
  }),
] as const;
export type MessageAsk = z.output<(typeof messageAsks)[0]>['message'];
