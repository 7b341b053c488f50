import { z } from 'zod';
import { conditionSchema } from '../condition-schema.ts';
import { after, duration, scheduled, seen, slug, textSchema } from '../fields.ts';

export const expectedSection = z.strictObject({
  id: slug,
  number: seen(20).optional(),
  at: scheduled.optional(),
  after: after.optional(),
  by: z.string().describe('Who should do it: an address'),
  text: textSchema,
  within: duration.default(1_800_000).describe('Time allowed from `at` or `after`; PT30M if absent'),
  task: slug.optional(),
  objective: slug.optional(),
  needs: z.array(z.string().max(130)).max(20).default([]).describe('What one must know to do it: items, or ITEM/PORTION'),
  seen: conditionSchema.optional().describe('How the record sees it; without, a controller judges'),
  controller: z.string().optional(),
});
