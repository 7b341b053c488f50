import { atomOf } from './atoms.ts';
import type { Condition } from './conditions.ts';
import type { Meta, Ms } from './fact.ts';
import { Heap } from './heap.ts';
import type { Atom, Look } from './room.ts';
import type { AnyEvent } from './world.ts';

const NONE: readonly string[] = [];

/** A condition, or a part of one; it is named by its place among the nodes. */
interface Node {
  readonly kind: 'all' | 'any' | 'not' | 'atom';
  readonly parents: number[];
  readonly guards: string[];
  readonly atom?: Atom<never>;
  readonly args?: never;
}
/** How conditions hang together. Graphs that were copied share it until one of them takes in another condition. */
interface Shape {
  readonly nodes: Node[];
  readonly atoms: Map<string, number>;
  readonly byKey: Map<string, number[]>;
  readonly guards: Map<string, number>;
}

/**
 * The dependency index: conditions compiled once into a graph. An event touches keys, keys lead to atoms,
 * a changed atom tells its parents by counting. `evaluate` asks the same question afresh and is its oracle.
 */
export class Graph {
  #shape: Shape;
  #isShared: boolean;
  /** By node: whether it holds. */
  readonly #values: boolean[];
  /** By node: children that hold (any) or do not hold (all). */
  readonly #counts: number[];
  readonly #times: Heap<number>;
  #risen: string[] = [];

  constructor(from?: Graph) {
    this.#shape = from ? from.#shape : { nodes: [], atoms: new Map(), byKey: new Map(), guards: new Map() };
    this.#isShared = from !== undefined;
    this.#values = from ? from.#values.slice() : [];
    this.#counts = from ? from.#counts.slice() : [];
    this.#times = from ? from.#times.copy() : new Heap();
  }

  /** Another that knows the same and goes its own way. */
  copy(): Graph {
    this.#isShared = true;
    return new Graph(this);
  }

  /** Adds a guard and gives whether its condition holds already. */
  add(key: string, when: Condition, look: Look): boolean {
    this.#unshare();
    const at = this.#compile(when, look);
    const { nodes, guards } = this.#shape;
    (nodes[at] as Node).guards.push(key);
    guards.set(key, at);
    return this.#values[at] as boolean;
  }

  /** Whether the guard's condition holds, as far as the index knows. False for an unknown guard. */
  holds(key: string): boolean {
    return this.#values[this.#shape.guards.get(key) ?? -1] === true;
  }

  /** Guards that became true by this event, asked after `evolve`. */
  touch(keys: readonly string[], event: AnyEvent, meta: Meta, look: Look): readonly string[] {
    const { nodes, byKey } = this.#shape;
    for (const key of keys) {
      for (const at of byKey.get(key) ?? NONE_AT) {
        const { atom, args } = nodes[at] as Node & { readonly atom: Atom<never>; readonly args: never };
        this.#set(at, atom.fires ? this.#values[at] || atom.fires(look, args, event, meta) : atom.holds(look, args));
      }
    }
    return this.#take();
  }

  /** Scenario time at which a condition on time next changes. */
  nextTime(): Ms | undefined {
    return this.#times.peek()?.at;
  }

  /** Guards that became true because scenario time reached `look.now`. */
  advance(look: Look): readonly string[] {
    for (let next = this.#times.peek(); next && next.at <= look.now; next = this.#times.peek()) {
      this.#times.pop();
      this.#set(next.item, true);
    }
    return this.#take();
  }

  #take(): readonly string[] {
    if (this.#risen.length === 0) return NONE;
    const risen = this.#risen;
    this.#risen = [];
    return risen;
  }

  #set(at: number, value: boolean): void {
    if (this.#values[at] === value) return;
    this.#values[at] = value;
    const { nodes } = this.#shape;
    const { parents, guards } = nodes[at] as Node;
    if (value) this.#risen.push(...guards);
    for (const parent of parents) {
      const { kind } = nodes[parent] as Node;
      if (kind === 'not') {
        this.#set(parent, !value);
        continue;
      }
      // `any` counts children that hold, `all` those that do not.
      const count = (this.#counts[parent] as number) + (value === (kind === 'any') ? 1 : -1);
      this.#counts[parent] = count;
      this.#set(parent, kind === 'any' ? count > 0 : count === 0);
    }
  }

  #unshare(): void {
    if (!this.#isShared) return;
    const { nodes, atoms, byKey, guards } = this.#shape;
    this.#isShared = false;
    this.#shape = {
      nodes: nodes.map((n) => ({ ...n, parents: [...n.parents], guards: [...n.guards] })),
      atoms: new Map(atoms),
      byKey: new Map([...byKey].map(([key, at]) => [key, [...at]])),
      guards: new Map(guards),
    };
  }

  #compile(when: Condition, look: Look): number {
    if ('all' in when) {
      const children = when.all.map((c) => this.#compile(c, look));
      const count = children.filter((c) => !this.#values[c]).length;
      return this.#put({ kind: 'all', parents: [], guards: [] }, count === 0, count, children);
    }
    if ('any' in when) {
      const children = when.any.map((c) => this.#compile(c, look));
      const count = children.filter((c) => this.#values[c]).length;
      return this.#put({ kind: 'any', parents: [], guards: [] }, count > 0, count, children);
    }
    if ('not' in when) {
      const child = this.#compile(when.not, look);
      return this.#put({ kind: 'not', parents: [], guards: [] }, !this.#values[child], 0, [child]);
    }
    return this.#atom(when, look);
  }

  #put(node: Node, value: boolean, count: number, children: readonly number[]): number {
    const { nodes } = this.#shape;
    const at = nodes.push(node) - 1;
    this.#values.push(value);
    this.#counts.push(count);
    for (const child of children) (nodes[child] as Node).parents.push(at);
    return at;
  }

  #atom(when: Condition, look: Look): number {
    const { atoms, byKey } = this.#shape;
    const name = JSON.stringify(when);
    const known = atoms.get(name);
    if (known !== undefined) return known;
    const { atom, args } = atomOf(when);
    const value = atom.holds(look, args);
    const at = this.#put({ kind: 'atom', parents: [], guards: [], atom, args }, value, 0, []);
    atoms.set(name, at);
    for (const key of atom.keys(args)) {
      const nodes = byKey.get(key);
      if (nodes) nodes.push(at);
      else byKey.set(key, [at]);
    }
    const time = atom.time?.(args);
    if (time !== undefined && !value) this.#times.push(time, at);
    return at;
  }
}

const NONE_AT: readonly number[] = [];
