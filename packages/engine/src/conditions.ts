import { z } from 'zod';
import { duration } from './fields.ts';

/** Conditions are data, so that they can be checked, drawn, explained and compiled. One key per condition. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly milestone: string }
  | { readonly time: number }
  | {
      readonly variable: {
        readonly id: string;
        readonly is?: string | number | boolean;
        readonly atLeast?: number;
        readonly atMost?: number;
      };
    }
  | { readonly inject: { readonly id: string; readonly is: 'released' | 'read' | 'acknowledged' | 'skipped'; readonly by?: string } }
  | { readonly expected: { readonly id: string; readonly is: 'met' | 'partly' | 'not' | 'late' | 'missed' } }
  | { readonly message: { readonly from?: string; readonly to?: string; readonly purpose?: string; readonly about?: string } };

/** What a message is for: the acts that the record can see by itself. */
export const PURPOSES = ['inform', 'ask', 'consult', 'propose', 'agree', 'decline', 'decide', 'announce'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Keys that combine conditions. */
export const JUNCTIONS = ['all', 'any', 'not'] as const;
const scalar = z.union([z.number(), z.boolean(), z.string()]);
const address = z.string().max(80);

/** A condition as authors write it; `time` is a duration from STARTEX. */
export const conditionSchema: z.ZodType<Condition, unknown> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1).max(100) }),
    z.strictObject({ any: z.array(conditionSchema).min(1).max(100) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ milestone: z.string() }),
    z.strictObject({
      time: duration,
    }),
    z.strictObject({
      variable: z.strictObject({ id: z.string(), is: scalar.optional(), atLeast: z.number().optional(), atMost: z.number().optional() }),
    }),
    z.strictObject({
      inject: z.strictObject({
        id: z.string(),
        is: z.enum(['released', 'read', 'acknowledged', 'skipped']).default('released'),
        by: address.optional(),
      }),
    }),
    z.strictObject({ expected: z.strictObject({ id: z.string(), is: z.enum(['met', 'partly', 'not', 'late', 'missed']).default('met') }) }),
    z.strictObject({
      message: z.strictObject({
        from: address.optional(),
        to: address.optional(),
        purpose: z.enum(PURPOSES).optional(),
        about: z.string().optional(),
      }),
    }),
  ]),
) as z.ZodType<Condition, unknown>;
