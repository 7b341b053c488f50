import { z } from 'zod';
import { duration, slug, textSchema } from '../fields.ts';
import { ENTITY_KINDS, MEDIA, RANKS, RIGHTS } from '../kinds.ts';

const seat = z.strictObject({
  id: slug,
  name: textSchema,
  may: z.array(z.enum(RIGHTS)).default([]),
  card: textSchema.optional().describe('What this seat is told about its role'),
});
const cell = z.strictObject({ id: slug, name: textSchema, situation: textSchema.optional(), seats: z.array(seat).min(1).max(100) });
const party = z.strictObject({
  id: slug,
  name: textSchema,
  letter: z
    .string()
    .regex(/^\p{L}$/u, 'one letter')
    .optional()
    .describe('The letter of the party’s mark'),
  capital: z.strictObject({ name: textSchema, zone: z.string().describe('An IANA time zone, such as Asia/Seoul') }).optional(),
  played: z.literal('control').optional().describe('A party that control plays'),
  clients: z.array(slug).max(12).default([]).describe('Parties that are its clients: TLP:AMBER may be passed on to them'),
  head: slug.optional().describe('The seat that hears of a request that nobody decided in time; its first seat if absent'),
  situation: textSchema.optional().describe('What only this party is told at STARTEX'),
  cells: z.array(cell).min(1).max(100),
});
const entity = z.strictObject({
  id: slug,
  name: textSchema,
  kind: z.enum(ENTITY_KINDS).default('other'),
  medium: z.enum(MEDIA).optional().describe('Of an outlet (kind: media): what its reports look like; newspaper if absent'),
  speaksFor: slug.optional().describe('The party for which it speaks in public: a head of government, voiced by lead control'),
  rank: z.enum(RANKS).optional().describe('Of one that speaks for a party; head if absent'),
});
const task = z.strictObject({ id: slug, text: textSchema, target: duration.optional() });
const objective = z.strictObject({ id: slug, text: textSchema, tasks: z.array(task).default([]) });
export const seatSections = () => ({
  parties: z.array(party).min(1).max(12),
  entities: z.array(entity).max(200).default([]),
  objectives: z.array(objective).max(100).default([]),
});
