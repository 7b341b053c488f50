import { z } from 'zod';
import { scheduled, slug, textSchema } from '../fields.ts';

const move = z.strictObject({ id: slug, name: textSchema, from: scheduled, to: scheduled, brief: textSchema.optional() });
export const moveSections = () => ({ moves: z.array(move).max(50).default([]) });
