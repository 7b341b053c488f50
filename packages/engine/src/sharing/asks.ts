import { z } from 'zod';

/** What conditions may ask of information sharing. */
const address = z.string().max(80);
export const sharingAsks = [
  z.strictObject({
    item: z.strictObject({
      /** The scenario's id of the item; what was made of it (a part, a sanitised version) counts as well. */
      id: z.string(),
      is: z.enum(['held', 'released', 'requested', 'refused', 'acknowledged', 'recalled']).default('held'),
      /** Who holds, asked, was refused, acknowledged or was asked to destroy it; to whom it was released. */
      by: address.optional(),
    }),
  }),
  z.strictObject({
    request: z.strictObject({
      from: address.optional(),
      to: address.optional(),
      is: z.enum(['made', 'granted', 'refused', 'overdue']).default('made'),
    }),
  }),
] as const;
export type ItemAsk = z.output<(typeof sharingAsks)[0]>['item'];
export type RequestAsk = z.output<(typeof sharingAsks)[1]>['request'];
