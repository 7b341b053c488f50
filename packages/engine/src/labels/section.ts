import { z } from 'zod';
import { meanings, seen, slug, textSchema } from '../fields.ts';
import { type LabelPolicy, normalLabel, REACHES, reaches } from './policy.ts';
import { TLP_POLICY } from './tlp.ts';

const word = z.string().regex(/^[A-Z0-9][A-Z0-9:+-]{0,30}$/, 'capital letters, digits, and : + - between them');
const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'a colour such as #1A5BC4');
const values = z.record(word, z.array(word).max(50));

/** A label policy as a scenario brings it. Names in it are fictional; it is no country's. */
const policy = z
  .strictObject({
    id: slug,
    name: textSchema,
    levels: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[A-Z0-9][A-Z0-9:+ -]{0,40}$/, 'capital letters, digits, blanks, and : + - between them'),
          mark: seen(12).optional().describe('What stands before a portion, if shorter'),
          reach: z.enum(REACHES).describe('named, organisation, clients, community or everyone'),
          means: textSchema.describe('Who may have it, in words'),
          ink: colour.optional(),
          ground: colour.optional(),
        }),
      )
      .min(1)
      .max(20)
      .describe('Least strict first'),
    categories: z
      .array(
        z.strictObject({
          id: word,
          name: textSchema,
          kind: z.enum(['permissive', 'restrictive', 'informative']),
          values: z
            .array(z.strictObject({ id: word, name: textSchema }))
            .min(1)
            .max(50),
        }),
      )
      .max(10)
      .default([]),
    usual: z.string().max(200).optional().describe('The label of what nobody has labelled; the least strict if absent'),
    banner: z.boolean().default(true),
    clearances: z.record(slug, z.strictObject({ level: z.string().max(60).optional(), values: values.default({}) })).default({}),
  })
  .transform(({ usual, ...rest }): LabelPolicy => ({ ...rest, usual: usual ?? rest.levels[0]?.id ?? '' }))
  .refine((p) => normalLabel(p, p.usual) !== undefined, 'usual: is a label of this policy')
  // An item takes the strictest level of its portions: that one must not reach farther than the others.
  .refine(
    ({ levels }) => levels.every(({ reach }, i) => levels.slice(0, i).every((milder) => reaches(milder.reach, reach))),
    'levels: a stricter level reaches no farther than a milder one',
  );

export const labelsSection = z
  .union([z.literal('tlp').transform(() => TLP_POLICY), policy])
  .default(TLP_POLICY)
  .describe('The label policy: tlp, or one of the scenario’s own');
/** A label as an author or a person writes it; whether it is one of the exercise's policy is asked where the policy is known. */
export const labelText = z.string().min(1).max(200).register(meanings, { is: 'label' });
