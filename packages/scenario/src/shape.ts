import { atomNames, DISTRIBUTIONS, JUNCTIONS, unseenIn } from '@entente/engine';
import type { z } from 'zod';
import { bounds, kindOf, wrongType } from './kinds.ts';
import { meantDuration, meantId, meantStart, meantWord, nearest } from './nearest.ts';
import type { Both, Path, Place, Problem } from './problem.ts';
import { problem } from './problem.ts';
import { reasonOf } from './reasons.ts';

type Issue = z.core.$ZodIssue;
export interface Places {
  place(path: Path): Place;
  keyPlace(path: Path): Place;
}

/** More wrong keys or values than this are not worth telling one by one. */
const MOST = 1_000;

/** What zod says of a value, told in an author's words and at its place in the file. */
export function shapeProblems(issues: readonly Issue[], schema: z.ZodType, value: unknown, at: Places): Problem[] {
  return issues.slice(0, MOST).flatMap((issue) => told(issue, issue.path as Path, schema, value, at));
}

/** The value at a path; own keys only. */
export function valueAt(value: unknown, path: Path): unknown {
  let v = value;
  for (const step of path) {
    if (typeof v !== 'object' || v === null || !Object.hasOwn(v, step)) return undefined;
    v = (v as Record<string | number, unknown>)[step];
  }
  return v;
}

function told(issue: Issue, path: Path, schema: z.ZodType, value: unknown, at: Places): Problem[] {
  const found = valueAt(value, path);
  const here = () => at.place(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, MOST).map((key) => {
        const known = keysOf(schemaAt(schema, path, value));
        return problem('unknown-key', at.keyPlace([...path, key]), [...path, key], {
          key,
          known: known.join(', '),
          meant: nearest(key, known),
        });
      });
    case 'invalid_type':
      if (found === undefined) return [missing(path, schema, value, at)];
      if (typeof found === 'number' && isDuration(schemaAt(schema, path, value)))
        return [problem('bad-duration', here(), path, { value: String(found), meant: meantDuration(found) })];
      return [wrongType(issue.expected, found, path, here())];
    case 'invalid_value': {
      const known = issue.values.map(String);
      if (found === undefined) return [missing(path, schema, value, at)];
      const text = typeof found === 'object' ? kindOf(found).en : String(found);
      return [
        problem('not-one-of', here(), path, {
          value: text,
          known: known.join(', '),
          meant: known.length === 1 ? known[0] : nearest(text, known),
        }),
      ];
    }
    case 'too_big':
      return [bounds(issue.origin, issue.maximum, true, path, here())];
    case 'too_small':
      return [bounds(issue.origin, issue.minimum, false, path, here())];
    case 'invalid_format':
      return badFormat(issue.pattern ?? '', found, path, here());
    case 'invalid_key': {
      const key = String(path.at(-1));
      if (path[0] === 'labels' && path.includes('clearances'))
        return [problem(path.includes('values') ? 'bad-word' : 'bad-id', at.keyPlace(path), path, { value: key, meant: undefined })];
      return [
        problem(path.includes('set') ? 'bad-id' : 'bad-language-key', at.keyPlace(path), path, {
          key,
          value: key,
          meant: path.includes('set') ? meantId(key) : undefined,
        }),
      ];
    }
    case 'invalid_union':
      if (isCondition(path)) return conditionProblems(issue, path, schema, value, at);
      return isDistribution(path) ? distributionProblems(issue, path, schema, value, at) : branch(issue, path, schema, value, at);
    case 'custom':
      // What a label policy gets wrong as a whole is told at its own places.
      if (/^(usual|levels):/.test(issue.message)) return [];
      if (/duration/.test(issue.message))
        return [problem('bad-duration', here(), path, { value: String(found), meant: meantDuration(found) })];
      if (/STARTEX/.test(issue.message)) return [problem('bad-start', here(), path, { value: String(found), meant: meantStart(found) })];
      if (typeof found === 'string' && /cannot be shown/.test(issue.message))
        return [problem('unseen-sign', here(), path, { sign: unseenIn(found) ?? '' })];
      return [problem('bad-value', here(), path, { reason: reasonOf(issue.message) })];
    default:
      return [problem('bad-value', here(), path, { reason: reasonOf(issue.message) })];
  }
}

/** A text that is not written as it has to be, by what its pattern asks for. */
function badFormat(pattern: string, found: unknown, path: Path, place: Place): Problem[] {
  const value = String(found);
  if (pattern.includes('files')) return []; // told as a file that is not there
  if (pattern.includes('\\p{L}'))
    return [problem('bad-letter', place, path, { value, meant: [...value.trim()].find((c) => /\p{L}/u.test(c)) })];
  if (pattern.includes('#')) return [problem('bad-colour', place, path, { value })];
  if (pattern.includes('A-Z')) return [problem('bad-word', place, path, { value, meant: meantWord(value) })];
  return [problem('bad-id', place, path, { value, meant: meantId(found) })];
}

function missing(path: Path, schema: z.ZodType, value: unknown, at: Places): Problem {
  const key = String(path.at(-1) ?? '');
  const about = schemaAt(schema, path, value)?.description;
  const what: Both = { en: about ? ` (${about})` : '', ko: '' };
  return problem('missing-key', at.place(path.slice(0, -1)), path, { key, what });
}

/** Of several allowed shapes, the one the author meant is the one whose kind of value is already there. */
function branch(issue: Issue & { code: 'invalid_union' }, path: Path, schema: z.ZodType, value: unknown, at: Places): Problem[] {
  const found = valueAt(value, path);
  if (found === undefined) return [missing(path, schema, value, at)];
  const fits = (...misfits: string[]) =>
    issue.errors.find((errors) => errors.length > 0 && !errors.some((e) => e.path.length === 0 && misfits.includes(e.code)));
  // The shape that has all keys that stand there, and else one of the kind.
  const close = fits('invalid_type', 'invalid_value', 'unrecognized_keys') ?? fits('invalid_type', 'invalid_value') ?? fits('invalid_type');
  if (close) return close.flatMap((e) => told(e, [...path, ...(e.path as Path)], schema, value, at));
  const texts = issue.errors.some((errors) => errors.some((e) => e.code === 'invalid_type' && e.expected === 'record'));
  return [wrongType(texts ? 'text' : 'value', found, path, at.place(path))];
}

/** Where a distribution stands: of an uncertainty, or of the delay of a rule. */
function isDistribution(path: Path): boolean {
  const [list, , key] = path.slice(-3);
  return (
    path[0] === 'rehearsal' &&
    ((list === 'uncertainties' && (key === 'minutes' || key === 'number')) || (list === 'rules' && key === 'after'))
  );
}

/** A distribution has one key; by it we know which shape was meant, and speak of that one only. */
function distributionProblems(
  issue: Issue & { code: 'invalid_union' },
  path: Path,
  schema: z.ZodType,
  value: unknown,
  at: Places,
): Problem[] {
  const found = valueAt(value, path);
  if (found === undefined) return [missing(path, schema, value, at)];
  const isDelay = path.at(-1) === 'after';
  if (isDelay && typeof found === 'string') return branch(issue, path, schema, value, at);
  if (typeof found !== 'object' || found === null || Array.isArray(found))
    return [wrongType(isDelay ? 'delay' : 'distribution', found, path, at.place(path))];
  const keys = Object.keys(found);
  const unknown = keys.filter((k) => !(DISTRIBUTIONS as readonly string[]).includes(k));
  if (unknown.length > 0)
    return unknown.slice(0, MOST).map((key) =>
      problem('unknown-distribution', at.keyPlace([...path, key]), [...path, key], {
        key,
        known: DISTRIBUTIONS.join(', '),
        meant: nearest(key, DISTRIBUTIONS),
      }),
    );
  if (keys.length !== 1)
    return [problem('distribution-keys', at.place(path), path, { count: keys.length, known: DISTRIBUTIONS.join(', ') })];
  return meantShape(issue).flatMap((e) => inDistribution(e, path, schema, value, at));
}

/** What is wrong with the shape whose key stands there; a delay may be another thing than a distribution. */
function meantShape(issue: Issue & { code: 'invalid_union' }): readonly Issue[] {
  for (const errors of issue.errors) {
    const [inner] = errors;
    if (inner?.code === 'invalid_union' && inner.path.length === 0) return meantShape(inner);
    if (errors.length > 0 && errors.every((e) => e.path.length > 0)) return errors;
  }
  return [];
}

function inDistribution(issue: Issue, path: Path, schema: z.ZodType, value: unknown, at: Places): Problem[] {
  const here = [...path, ...(issue.path as Path)];
  const found = valueAt(value, here);
  const isNumber = typeof found === 'number' && Number.isFinite(found);
  // Of an uncertainty in minutes, a number or a duration: one of the two is wrong, and the other was never meant.
  if (issue.code === 'invalid_union' && typeof found !== 'string' && !isNumber) return [wrongType('minutes', found, here, at.place(here))];
  if (issue.code === 'invalid_union') {
    const [meant] = issue.errors.filter((errors) => errors.every((e) => e.code !== 'invalid_type'));
    if (meant) return meant.flatMap((e) => told(e, here, schema, value, at));
  }
  if (issue.code === 'invalid_type' && issue.expected === 'string' && isNumber)
    return [problem('bad-duration', at.place(here), here, { value: String(found), meant: meantDuration(found) })];
  return told(issue, here, schema, value, at);
}

const CONDITIONS: readonly string[] = [...JUNCTIONS, ...atomNames()];

function isCondition(path: Path): boolean {
  const start = path.findIndex((step) => step === 'when' || step === 'seen' || step === 'holds');
  return start >= 0 && path.slice(start + 1).every((step) => typeof step === 'number' || (JUNCTIONS as readonly string[]).includes(step));
}

/** A condition has one key; by it we know which shape was meant, and speak of that one only. */
function conditionProblems(issue: Issue & { code: 'invalid_union' }, path: Path, schema: z.ZodType, value: unknown, at: Places): Problem[] {
  const found = valueAt(value, path);
  if (found === undefined) return [missing(path, schema, value, at)];
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return [wrongType('condition', found, path, at.place(path))];
  const keys = Object.keys(found);
  const unknown = keys.filter((k) => !CONDITIONS.includes(k));
  if (unknown.length > 0) {
    return unknown.slice(0, MOST).map((key) =>
      problem('unknown-condition', at.keyPlace([...path, key]), [...path, key], {
        key,
        known: CONDITIONS.join(', '),
        meant: nearest(key, CONDITIONS),
      }),
    );
  }
  if (keys.length !== 1) return [problem('condition-keys', at.place(path), path, { count: keys.length })];
  const meant = issue.errors.find(
    (errors) => errors.length > 0 && errors.every((e) => e.code !== 'unrecognized_keys' || e.path.length > 0),
  );
  return (meant ?? issue.errors[0] ?? []).flatMap((e) => told(e, [...path, ...(e.path as Path)], schema, value, at));
}

/** The schema of what stands at a path, looking through defaults, options and lists; undefined where it forks. */
export function schemaAt(schema: z.ZodType | undefined, path: Path, value: unknown): z.ZodType | undefined {
  let s = schema && unwrap(schema);
  let v = value;
  for (const step of path) {
    if (!s) return undefined;
    const def = s.def as {
      type: string;
      shape?: Record<string, z.ZodType>;
      element?: z.ZodType;
      valueType?: z.ZodType;
      options?: z.ZodType[];
    };
    if (def.type === 'union') {
      s = def.options?.map(unwrap).find((o) => Object.hasOwn((o.def as { shape?: object }).shape ?? {}, step));
      if (!s) return undefined;
      s = unwrap((s.def as unknown as { shape: Record<string, z.ZodType> }).shape[String(step)]!);
    } else {
      const next: z.ZodType | undefined =
        def.type === 'array'
          ? def.element
          : def.type === 'record'
            ? def.valueType
            : def.shape && Object.hasOwn(def.shape, step)
              ? def.shape[step]
              : undefined;
      s = next && described(next);
    }
    v = valueAt(v, [step]);
  }
  return s;
}

/** Unwraps, but keeps the description that stood on the wrapping. */
function described(schema: z.ZodType): z.ZodType {
  const inner = unwrap(schema);
  return schema.description && !inner.description ? inner.describe(schema.description) : inner;
}

function unwrap(schema: z.ZodType): z.ZodType {
  const def = schema.def as { type: string; innerType?: z.ZodType; in?: z.ZodType; getter?: () => z.ZodType };
  if (def.innerType) return unwrap(def.innerType);
  if (def.type === 'pipe' && def.in) return unwrap(def.in);
  if (def.type === 'lazy' && def.getter) return unwrap(def.getter());
  return schema;
}

/** Whether a text that stands there counts time. */
function isDuration(schema: z.ZodType | undefined): boolean {
  const checks = (schema?.def as { checks?: { _zod: { def: { error?: (issue: unknown) => unknown } } }[] } | undefined)?.checks ?? [];
  return checks.some(({ _zod: { def } }) => /duration/.test(String(def.error?.({}))));
}

/** The keys that an object schema knows. */
export function keysOf(schema: z.ZodType | undefined): string[] {
  return Object.keys((schema && (unwrap(schema).def as { shape?: object }).shape) ?? {});
}
