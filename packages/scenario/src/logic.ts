import type { Condition } from '@entente/engine';

/**
 * Can a condition ever hold? A small search over its parts with what we know of their meaning: a variable has one
 * value, scenario time moves between STARTEX and ENDEX, what was read was released, a skipped inject is not released.
 * Bounded: beyond the budget the answer is "perhaps".
 */
export interface Setting {
  /** Length of the exercise, ms. */
  readonly end: number;
  /** The kind of value each variable begins with. */
  readonly variables: ReadonlyMap<string, string | number | boolean>;
}
type Answer = 'yes' | 'no' | 'perhaps';
const BUDGET = 20_000;

/** A part of a condition that asks one thing, and whether it must hold. */
interface Literal {
  readonly atom: Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;
  readonly holds: boolean;
}
type Goal = { readonly when: Condition; readonly holds: boolean };

/** `no` only if no course of the exercise can make the condition hold. */
export function canHold(when: Condition, setting: Setting): Answer {
  return search([{ when, holds: true }], setting);
}

/** `no` only if no course of the exercise can make the condition fail. */
export function canFail(when: Condition, setting: Setting): Answer {
  return search([{ when, holds: false }], setting);
}

/** The smallest parts of a condition that can never hold, and those that always do, by their path within it. */
export function flaws(when: Condition, setting: Setting): { path: (string | number)[]; flaw: 'never' | 'always' }[] {
  const inner = parts(when).flatMap(([steps, part]) => flaws(part, setting).map((f) => ({ ...f, path: [...steps, ...f.path] })));
  if (inner.length > 0) return inner;
  if (canHold(when, setting) === 'no') return [{ path: [], flaw: 'never' }];
  if (canFail(when, setting) === 'no') return [{ path: [], flaw: 'always' }];
  return [];
}

function parts(when: Condition): [(string | number)[], Condition][] {
  if ('all' in when) return when.all.map((c, i) => [['all', i], c]);
  if ('any' in when) return when.any.map((c, i) => [['any', i], c]);
  return 'not' in when ? [[['not'], when.not]] : [];
}

function search(goals: readonly Goal[], setting: Setting): Answer {
  let steps = 0;
  const go = (todo: readonly Goal[], literals: readonly Literal[]): Answer => {
    if (++steps > BUDGET) return 'perhaps';
    const [goal, ...rest] = todo;
    if (!goal) return 'yes';
    const { when, holds } = goal;
    if ('not' in when) return go([{ when: when.not, holds: !holds }, ...rest], literals);
    const list = 'all' in when ? when.all : 'any' in when ? when.any : undefined;
    if (!list) {
      const more = [...literals, { atom: when as Literal['atom'], holds }];
      return consistent(more, setting) ? go(rest, more) : 'no';
    }
    const every = 'all' in when === holds;
    // What must hold is done before what may: fewer branches.
    if (every)
      return go(
        [...list.map((c) => ({ when: c, holds })), ...rest].sort((a, b) => width(a) - width(b)),
        literals,
      );
    let answer: Answer = 'no';
    for (const c of list) {
      const one = go([{ when: c, holds }, ...rest], literals);
      if (one === 'yes') return 'yes';
      if (one === 'perhaps') answer = 'perhaps';
    }
    return answer;
  };
  return go(goals, []);
}

/** How many ways a goal opens: one for a single thing or a list that must hold whole. */
function width({ when, holds }: Goal): number {
  if ('not' in when) return width({ when: when.not, holds: !holds });
  if ('all' in when) return holds ? 1 : when.all.length;
  if ('any' in when) return holds ? when.any.length : 1;
  return 0;
}

/** True unless the literals contradict each other; only the newest needs comparing. */
function consistent(literals: readonly Literal[], setting: Setting): boolean {
  const newest = literals.at(-1)!;
  const { atom } = newest;
  if ('time' in atom) return times(literals, setting.end);
  if ('variable' in atom) return variable(atom.variable.id, literals, setting);
  return literals.every((other) => !clash(newest, other) && !clash(other, newest));
}

function times(literals: readonly Literal[], end: number): boolean {
  let [from, before] = [0, end + 1];
  for (const { atom, holds } of literals) {
    if (!('time' in atom)) continue;
    if (holds) from = Math.max(from, atom.time);
    else before = Math.min(before, atom.time);
  }
  return from < before;
}

/** Some value satisfies everything asked of the variable: the values named, those between and beyond them, and one other. */
function variable(id: string, literals: readonly Literal[], setting: Setting): boolean {
  const asked = literals.flatMap((l) =>
    'variable' in l.atom && l.atom.variable.id === id ? [{ ...l.atom.variable, holds: l.holds }] : [],
  );
  const named = asked.flatMap((a) => [a.is, a.atLeast, a.atMost].filter((x) => x !== undefined));
  const first = setting.variables.get(id);
  const numbers = named.filter((n) => typeof n === 'number').sort((a, b) => a - b);
  const between = numbers.flatMap((n, i) => [n, (n + (numbers[i + 1] ?? n + 2)) / 2]);
  const values: (string | number | boolean)[] = [...named, ...between, (numbers[0] ?? 0) - 1, true, false, '\u0000another'];
  const possible = first === undefined ? values : values.filter((v) => typeof v === typeof first);
  return possible.some((v) => asked.every((a) => answers(v, a) === a.holds));
}

function answers(v: string | number | boolean, a: { is?: unknown; atLeast?: number | undefined; atMost?: number | undefined }): boolean {
  if (a.is !== undefined && v !== a.is) return false;
  if (a.atLeast !== undefined && !(typeof v === 'number' && v >= a.atLeast)) return false;
  return a.atMost === undefined || (typeof v === 'number' && v <= a.atMost);
}

/** True if `a` and `b` cannot both be. */
function clash(a: Literal, b: Literal): boolean {
  if (a === b) return false;
  if (a.holds && !b.holds) return implies(a.atom, b.atom);
  if (!a.holds || !b.holds) return false;
  if ('inject' in a.atom && 'inject' in b.atom)
    return a.atom.inject.id === b.atom.inject.id && a.atom.inject.is === 'skipped' && b.atom.inject.is !== 'skipped';
  if ('expected' in a.atom && 'expected' in b.atom)
    return a.atom.expected.id === b.atom.expected.id && !implies(a.atom, b.atom) && !implies(b.atom, a.atom);
  return false;
}

/** True if whenever `a` holds, `b` does. */
function implies(a: Literal['atom'], b: Literal['atom']): boolean {
  if ('milestone' in a && 'milestone' in b) return a.milestone === b.milestone;
  if ('expected' in a && 'expected' in b) {
    // Done late is done.
    return a.expected.id === b.expected.id && (a.expected.is === b.expected.is || (a.expected.is === 'late' && b.expected.is === 'met'));
  }
  if ('message' in a && 'message' in b) return narrower(a.message, b.message);
  if ('item' in a && 'item' in b) return impliesItem(a.item, b.item);
  // Whatever became of a request, it was made.
  if ('request' in a && 'request' in b) return narrower({ ...a.request, is: b.request.is === 'made' ? 'made' : a.request.is }, b.request);
  if (!('inject' in a && 'inject' in b) || a.inject.id !== b.inject.id) return false;
  if (a.inject.is === b.inject.is) return b.inject.by === undefined || a.inject.by === b.inject.by;
  // Acknowledging is reading, and what was read was released.
  if (b.inject.is === 'read') return a.inject.is === 'acknowledged' && (b.inject.by === undefined || a.inject.by === b.inject.by);
  return b.inject.is === 'released' && a.inject.is !== 'skipped';
}

/** A narrower question answered with yes answers the broader one. */
function narrower(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(b).every(([key, v]) => v === undefined || a[key] === v);
}

type ItemAsked = Extract<Condition, { item: unknown }>['item'];

/** What was released to somebody, or acknowledged by them, they hold; what was refused was asked for; what is asked back somebody holds. */
function impliesItem(a: ItemAsked, b: ItemAsked): boolean {
  const follows: Partial<Record<ItemAsked['is'], ItemAsked['is']>> = {
    released: 'held',
    acknowledged: 'held',
    recalled: 'held',
    refused: 'requested',
  };
  if (a.id !== b.id || (a.is !== b.is && follows[a.is] !== b.is)) return false;
  if (b.by === undefined) return true;
  // A recall is asked of a whole party: it says nothing of the seat that was named.
  return a.by === b.by && (a.is !== 'recalled' || b.is === 'recalled' || b.by.startsWith('party:'));
}
