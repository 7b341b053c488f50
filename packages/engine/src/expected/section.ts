import { z } from 'zod';
import type { ConditionSchema } from '../condition-schema.ts';
import { after, duration, scheduled, seen, slug, textSchema } from '../fields.ts';

const expects = (condition: ConditionSchema) =>
  z.strictObject({
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
    seen: condition.optional().describe('How the record sees it; without, a controller judges'),
    controller: z.string().optional(),
  });
export const expectedSections = (condition: ConditionSchema) => ({ expects: z.array(expects(condition)).max(5_000).default([]) });
