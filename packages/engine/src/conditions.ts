import type { z } from 'zod';
import type { asks } from './asks.ts';

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

/** True if whoever answers yes to `a` answers yes to `b`: all that `b` asks, `a` asks alike. */
export function narrower(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(b).every(([key, asked]) => asked === undefined || a[key] === asked);
}
