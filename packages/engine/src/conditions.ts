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
  | Atomic;
/** A condition that asks one thing of one room. */
type Atomic = z.output<(typeof asks)[number]>;
/** What conditions may ask, by the key that authors write. */
export type AtomName = Atomic extends infer A ? (A extends unknown ? keyof A : never) : never;
/** What stands at that key. */
export type Asked<N extends AtomName> = Extract<Atomic, Readonly<Record<N, unknown>>>[N];

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

/** True if whoever answers yes to `a` answers yes to `b`: all that `b` asks, `a` asks alike. */
export function narrower(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(b).every(([key, asked]) => asked === undefined || a[key] === asked);
}
