import { z } from 'zod';

/** What a message is for: the acts that the record can see by itself. */
export const PURPOSES = ['inform', 'ask', 'consult', 'propose', 'agree', 'decline', 'decide', 'announce'] as const;
export type Purpose = (typeof PURPOSES)[number];

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
