import { atomOf, type Bounds, type Condition } from '@entente/engine';

/**
 * Can a condition ever hold? A small search over its parts with what we know of their meaning: a variable has one
 * value, scenario time moves between STARTEX and ENDEX, what was read was released: each atom says what it implies and excludes.
 * Bounded: beyond the budget the answer is "perhaps".
 */
type Answer = 'yes' | 'no' | 'perhaps';
const BUDGET = 20_000;

/** A part of a condition that asks one thing, and whether it must hold. */
interface Literal {
  readonly asks: ReturnType<typeof atomOf>;
  readonly holds: boolean;
}
type Goal = { readonly when: Condition; readonly holds: boolean };

/** `no` only if no course of the exercise can make the condition hold. */
export function canHold(when: Condition, setting: Bounds): Answer {
  return search([{ when, holds: true }], setting);
}

/** `no` only if no course of the exercise can make the condition fail. */
export function canFail(when: Condition, setting: Bounds): Answer {
  return search([{ when, holds: false }], setting);
}

/** The smallest parts of a condition that can never hold, and those that always do, by their path within it. */
export function flaws(when: Condition, setting: Bounds): { path: (string | number)[]; flaw: 'never' | 'always' }[] {
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

function search(goals: readonly Goal[], setting: Bounds): Answer {
  let steps = 0;
  const go = (todo: readonly Goal[], literals: readonly Literal[]): Answer => {
    if (++steps > BUDGET) return 'perhaps';
    const [goal, ...rest] = todo;
    if (!goal) return 'yes';
    const { when, holds } = goal;
    if ('not' in when) return go([{ when: when.not, holds: !holds }, ...rest], literals);
    const list = 'all' in when ? when.all : 'any' in when ? when.any : undefined;
    if (!list) {
      const more = [...literals, { asks: atomOf(when), holds }];
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
function consistent(literals: readonly Literal[], setting: Bounds): boolean {
  const newest = literals.at(-1) as Literal;
  const { name, atom } = newest.asks;
  const alike = literals.filter((l) => l.asks.name === name);
  if (atom.mayAll)
    return atom.mayAll(
      alike.map(({ asks, holds }) => ({ args: asks.args, holds })),
      setting,
    );
  return alike.every((other) => other === newest || !(clash(newest, other) || clash(other, newest)));
}

/** True if `a` and `b`, which ask the same atom, cannot both be. */
function clash(a: Literal, b: Literal): boolean {
  const { atom, args } = a.asks;
  if (a.holds && !b.holds) return atom.implies?.(args, b.asks.args) === true;
  return a.holds && b.holds && atom.excludes?.(args, b.asks.args) === true;
}
