import { z } from 'zod';
import { slug, textSchema } from '../fields.ts';
import { PROCEDURE_NAMES } from './words.ts';

const address = z.string().max(80);

const member = z
  .union([
    slug.transform((party) => ({ party, seats: [`party:${party}`] })),
    z.strictObject({ party: slug, seats: z.array(address).min(1).max(40).describe('Seats, cells or the party; its head first') }),
  ])
  .describe('A party with all its seats; or {party: …, seats: [cell:…, seat:…]}');

const subject = z.strictObject({
  id: slug,
  name: textSchema,
  needs: z.array(slug).max(50).default([]).describe('Items that a decision on it rests on'),
});
const forum = z.strictObject({
  id: slug,
  name: textSchema,
  members: z.array(member).min(2).max(12),
  chairs: z.array(slug).min(1).max(12).describe('Parties that chair it'),
  procedures: z
    .array(z.enum(PROCEDURE_NAMES))
    .min(1)
    .default([...PROCEDURE_NAMES]),
  consultsBefore: z.array(slug).max(50).default([]).describe('Subjects on which its members consult here before they decide'),
});
export const consultationSections = () => ({
  subjects: z.array(subject).max(100).default([]),
  forums: z.array(forum).max(50).default([]),
});
