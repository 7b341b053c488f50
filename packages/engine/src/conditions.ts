import { z } from 'zod';
import { expectedAsks } from './expected/asks.ts';
import { injectAsks } from './injects/asks.ts';
import { messageAsks } from './messages/asks.ts';
import { milestoneAsks } from './milestones/asks.ts';
import { sharingAsks } from './sharing/asks.ts';

/** What each room lets conditions ask of it. */
const asks = [...milestoneAsks, ...injectAsks, ...expectedAsks, ...messageAsks, ...sharingAsks] as const;

/** Conditions are data, so that they can be checked, drawn, explained and compiled. One key per condition. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | z.output<(typeof asks)[number]>;

/** Keys that combine conditions. */
export const JUNCTIONS = ['all', 'any', 'not'] as const;

/** A condition as authors write it; `time` is a duration from STARTEX. */
export const conditionSchema: z.ZodType<Condition, unknown> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1).max(100) }),
    z.strictObject({ any: z.array(conditionSchema).min(1).max(100) }),
    z.strictObject({ not: conditionSchema }),
    ...asks,
  ]),
) as z.ZodType<Condition, unknown>;
