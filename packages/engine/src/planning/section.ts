import { z } from 'zod';
import { grained } from '../clock/grain.ts';
import type { ConditionSchema } from '../condition-schema.ts';
import { duration, scheduled, slug, textSchema } from '../fields.ts';
import { MOST_STEPS, RELATIONS } from '../steps/terms.ts';

const address = z.string().max(80);
const lag = duration.transform(grained).describe('An ISO 8601 duration, such as PT10M; on whole ten seconds');

const step = (condition: ConditionSchema) =>
  z.strictObject({
    id: slug,
    text: textSchema,
    lead: address.optional().describe('The seat that leads it, of the forum'),
    support: z.array(slug).max(12).default([]).describe('Parties that support it, of the forum'),
    tells: z.array(address).max(20).default([]).describe('Whom its lead tells, outside the forum: addresses or entities'),
    at: scheduled.optional().describe('Not before, from STARTEX'),
    after: z
      .array(
        z.strictObject({
          step: slug.describe('A step of the same option'),
          kind: z.enum(RELATIONS).default('FS').describe('FS from its end, SS from start to start, FF from end to end'),
          min: lag.default(0).describe('At least so long; below 0: so much earlier'),
          max: lag.optional().describe('At most so long'),
        }),
      )
      .max(50)
      .default([]),
    word: slug.optional().describe('The party on whose word it begins; that of its lead: on its own decision'),
    when: condition
      .optional()
      .describe('What else it rests on, which nobody at the table sees: to others it begins on the word of its lead’s party'),
    duration: lag,
    startBy: scheduled.optional().describe('It begins no later'),
    by: scheduled.optional().describe('Its end is reported no later'),
    decision: z.literal(true).optional(),
    authority: textSchema.optional(),
  });
const option = (condition: ConditionSchema) =>
  z.strictObject({
    id: slug,
    name: textSchema,
    text: textSchema.optional(),
    assumptions: z.array(textSchema).max(20).default([]),
    risks: z.array(textSchema).max(20).default([]),
    contributions: z
      .array(z.strictObject({ party: slug, text: textSchema }))
      .max(12)
      .default([]),
    steps: z.array(step(condition)).max(MOST_STEPS).default([]),
  });
const plan = (condition: ConditionSchema) =>
  z.strictObject({
    id: slug,
    forum: slug.describe('The forum that compares the options'),
    name: textSchema,
    need: condition.optional().describe('By what the need for a plan shows; the time to the signed plan is counted from then'),
    criteria: z
      .array(z.strictObject({ id: slug, name: textSchema }))
      .max(20)
      .default([]),
    options: z.array(option(condition)).max(12).default([]),
  });
export const planningSections = (condition: ConditionSchema) => ({ plans: z.array(plan(condition)).max(20).default([]) });
