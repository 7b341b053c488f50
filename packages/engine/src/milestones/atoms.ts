import type { Atom } from '../room.ts';
import type { VariableAsk } from './asks.ts';

export const milestoneAtom: Atom<string> = {
  holds: (look, id) => look.world.milestones.milestones.get(id)?.reached !== undefined,
  keys: (id) => [`milestone:${id}`],
  readable({ scenario }, _party, id, part) {
    const milestone = scenario.milestones.find((m) => m.id === id);
    return milestone && part(milestone.when);
  },
  names: (id) => [{ kind: 'milestone', id }],
  implies: (a, b) => a === b,
};
export const timeAtom: Atom<number> = {
  holds: (look, at) => look.now >= at,
  keys: () => [],
  time: (at) => at,
  readable: (_names, _party, time) => ({ time }),
  mayAll(asked, { end }) {
    let [from, before] = [0, end + 1];
    for (const { args, holds } of asked) {
      if (holds) from = Math.max(from, args);
      else before = Math.min(before, args);
    }
    return from < before;
  },
};
export const variableAtom: Atom<VariableAsk> = {
  holds(look, a) {
    const value = look.world.milestones.variables.get(a.id)?.value;
    return value !== undefined && answers(value, a);
  },
  keys: (a) => [`variable:${a.id}`],
  names: ({ id }) => [{ kind: 'variable', id, at: 'id' }],
  // Some value satisfies all that is asked of the variable: those named, those between and beyond them, and one other.
  mayAll(all, { variables }) {
    const id = all.at(-1)?.args.id;
    const asked = all.filter(({ args }) => args.id === id);
    const named = asked.flatMap(({ args }) => [args.is, args.atLeast, args.atMost].filter((x) => x !== undefined));
    const first = variables.get(id ?? '');
    const numbers = named.filter((n) => typeof n === 'number').sort((a, b) => a - b);
    const between = numbers.flatMap((n, i) => [n, (n + (numbers[i + 1] ?? beyond(n, 1))) / 2]);
    const values: Value[] = [...named, ...between, beyond(numbers[0] ?? 0, -1), true, false, '\u0000another'];
    const possible = first === undefined ? values : values.filter((v) => typeof v === typeof first);
    return possible.some((v) => asked.every(({ args, holds }) => answers(v, args) === holds));
  },
};

type Value = string | number | boolean;
/** A number above (below) another, however large that is: adding one to a large number gives the same. */
const beyond = (n: number, way: 1 | -1): number => n + way * (2 + Math.abs(n));
function answers(value: Value, { is, atLeast, atMost }: VariableAsk): boolean {
  if (is !== undefined && value !== is) return false;
  if (atLeast !== undefined && !(typeof value === 'number' && value >= atLeast)) return false;
  return atMost === undefined || (typeof value === 'number' && value <= atMost);
}
