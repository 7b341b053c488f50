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

/** A schema with its wrappings off. */
export interface Opened {
  readonly schema: z.ZodType;
  /** What it is made of, by the step in a path; none: it is a leaf. */
  readonly parts: readonly (readonly [step: string, part: z.ZodType])[];
  /** What was said of it; undefined if nothing was. */
  readonly means: Meaning | undefined;
}
const known = new WeakMap<z.ZodType, Opened>();

/** The schema without its wrappings (optional, default, transform), down to the first that says a meaning. */
export function opened(schema: z.ZodType): Opened {
  const found = known.get(schema) ?? open(schema);
  known.set(schema, found);
  return found;
}

function open(schema: z.ZodType): Opened {
  const def = schema.def as unknown as Def;
  const means = meanings.get(schema);
  const inner = def.innerType ?? (def.type === 'pipe' ? def.in : undefined);
  if (means !== undefined) return { schema, parts: [], means };
  if (inner) return opened(inner);
  const parts: (readonly [string, z.ZodType])[] = [
    ...Object.entries(def.shape ?? {}),
    ...(def.element ? [['[]', def.element] as const] : []),
    ...(def.items ?? []).map((part, i) => [String(i), part] as const),
    ...(def.options ?? []).map((part, i) => [`|${i}`, part] as const),
    ...(def.keyType ? [['{key}', def.keyType] as const] : []),
    ...(def.valueType ? [['{}', def.valueType] as const] : []),
  ];
  return { schema, parts, means };
}

/** Every leaf of a schema, in order. */
export function leavesOf(schema: z.ZodType, path: readonly string[] = []): Leaf[] {
  const { schema: own, parts, means } = opened(schema);
  if (parts.length > 0) return parts.flatMap(([step, part]) => leavesOf(part, [...path, step]));
  return [{ path, schema: own, means }];
}

/** The key by which a leaf’s value is found: the innermost one that is no mark. */
export function keyOf({ path }: Leaf): string {
  return path.findLast((step) => !/^[[{|]/.test(step)) ?? '';
}
