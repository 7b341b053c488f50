import { z } from 'zod';
import type { ConditionSchema } from '../condition-schema.ts';
import { after, scheduled, seen, slug, textSchema, value } from '../fields.ts';
import { CHANNELS } from '../kinds.ts';
import { labelText } from '../labels/section.ts';

const inject = (condition: ConditionSchema) =>
  z.strictObject({
    id: slug,
    number: seen(20).optional().describe('The MSEL number people use; the id if absent'),
    at: scheduled.optional(),
    after: after.optional(),
    when: condition.optional().describe('Released at the first moment, not before its time, when this holds'),
    until: scheduled.optional().describe('Lapses if not released by then'),
    manual: z.boolean().default(false).describe('Waits for a controller’s hand; with a time, it is due then'),
    kind: z.enum(['contextual', 'contingency']).default('contextual'),
    channel: z.enum(CHANNELS).default('message'),
    from: z.string().max(80).default('control').describe('An entity’s id, an address (seat:…, cell:…, party:…), or control'),
    to: z
      .array(z.string())
      .max(200)
      .describe('Addresses: public, everyone, party:…, cell:…, seat:…; `[]`: nobody, until lead control chooses who gets it'),
    label: labelText.optional().describe('A label of the policy; its usual one if absent'),
    item: slug.optional().describe('The item that it brings its recipients'),
    says: slug.optional().describe('The statement, report or question that it brings'),
    tells: z.array(slug).max(20).optional().describe('Terms: its recipients are told that they are easily mistaken'),
    title: textSchema,
    text: textSchema,
    control: textSchema.optional().describe('What the controller should watch for; never leaves control'),
    controller: z.string().optional().describe('Whose hand it waits for: control or control:PARTY'),
    objective: slug.optional(),
    attachments: z
      .array(
        z
          .string()
          .max(200)
          .regex(/^files\/[\p{L}\p{N}._ -]+$/u, 'a file of the folder files/, such as files/map.png'),
      )
      .max(10)
      .default([])
      .describe('Files of the scenario’s folder files/'),
    set: z.record(slug, value).optional().describe('Variables that its release sets'),
  });
export const injectSections = (condition: ConditionSchema) => ({ injects: z.array(inject(condition)).max(5_000).default([]) });
