import { atomOf } from './atoms.ts';
import type { Condition } from './conditions.ts';
import type { Meta, Ms } from './fact.ts';
import { Heap } from './heap.ts';
import type { Atom, Look } from './room.ts';
import type { AnyEvent } from './world.ts';

const NONE: readonly string[] = [];

interface Node {
  readonly kind: 'all' | 'any' | 'not' | 'atom';
  value: boolean;
  /** Children that hold (any) or do not hold (all). */
  count: number;
  readonly parents: Node[];
  readonly guards: string[];
  readonly atom?: Atom<never>;
  readonly args?: never;
}

/**
 * The dependency index: conditions compiled once into a graph. An event touches keys, keys lead to atoms,
 * a changed atom tells its parents by counting. `evaluate` asks the same question afresh and is its oracle.
 */
export class Graph {
  readonly #atoms = new Map<string, Node>();
  readonly #byKey = new Map<string, Node[]>();
  readonly #guards = new Map<string, Node>();
  readonly #times = new Heap<Node>();
  #risen: string[] = [];

  /** Adds a guard and gives whether its condition holds already. */
  add(key: string, when: Condition, look: Look): boolean {
    const node = this.#compile(when, look);
    node.guards.push(key);
    this.#guards.set(key, node);
    return node.value;
  }

  /** Whether the guard's condition holds, as far as the index knows. False for an unknown guard. */
  holds(key: string): boolean {
    return this.#guards.get(key)?.value === true;
  }

  /** Guards that became true by this event, asked after `evolve`. */
  touch(keys: readonly string[], event: AnyEvent, meta: Meta, look: Look): readonly string[] {
    for (const key of keys) {
      for (const node of this.#byKey.get(key) ?? []) {
        const atom = node.atom as Atom<never>;
        const args = node.args as never;
        this.#set(node, atom.fires ? node.value || atom.fires(look, args, event, meta) : atom.holds(look, args));
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

  #set(node: Node, value: boolean): void {
    if (node.value === value) return;
    node.value = value;
    if (value) this.#risen.push(...node.guards);
    for (const parent of node.parents) {
      if (parent.kind === 'not') {
        this.#set(parent, !value);
        continue;
      }
      // `any` counts children that hold, `all` those that do not.
      parent.count += value === (parent.kind === 'any') ? 1 : -1;
      this.#set(parent, parent.kind === 'any' ? parent.count > 0 : parent.count === 0);
    }
  }

  #compile(when: Condition, look: Look): Node {
    if ('all' in when) {
      const children = when.all.map((c) => this.#compile(c, look));
      const count = children.filter((c) => !c.value).length;
      return this.#join({ kind: 'all', value: count === 0, count, parents: [], guards: [] }, children);
    }
    if ('any' in when) {
      const children = when.any.map((c) => this.#compile(c, look));
      const count = children.filter((c) => c.value).length;
      return this.#join({ kind: 'any', value: count > 0, count, parents: [], guards: [] }, children);
    }
    if ('not' in when) {
      const child = this.#compile(when.not, look);
      return this.#join({ kind: 'not', value: !child.value, count: 0, parents: [], guards: [] }, [child]);
    }
    return this.#atom(when, look);
  }

  #join(node: Node, children: readonly Node[]): Node {
    for (const child of children) child.parents.push(node);
    return node;
  }

  #atom(when: Condition, look: Look): Node {
    const name = JSON.stringify(when);
    const known = this.#atoms.get(name);
    if (known) return known;
    const { atom, args } = atomOf(when);
    const node: Node = { kind: 'atom', value: atom.holds(look, args), count: 0, parents: [], guards: [], atom, args };
    this.#atoms.set(name, node);
    for (const key of atom.keys(args)) {
      const nodes = this.#byKey.get(key);
      if (nodes) nodes.push(node);
      else this.#byKey.set(key, [node]);
    }
    const time = atom.time?.(args);
    if (time !== undefined && !node.value) this.#times.push(time, node);
    return node;
  }
}
