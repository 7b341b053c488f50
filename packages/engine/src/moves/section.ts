import { z } from 'zod';
import { duration, slug, textSchema } from '../fields.ts';

export const moveSection = z.strictObject({ id: slug, name: textSchema, from: duration, to: duration, brief: textSchema.optional() });
