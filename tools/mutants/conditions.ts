import { OTHER, type Spots, type Way } from './spots.ts';
import { bare, calledName, field, isFunction, list, type Node, results, type Source, type Tree, walk, word } from './tree.ts';

/** The refusal of whoever addresses somebody that he may not. */
const REFUSED = 'no-such-address';
/** A condition with one of these words asks who somebody is, or what he holds. */
const OF_PEOPLE = /\b(seen|given|partyOf|party|tell|fresh|head|from)\b/;

/** Finds the conditions on which it depends who is told, or who may be addressed. */
export class Conditions {
  readonly #tree: Tree;
  readonly #spots: Spots;

  constructor(tree: Tree, spots: Spots) {
    this.#tree = tree;
    this.#spots = spots;
  }

  /** A draft that some condition on people leaves out, or not. */
  toldAtAll(source: Source, draft: Node): void {
    let inner = draft;
    for (const at of source.around(draft)) {
      if (isFunction(at)) return;
      const test = at.type === 'IfStatement' || at.type === 'ConditionalExpression' ? field(at, 'test') : undefined;
      if (test && test !== inner && OF_PEOPLE.test(source.code(test))) this.guard(source, test);
      for (const skip of skipsBefore(at, inner)) if (OF_PEOPLE.test(source.code(skip))) this.guard(source, skip);
      inner = at;
    }
  }

  /** The conditions under which something is given or put in, within its function. */
  guarded(source: Source, node: Node): void {
    let inner = node;
    for (const at of source.around(node)) {
      if (isFunction(at)) return;
      if (at.type === 'IfStatement' && field(at, 'test') !== inner) this.guard(source, field(at, 'test') as Node);
      for (const skip of skipsBefore(at, inner)) this.guard(source, skip);
      inner = at;
    }
  }

  guard(source: Source, test: Node): void {
    const node = bare(test);
    this.#spots.add(source, node, 'guard');
    for (const part of partsOf(node)) {
      const binding = part.type === 'Identifier' ? this.#tree.binding(source, part) : undefined;
      const init = binding?.kind === 'value' ? binding.init : undefined;
      if (init && LOGICAL.has(bare(init).type)) this.permission(source, init, 'in');
      if (part.type === 'CallExpression') this.#asked(source, part, 'in');
    }
  }

  /** A function that says who may. */
  test(source: Source, given: Node, site: boolean): void {
    const node = bare(given);
    if (site) this.#spots.add(source, node, 'test');
    if (!this.#spots.fresh(source, node, 'test')) return;
    if (isFunction(node)) for (const r of results(node)) this.permission(source, r, 'in', !site);
    if (node.type === 'CallExpression')
      for (const called of this.#tree.called(source, node)) for (const r of results(called.fn)) this.test(called.source, r, true);
    const binding = node.type === 'Identifier' ? this.#tree.binding(source, node) : undefined;
    if (binding?.kind === 'function') for (const r of results(binding.fn)) this.permission(binding.source, r, 'in');
    if (binding?.kind === 'parameter') {
      if (binding.init) this.test(binding.source, binding.init, false);
      this.#tree.argumentsOf(
        binding,
        (at, arg) => this.test(at, arg, true),
        () => undefined,
      );
    }
  }

  /** A condition on somebody; `inner`: dropping the filter around it says the same. */
  permission(source: Source, given: Node, kind: Way, inner = false): void {
    const node = bare(given);
    if (!inner) this.#spots.add(source, node, kind);
    if (!this.#spots.fresh(source, node, kind)) return;
    const other = OTHER[kind];
    if (node.type === 'LogicalExpression') {
      this.#spots.add(source, node, kind);
      for (const side of ['left', 'right']) this.permission(source, field(node, side) as Node, kind, true);
    } else if (node.type === 'UnaryExpression') this.permission(source, field(node, 'argument') as Node, other, true);
    else if (node.type === 'ConditionalExpression') {
      this.guard(source, field(node, 'test') as Node);
      for (const side of ['consequent', 'alternate']) this.permission(source, field(node, side) as Node, kind);
    } else if (node.type === 'CallExpression') this.#asked(source, node, kind);
    else if (node.type === 'BinaryExpression') this.#compared(source, node, other);
    else if (node.type === 'Identifier') {
      const binding = this.#tree.binding(source, node);
      const init = binding?.kind === 'value' ? binding.init : undefined;
      if (init && REFUSING.has(kind) && calledName(bare(init)) === 'find') this.wrong(source, init);
      else if (init && LOGICAL.has(bare(init).type)) this.permission(source, init, kind);
    }
  }
  #asked(source: Source, call: Node, kind: Way): void {
    const name = calledName(call);
    if (name === 'some' || name === 'every') {
      const fn = bare(list(call, 'arguments')[0] as Node);
      if (isFunction(fn)) for (const r of results(fn)) this.permission(source, r, kind, true);
      return;
    }
    for (const called of this.#tree.called(source, call).filter((c) => givesBoolean(c.source, c.fn)))
      for (const r of results(called.fn)) {
        const value = bare(r);
        if (value.type !== 'Literal') this.permission(called.source, r, kind);
        // `if (…) return false` keeps somebody, too.
        const around = called.source.parent(called.source.parent(r) ?? r);
        const test = around?.type === 'IfStatement' ? field(around, 'test') : undefined;
        if (test && called.source.code(value) === 'false') this.permission(called.source, test, OTHER[kind]);
      }
  }
  /** `wrong !== undefined`, where `wrong` is the first that may not; `x.waits === false`. */
  #compared(source: Source, node: Node, other: Way): void {
    const left = bare(field(node, 'left') as Node);
    const binding = left.type === 'Identifier' ? this.#tree.binding(source, left) : undefined;
    const found = binding?.kind === 'value' ? binding.init : undefined;
    if (found && REFUSING.has(other) && calledName(bare(found)) === 'find') this.wrong(source, found);
    if (
      left.type === 'CallExpression' &&
      word(field(node, 'right') as Node, 'operator') === undefined &&
      source.code(field(node, 'right') as Node) === 'false'
    )
      this.permission(source, left, other, true);
  }
  wrong(source: Source, find: Node): void {
    const fn = bare(list(bare(find), 'arguments')[0] as Node);
    if (isFunction(fn)) for (const r of results(fn)) this.permission(source, r, 'deny');
  }

  /** True if what follows a condition is the refusal of an address. */
  refuses(source: Source, consequent: Node): boolean {
    let found = false;
    walk(consequent, (node) => {
      if (node.type === 'IfStatement') return false;
      found ||= word(node, 'value') === REFUSED;
      if (node.type === 'CallExpression')
        for (const { source: at, fn } of this.#tree.called(source, node))
          found ||= results(fn).length > 0 && results(fn).every((r) => at.code(r).includes(`'${REFUSED}'`));
      return !found;
    });
    return found;
  }
}

const REFUSING: ReadonlySet<Way> = new Set<Way>(['permit', 'deny']);
const LOGICAL = new Set(['LogicalExpression', 'UnaryExpression', 'BinaryExpression']);

/** `if (…) continue` before a statement of the same block. */
function skipsBefore(block: Node, statement: Node): Node[] {
  if (block.type !== 'BlockStatement') return [];
  const before = list(block, 'body').filter((s) => s.end <= statement.start && s.type === 'IfStatement');
  return before.filter((s) => field(s, 'consequent')?.type === 'ContinueStatement').map((s) => field(s, 'test') as Node);
}

function givesBoolean(source: Source, fn: Node): boolean {
  const type = field(fn, 'returnType');
  return type !== undefined && /\bboolean\b/.test(source.code(type));
}

/** The names and calls that a condition is made of. */
function partsOf(node: Node): Node[] {
  const found: Node[] = [];
  walk(node, (n) => {
    if (n.type === 'Identifier' || n.type === 'CallExpression') found.push(n);
    return n.type !== 'MemberExpression' && n.type !== 'CallExpression' && !isFunction(n);
  });
  return found;
}
