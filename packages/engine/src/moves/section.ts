import { z } from 'zod';
import { scheduled, slug, textSchema } from '../fields.ts';

export const moveSection = z.strictObject({ id: slug, name: textSchema, from: scheduled, to: scheduled, brief: textSchema.optional() });
