import { z } from 'zod';
import { scheduled, slug, textSchema } from '../fields.ts';
import { labelText } from '../labels/section.ts';
import { ITEM_KINDS, ONWARD } from './language.ts';

const files = z
  .array(
    z
      .string()
      .max(200)
      .regex(/^files\/[\p{L}\p{N}._ -]+$/u, 'a file of the folder files/, such as files/map.png'),
  )
  .max(10)
  .default([]);
const portion = z.strictObject({
  id: slug.optional().describe('How needs: names it; p1, p2 … if absent'),
  text: textSchema,
  label: labelText.optional(),
  releasableTo: z.array(slug).max(12).optional().describe('Parties to whom every holder may pass it on: the originator’s word in advance'),
});

/** An item of information: who made it, in which portions, who holds it, who needs it. */
const item = z.strictObject({
  id: slug,
  title: textSchema,
  kind: z.enum(ITEM_KINDS).default('report'),
  originator: z.string().max(80).describe('party:ID, or an entity’s id; its word is needed for passing it on'),
  portions: z.array(portion).min(1).max(20),
  label: labelText.optional().describe('A stricter label for the whole; otherwise that of its portions'),
  onward: z.enum(ONWARD).optional().describe('Who may pass this one on; the exercise’s rule if absent'),
  expires: scheduled.optional().describe('Nobody can release it any more after this time'),
  basedOn: z.array(slug).max(20).default([]).describe('Items that it rests on'),
  attachments: files,
  held: z.array(z.string().max(80)).max(50).default([]).describe('Who holds it from the start; others get it by an inject or a release'),
  needs: z.array(z.string().max(80)).max(50).default([]).describe('Who will need it: addresses. For the review; lead control’s own'),
  keepFrom: z.array(slug).max(12).default([]).describe('Parties that should not get it. For the review; lead control’s own'),
});
export const sharingSections = () => ({
  onward: z.enum(ONWARD).default('originator-approval'),
  items: z.array(item).max(1_000).default([]),
});
export type ScenarioItem = z.output<typeof item>;
