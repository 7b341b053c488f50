import { z } from 'zod';
import type { Condition } from './conditions.ts';

/** Conditions as authors write them; `time` is a duration from STARTEX. */
export type ConditionSchema = z.ZodType<Condition, unknown>;

/** The schema of conditions that ask these questions. */
export function conditionsOf(questions: Readonly<Record<string, z.ZodType>>): ConditionSchema {
  const asked = Object.entries(questions).map(([name, args]) => z.strictObject({ [name]: args }));
  const condition: ConditionSchema = z.lazy(() =>
    z.union([
      z.strictObject({ all: z.array(condition).min(1).max(100) }),
      z.strictObject({ any: z.array(condition).min(1).max(100) }),
      z.strictObject({ not: condition }),
      ...asked,
    ]),
  ) as ConditionSchema;
  return condition;
}
