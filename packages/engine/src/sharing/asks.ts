import { z } from 'zod';

/** What conditions may ask of information sharing. */
const address = z.string().max(80);
export const sharingAsks = {
  item: z.strictObject({
    /** The scenario's id of the item; what was made of it (a part, a sanitised version) counts as well. */
    id: z.string(),
    is: z.enum(['held', 'released', 'requested', 'refused', 'acknowledged', 'recalled']).default('held'),
    /** Who holds, asked, was refused, acknowledged or was asked to destroy it; to whom it was released. */
    by: address.optional(),
  }),
  request: z.strictObject({
    from: address.optional(),
    to: address.optional(),
    is: z.enum(['made', 'granted', 'refused', 'overdue']).default('made'),
  }),
};
export type ItemAsk = z.output<typeof sharingAsks.item>;
export type RequestAsk = z.output<typeof sharingAsks.request>;
declare module '../conditions.ts' {
  interface Questions {
    readonly item: ItemAsk;
    readonly request: RequestAsk;
  }
}
