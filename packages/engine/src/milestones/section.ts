import { z } from 'zod';
import type { ConditionSchema } from '../condition-schema.ts';
import { slug, textSchema, value } from '../fields.ts';

const variable = z.strictObject({ id: slug, name: textSchema.optional(), value });
export const milestoneSections = (condition: ConditionSchema) => ({
  variables: z.array(variable).max(200).default([]),
  milestones: z
    .array(z.strictObject({ id: slug, name: textSchema.optional(), when: condition }))
    .max(500)
    .default([]),
});
