/**
 * What conditions may ask of all rooms, by the key that authors write. Each room says its own beside their schemas
 * (`asks.ts`), and answers them in its `atoms`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the rooms fill it
export interface Questions {}
/** What conditions may ask, by the key that authors write. */
export type AtomName = keyof Questions;
/** What stands at that key. */
export type Asked<N extends AtomName> = Questions[N];

/** Conditions are data, so that they can be checked, drawn, explained and compiled. One key per condition. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Atomic;
/** A condition that asks one thing of one room. */
type Atomic = { readonly [N in AtomName]: { readonly [K in N]: Asked<N> } }[AtomName];

/** Keys that combine conditions. */
export const JUNCTIONS = ['all', 'any', 'not'] as const;

/** True if whoever answers yes to `a` answers yes to `b`: all that `b` asks, `a` asks alike. */
export function narrower(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(b).every(([key, asked]) => asked === undefined || a[key] === asked);
}
