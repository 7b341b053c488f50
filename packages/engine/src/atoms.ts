import { type AtomName, type Condition, JUNCTIONS } from './conditions.ts';
import type { Atom, Look, Names, Naming, Room } from './room.ts';

/** The answers of all rooms. Rooms read each other’s conditions, so this file knows none of them: `exercise.ts` lists theirs. */
const ATOMS = new Map<string, Atom<never>>();

/** Lists a room’s answers. */
export function answers(atoms: Room<never>['atoms']): void {
  for (const [name, atom] of Object.entries(atoms ?? {})) ATOMS.set(name, atom as Atom<never>);
}

/** What conditions may ask, by the keys that authors write. */
export function atomNames(): AtomName[] {
  return [...ATOMS.keys()] as AtomName[];
}

/** The atom that a condition of one key asks, and what it asks of it. */
export function atomOf(condition: Condition): { readonly name: AtomName; readonly atom: Atom<never>; readonly args: never } {
  const [name] = Object.keys(condition) as [AtomName];
  return { name, atom: ATOMS.get(name) as Atom<never>, args: condition[name as never] };
}

/** Asks the whole condition afresh: the oracle beside the dependency index. */
export function evaluate(look: Look, when: Condition): boolean {
  if ('all' in when) return when.all.every((c) => evaluate(look, c));
  if ('any' in when) return when.any.some((c) => evaluate(look, c));
  if ('not' in when) return !evaluate(look, when.not);
  const { atom, args } = atomOf(when);
  return atom.holds(look, args);
}

const DEEPEST = 20;

/**
 * A condition as `party`'s controllers may read it: only if they hold all that it depends on; injects by their opaque
 * ids, milestones spelt out. Otherwise undefined, and the row just "waits": so it is with an atom that says nothing of it.
 */
export function readableBy(names: Names, party: string, when: Condition, depth = 0): Condition | undefined {
  if (depth > DEEPEST) return undefined;
  const part = (c: Condition): Condition | undefined => readableBy(names, party, c, depth + 1);
  if ('all' in when || 'any' in when) {
    const parts = ('all' in when ? when.all : when.any).map(part);
    if (parts.some((c) => c === undefined)) return undefined;
    return 'all' in when ? { all: parts as Condition[] } : { any: parts as Condition[] };
  }
  if ('not' in when) {
    const inner = part(when.not);
    return inner && { not: inner };
  }
  const { atom, args } = atomOf(when);
  return atom.readable?.(names, party, args, part);
}

/** Something that a condition names, and where in the condition. */
export interface Found extends Naming {
  readonly id: string;
  readonly path: readonly (string | number)[];
}
const LONGEST_PATH = 60;

/** Everything that a condition names, in order; also of one that nobody has checked yet. */
export function namesIn(when: unknown, path: readonly (string | number)[] = []): Found[] {
  if (typeof when !== 'object' || when === null || path.length > LONGEST_PATH) return [];
  return Object.entries(when).flatMap(([key, args]): Found[] => {
    const here = [...path, key];
    if (Array.isArray(args)) return args.flatMap((c, i) => namesIn(c, [...here, i]));
    if ((JUNCTIONS as readonly string[]).includes(key)) return namesIn(args, here);
    if (args === null || args === undefined) return [];
    const named = ATOMS.get(key)?.names?.(args as never) ?? [];
    return named.flatMap((n) => (typeof n.id === 'string' ? [{ ...n, id: n.id, path: n.at === undefined ? here : [...here, n.at] }] : []));
  });
}
