import { z } from 'zod';
import { duration, scheduled, slug, textSchema } from '../fields.ts';
import { RANKS } from '../kinds.ts';
import { EXPIRIES, ORDERS, POSTURES, STANCES } from './words.ts';

const address = z.string().max(80);
const claim = z.strictObject({
  topic: slug,
  stance: z.enum(STANCES),
  term: slug.optional().describe('The term by which it is said, if sides mean different things by it'),
});
const claims = z.array(claim).max(20);

const topic = z.strictObject({
  id: slug,
  name: textSchema,
  stances: z
    .array(z.enum(STANCES))
    .min(1)
    .default([...STANCES])
    .describe('What can be said of it'),
});
const term = z.strictObject({
  id: slug,
  name: textSchema.describe('The term as it is said, in each language'),
  topic: slug.describe('The topic that it names'),
  mistakenFor: z.array(slug).max(20).default([]).describe('Topics for which it is easily mistaken: lead control’s, until somebody is told'),
  meanings: z.record(slug, textSchema).default({}).describe('By party: what it means by it. Its own, until they agree on one'),
});
const line = z.strictObject({
  id: slug,
  name: textSchema,
  text: textSchema.describe('What is said, word for word'),
  claims: claims.default([]),
  agreed: z.array(slug).min(1).max(12).describe('The parties that agreed it; one: its own'),
  until: scheduled.optional(),
  use: z.enum(['line', 'holding', 'if-asked']).default('line'),
});
const press = z.strictObject({
  party: slug,
  clearers: z.array(address).max(12).default([]).describe('Seats that clear what is published, in order; none: nothing is cleared'),
  order: z.enum(ORDERS).default('ordered'),
  each: duration
    .refine((ms) => ms > 0, 'a clearer has some time')
    .default(7 * 60_000)
    .describe('How long each has'),
  expired: z.enum(EXPIRIES).default('blocks').describe('What follows when a clearer’s time has passed'),
  up: address.optional().describe('Of passes-up: the seat that has it after the last clearer'),
  live: z.boolean().default(false).describe('Answers at a press conference are cleared, too'),
  languages: z.array(z.string()).max(5).optional().describe('In which it publishes; those of the exercise if absent'),
  ranks: z.record(slug, z.enum(RANKS)).default({}).describe('By seat; spokesperson if absent'),
});
const asked = z.strictObject({ by: slug.describe('An outlet'), text: textSchema });
const statement = z.strictObject({
  id: slug,
  from: z.string().max(80).describe('An entity with speaksFor, or a seat'),
  question: asked.optional().describe('Verbatim'),
  text: textSchema.optional().describe('The inject’s text if absent'),
  venue: textSchema.optional(),
  attribution: z.enum(['on-record', 'background']).default('on-record'),
  posture: z.enum(POSTURES).default('active'),
  line: slug.optional().describe('The line that it uses'),
  corrects: slug.optional().describe('A statement of this list'),
  claims: claims.optional().describe('What is heard in it, for lead control; absent: lead control codes it'),
});
const report = z.strictObject({
  id: slug,
  outlet: slug,
  title: textSchema.optional().describe('The inject’s title if absent'),
  text: textSchema.optional().describe('The inject’s text if absent'),
  reads: z.array(slug).max(20).default([]).describe('Statements and reports of these lists on which it rests'),
  corrects: slug.optional().describe('A report of this list'),
  claims: z
    .array(claim.extend({ quoted: z.literal(true).optional().describe('It puts this in the speaker’s mouth') }))
    .max(20)
    .optional()
    .describe('What it says; absent: lead control codes it'),
});
const question = z.strictObject({
  id: slug,
  by: slug.describe('An outlet'),
  text: textSchema.optional().describe('The inject’s text if absent'),
  venue: textSchema.optional(),
  within: duration.optional().describe('How long there is to answer'),
});
const posts = z.strictObject({
  every: duration.refine((ms) => ms >= 10_000, 'at least ten seconds').default(5 * 60_000),
  on: z.boolean().default(false).describe('Shown from STARTEX on; otherwise when lead control switches them on'),
  list: z
    .array(z.strictObject({ by: slug.describe('An entity'), text: textSchema }))
    .max(100)
    .default([]),
});

export const statementsSections = () => ({
  topics: z.array(topic).max(50).default([]),
  terms: z.array(term).max(50).default([]),
  lines: z.array(line).max(100).default([]),
  press: z.array(press).max(12).default([]),
  statements: z.array(statement).max(200).default([]),
  reports: z.array(report).max(200).default([]),
  questions: z.array(question).max(200).default([]),
  posts: posts.optional(),
});
