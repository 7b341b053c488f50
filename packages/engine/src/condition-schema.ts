import { z } from 'zod';
import { asks } from './asks.ts';
import type { Condition } from './conditions.ts';

/** A condition as authors write it; `time` is a duration from STARTEX. */
export const conditionSchema: z.ZodType<Condition, unknown> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1).max(100) }),
    z.strictObject({ any: z.array(conditionSchema).min(1).max(100) }),
    z.strictObject({ not: conditionSchema }),
    ...asks,
  ]),
) as z.ZodType<Condition, unknown>;
