import { z } from 'zod';
import { conditionSchema } from '../condition-schema.ts';
import { slug, textSchema, value } from '../fields.ts';

export const variableSection = z.strictObject({ id: slug, name: textSchema.optional(), value });
export const milestoneSection = z.strictObject({ id: slug, name: textSchema.optional(), when: conditionSchema });
