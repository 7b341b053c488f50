import type { z } from 'zod';
import { type Meaning, meanings } from './fields.ts';

/** A place in a schema where a single value stands. */
export interface Leaf {
  /** Keys from the outside in; `[]` is an element of a list, `{}` a value and `{key}` a key of a record, `|1` an alternative. */
  readonly path: readonly string[];
  readonly schema: z.ZodType;
  /** What was said of it; undefined where nothing was. */
  readonly means: Meaning | undefined;
}

/** What of a schema’s definition is walked. */
interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
}

/**
 * The schema with its wrappings (optional, default, transform) taken off, but none that says a meaning, and the parts
 * that it is made of by their step in a path; no parts: a leaf.
 */
export function opened(schema: z.ZodType): { schema: z.ZodType; parts: readonly (readonly [step: string, part: z.ZodType])[] } {
  const def = schema.def as unknown as Def;
  const inner = def.innerType ?? (def.type === 'pipe' ? def.in : undefined);
  if (meanings.get(schema) !== undefined) return { schema, parts: [] };
  if (inner) return opened(inner);
  const listed = (parts: readonly z.ZodType[] = [], mark: (i: number) => string) => parts.map((part, i) => [mark(i), part] as const);
  const parts: (readonly [string, z.ZodType])[] = [
    ...Object.entries(def.shape ?? {}),
    ...(def.element ? [['[]', def.element] as const] : []),
    ...listed(def.items, String),
    ...listed(def.options, (i) => `|${i}`),
    ...(def.keyType ? [['{key}', def.keyType] as const] : []),
    ...(def.valueType ? [['{}', def.valueType] as const] : []),
  ];
  return { schema, parts };
}

/** Every leaf of a schema, in order. */
export function leavesOf(schema: z.ZodType, path: readonly string[] = []): Leaf[] {
  const { schema: open, parts } = opened(schema);
  if (parts.length > 0) return parts.flatMap(([step, part]) => leavesOf(part, [...path, step]));
  return [{ path, schema: open, means: meanings.get(open) }];
}

/** The key by which a leaf’s value is found: the innermost one that is no mark. */
export function keyOf({ path }: Leaf): string {
  return path.findLast((step) => !/^[[{|]/.test(step)) ?? '';
}
