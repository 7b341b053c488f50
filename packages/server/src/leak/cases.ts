import { type Meaning, opened } from '@entente/engine';
import type { Tape } from '@entente/engine/testing';
import type { z } from 'zod';
import { OWN_UPLOADS } from './browser.ts';
import type { Kind, Known } from './known.ts';

/** What may stand at a place of a question. */
export interface Cases {
  /** What somebody might well send. */
  readonly fair: readonly unknown[];
  /** What the viewer should know nothing of … */
  readonly hidden?: readonly unknown[];
  /** … and what never was: the answer must be the same. */
  readonly never?: unknown;
}

/** What the cases are drawn from. */
export interface Stock {
  readonly known: Readonly<Record<Kind, Known>>;
  /** Everybody who can be addressed, and some who are nobody. */
  readonly addresses: readonly string[];
  readonly labels: readonly string[];
  /** Scenario times, ms: at which something hidden happened, and others. */
  readonly moments: readonly number[];
  readonly tape: Tape;
}

/** An id such as nothing ever had. */
export const NEVER = 'e00000000000000000000';
const WRONG_KINDS = 1;

/** So many of a list, drawn; the whole list if it is short. */
export function some<T>(tape: Tape, from: readonly T[], count: number): T[] {
  if (from.length <= count) return [...from];
  const start = tape.below(from.length);
  const step = 1 + tape.below(Math.max(1, Math.floor(from.length / count)));
  return [...new Set(Array.from({ length: count }, (_, i) => from[(start + i * step) % from.length] as T))];
}

/** An id of every kind in turn: two of the right kind, one of another. */
export function ids({ known, tape }: Stock, kind: Kind): Cases {
  const others = (Object.keys(known) as Kind[]).filter((k) => k !== kind && known[k].hidden.length > 0);
  const wrong = some(tape, others, WRONG_KINDS).flatMap((k) => some(tape, known[k].hidden, 1));
  return { fair: some(tape, known[kind].held, 1), hidden: [...new Set([...some(tape, known[kind].hidden, 2), ...wrong])], never: NEVER };
}

/** Any id that the viewer does not hold: typed into a text it is a word like any other. */
function strayId({ known, tape }: Stock): string {
  return some(tape, known.event.hidden, 1)[0] ?? NEVER;
}

/** What may stand where a field says what it means. */
export function casesOf(meaning: Meaning, stock: Stock): Cases {
  const { tape, addresses } = stock;
  switch (meaning.is) {
    case 'ref':
      return ids(stock, meaning.to);
    case 'address': {
      const kind = tape.pick(['seat', 'cell', 'party', 'entity', 'control']);
      return { fair: some(tape, addresses, 3), hidden: [`${kind}:${strayId(stock)}`], never: `${kind}:${NEVER}` };
    }
    case 'party':
      return { fair: some(tape, ['a', 'b', 'c', 'nobody'], 2) };
    case 'upload':
      return { fair: some(tape, OWN_UPLOADS, 1), hidden: ['upload a', 'upload of others'], never: 'no such upload' };
    case 'label':
      return { fair: some(tape, stock.labels, 2) };
    case 'variable':
      return { fair: [], hidden: stock.known.name.hidden.slice(0, 2), never: 'no-such-variable' };
    case 'moment':
      return { fair: some(tape, stock.moments, 2) };
    case 'mark':
      return { fair: ['p1', 'p2'], hidden: [strayId(stock)], never: NEVER };
    case 'value':
    case 'words':
      return { fair: ['My own words.'], hidden: [strayId(stock)], never: NEVER };
    case 'language':
      return { fair: ['en'] };
  }
}

/** What may stand where the schema itself says it all; undefined where it does not. */
export function plainCases(schema: z.ZodType, tape: Tape): Cases | undefined {
  const def = schema.def as { type: string; values?: readonly unknown[]; entries?: Readonly<Record<string, string>> };
  const { minValue, maxValue } = schema as z.ZodNumber;
  const bound = (n: number | null | undefined, otherwise: number) => (Number.isSafeInteger(n) ? (n as number) : otherwise);
  switch (def.type) {
    case 'literal':
      return { fair: def.values ?? [] };
    case 'enum':
      return { fair: some(tape, Object.values(def.entries ?? {}), 3) };
    case 'boolean':
      return { fair: [true, false] };
    case 'number':
      return {
        fair: [...new Set([Math.max(0, Math.ceil(bound(minValue, 0))), Math.min(3, bound(maxValue, 3)), bound(maxValue, 999_999)])],
      };
    case 'unknown':
    case 'any':
    // A leaf only when it has no fields: nothing can be said in it.
    case 'object':
      return { fair: [{}] };
    default:
      return undefined;
  }
}

/**
 * A value that the schema takes, with `value` at the place that is asked about; what need not be there is there at times.
 * @param path the place, as `leavesOf` tells it; undefined: nowhere here. @param usual what stands at the other leaves, by their keys.
 */
export function build(
  schema: z.ZodType,
  path: readonly string[] | undefined,
  value: unknown,
  usual: (schema: z.ZodType, key: string) => unknown,
  tape: Tape,
  key = '',
): unknown {
  const { schema: open, parts } = opened(schema);
  if (parts.length === 0) return path ? value : usual(open, key);
  const [step, ...rest] = path ?? [];
  const at = ([mark, part]: (typeof parts)[0]): unknown =>
    build(part, mark === step ? rest : undefined, value, usual, tape, /^[[{|]/.test(mark) ? key : mark);
  switch (open.def.type) {
    case 'array':
    case 'tuple':
      return parts.map(at);
    case 'record':
      return Object.fromEntries([parts.map(at)]);
    case 'union':
      return at(parts.find(([mark]) => mark === step) ?? tape.pick(parts));
    default: {
      const there = parts.filter(([name, part]) => name === step || !part.safeParse(undefined).success || tape.chance(2));
      return Object.fromEntries(there.map((part) => [part[0], at(part)]));
    }
  }
}
