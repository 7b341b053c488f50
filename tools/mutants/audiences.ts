import { Conditions } from './conditions.ts';
import { type Spot, Spots } from './spots.ts';
import {
  type Binding,
  bare,
  calledName,
  field,
  isFunction,
  keyName,
  list,
  type Node,
  property,
  results,
  type Source,
  type Tree,
  walk,
  word,
} from './tree.ts';

/** Everything in the engine that makes an audience, found from where audiences are used: drafts, `holdersAmong`, the closure. */
export function audiencesIn(tree: Tree): Spot[] {
  return new Finder(tree).find();
}

/** Whatever goes by one of these names is a selector of readers, or is read by one: its values are followed. */
const FOLLOWED = new Set(['controller', 'knownTo', 'waits']);
/** Functions that cut what a party's controllers may hold. */
const CUTTERS = new Set(['cardFor', 'readable', 'readableBy']);
/** What is looked for: one address, that of a hand, addresses, lists of them, ids of parties; `any`: what those are made of. */
type Wanted = 'address' | 'hand' | 'list' | 'lists' | 'parties' | 'any';
const EACH: Readonly<Record<Wanted, Wanted>> = { lists: 'list', list: 'address', address: 'any', hand: 'any', parties: 'any', any: 'any' };
const MANY: Readonly<Record<Wanted, Wanted>> = { list: 'lists', address: 'list', hand: 'any', lists: 'any', parties: 'any', any: 'any' };

class Finder {
  readonly #tree: Tree;
  readonly #spots = new Spots();
  readonly #on: Conditions;

  constructor(tree: Tree) {
    this.#tree = tree;
    this.#on = new Conditions(tree, this.#spots);
  }

  find(): Spot[] {
    for (const { source, object, value } of this.#tree.properties('to'))
      if (property(object, 'event')) {
        this.#audience(source, value, 'list', true);
        this.#on.toldAtAll(source, object);
      }
    for (const name of FOLLOWED) this.#named(name);
    for (const source of this.#tree.sources.values()) walk(source.program, (node) => this.#seed(source, node));
    return this.#spots.inOrder();
  }

  #seed(source: Source, node: Node): boolean {
    if (node.type === 'CallExpression' && calledName(node) === 'holdersAmong') this.#audience(source, node, 'list', false);
    if (node.type === 'IfStatement' && this.#on.refuses(source, field(node, 'consequent') as Node))
      this.#on.permission(source, field(node, 'test') as Node, 'deny');
    if (isFunction(node) && CUTTERS.has(source.within(field(node, 'body') as Node))) this.#cutter(source, node);
    if (node.type === 'ClassDeclaration' && word(field(node, 'id'), 'name') === 'Roster') this.#closure(source, node);
    if (node.type === 'NewExpression') this.#made(source, node);
    if (node.type === 'ObjectExpression' && this.#restOf(source, node)) this.#spots.add(source, node, 'cut');
    return true;
  }

  /** Something made with an audience: what its class calls `to`. */
  #made(source: Source, made: Node): void {
    const index = this.#tree.constructorOf(word(field(made, 'callee'), 'name'))?.indexOf('to') ?? -1;
    const given = index < 0 ? undefined : list(made, 'arguments')[index];
    if (given) this.#audience(source, given, 'list', true);
  }

  /** The addresses behind the addresses: the roster’s own lists, and the closure over them. */
  #closure(source: Source, roster: Node): void {
    walk(roster, (node) => {
      const name = node.type === 'CallExpression' ? calledName(node) : undefined;
      const args = list(node, 'arguments');
      const on = name === undefined ? '' : source.code(field(field(node, 'callee') as Node, 'object') ?? node);
      if (name === 'set' && on.startsWith('this.#members')) this.#audience(source, args[1] as Node, 'list', true);
      if (name === 'add' && on.startsWith('closed')) {
        this.#audience(source, args[0] as Node, 'address', true);
        this.#on.guarded(source, node);
      }
      return true;
    });
  }

  /** A card cut for a reader: an object that takes the rest of another, some of it left out. */
  #restOf(source: Source, object: Node): boolean {
    return restIn(source, object) !== undefined;
  }
  #cutter(source: Source, fn: Node): void {
    walk(fn, (node) => {
      if (node.type === 'ConditionalExpression' || node.type === 'IfStatement') this.#on.guard(source, field(node, 'test') as Node);
      if (node.type === 'SpreadElement') {
        const spread = bare(field(node, 'argument') as Node);
        if (spread.type === 'ConditionalExpression') this.#on.guard(source, field(spread, 'test') as Node);
      }
      const value = node.type === 'ObjectExpression' ? property(node, 'to') : undefined;
      if (value) this.#audience(source, value, 'list', true);
      return true;
    });
  }

  #named(name: string): void {
    for (const { source, value } of this.#tree.properties(name)) {
      if (/(section|language|asks)\.ts$/.test(source.path) || source.within(value) === 'evolve') continue;
      if (name === 'waits') this.#on.permission(source, value, 'out');
      else this.#audience(source, value, name === 'knownTo' ? 'parties' : 'hand', true);
    }
  }

  /** An expression that gives addresses; `site`: it is used by itself, not as a piece of a longer one. */
  #audience(source: Source, given: Node, wanted: Wanted, site: boolean): void {
    const node = bare(given);
    // A refusal.
    if (node.type === 'ObjectExpression') return;
    // What somebody asks for is no audience yet: what becomes of it is.
    if (source.code(node).startsWith('command.')) return;
    if (site && (wanted === 'list' || wanted === 'parties') && node.type !== 'ArrayExpression' && node.type !== 'ConditionalExpression')
      this.#spots.add(source, node, wanted);
    if (!this.#spots.fresh(source, node, wanted)) return;
    const one = node.type !== 'ConditionalExpression' && node.type !== 'LogicalExpression';
    if (site && one && (wanted === 'address' || wanted === 'hand')) this.#spots.add(source, node, wanted);
    switch (node.type) {
      case 'ArrayExpression':
        this.#array(source, node, wanted);
        return;
      case 'ConditionalExpression':
        if (wanted !== 'any') this.#on.guard(source, field(node, 'test') as Node);
        this.#audience(source, field(node, 'consequent') as Node, wanted, true);
        this.#audience(source, field(node, 'alternate') as Node, wanted, true);
        return;
      case 'LogicalExpression':
        this.#audience(source, field(node, 'left') as Node, wanted, site);
        this.#audience(source, field(node, 'right') as Node, wanted, site);
        return;
      case 'NewExpression':
        for (const arg of list(node, 'arguments')) this.#audience(source, arg, wanted, false);
        return;
      case 'TemplateLiteral':
        for (const part of list(node, 'expressions')) this.#audience(source, part, 'any', false);
        return;
      case 'CallExpression':
        this.#call(source, node, wanted);
        return;
      case 'Identifier':
        this.#identifier(source, node, wanted);
        return;
      case 'MemberExpression':
        if (PASSED.has(keyName(field(node, 'property')) ?? '') || wanted === 'any')
          this.#audience(source, field(node, 'object') as Node, 'any', false);
        else if (wanted === 'list') this.#spots.add(source, node, 'list');
    }
  }

  #array(source: Source, node: Node, wanted: Wanted): void {
    if (wanted === 'list') this.#spots.add(source, node, 'array');
    for (const element of list(node, 'elements')) {
      if (element.type === 'SpreadElement') this.#audience(source, field(element, 'argument') as Node, wanted, false);
      else this.#audience(source, element, EACH[wanted], wanted === 'lists');
    }
  }

  /** True if it is what is asked of each of an audience, and no id. */
  #asks(source: Source, arg: Node): boolean {
    const binding = arg.type === 'Identifier' ? this.#tree.binding(source, arg) : undefined;
    return isFunction(arg) || arg.type === 'CallExpression' || (binding?.kind === 'parameter' && binding.init !== undefined);
  }

  #call(source: Source, call: Node, wanted: Wanted): void {
    const name = calledName(call);
    const args = list(call, 'arguments');
    const on = field(bare(field(call, 'callee') as Node), 'object');
    if (name === 'holdersAmong') {
      this.#spots.add(source, call, 'held');
      this.#audience(source, args[0] as Node, 'list', true);
      // Of ids nothing can be changed that the one above does not.
      for (const arg of args.slice(1)) if (this.#asks(source, bare(arg))) this.#on.test(source, arg, true);
    }
    if (on && name === 'filter') {
      this.#spots.add(source, call, 'filter');
      this.#audience(source, on, wanted, false);
      this.#on.test(source, args[0] as Node, false);
    } else if (on && (name === 'map' || name === 'flatMap')) {
      this.#audience(source, on, 'any', false);
      const fn = bare(args[0] as Node);
      if (isFunction(fn))
        for (const r of results(fn))
          this.#audience(source, r, name === 'map' ? EACH[wanted] : wanted, name === 'flatMap' || wanted === 'lists');
    } else if (on && PASSING.has(name ?? '')) this.#audience(source, on, wanted, false);
    else if (name === 'find') return;
    else
      for (const called of this.#tree.called(source, call))
        for (const r of results(called.fn)) {
          this.#audience(called.source, r, wanted, true);
          if (wanted !== 'any') this.#on.guarded(called.source, r);
        }
  }

  #identifier(source: Source, node: Node, wanted: Wanted): void {
    const binding = this.#tree.binding(source, node);
    switch (binding?.kind) {
      case 'value':
        if (binding.init) this.#audience(binding.source, binding.init, wanted, false);
        this.#grows(binding, wanted);
        return;
      case 'each':
        this.#audience(
          source,
          binding.of,
          wanted === 'any' ? 'any' : MANY[wanted],
          wanted === 'address' && bare(binding.of).type !== 'CallExpression',
        );
        return;
      case 'parameter':
        if (binding.init) this.#audience(binding.source, binding.init, wanted, true);
        this.#tree.argumentsOf(
          binding,
          (at, arg) => this.#audience(at, arg, wanted, this.#ownWords(at, arg, wanted)),
          (at, from) => this.#audience(at, from, MANY[wanted], false),
        );
    }
  }

  /** True if what is handed in is made there, and not only handed on; an address that is handed in says who acts, as a rule. */
  #ownWords(source: Source, arg: Node, wanted: Wanted): boolean {
    const node = bare(arg);
    if (wanted === 'address' || wanted === 'hand')
      return node.type === 'Literal' || node.type === 'TemplateLiteral' || node.type === 'ConditionalExpression';
    return node.type !== 'Identifier' || this.#tree.binding(source, node)?.kind !== 'parameter';
  }

  /** What is put into a list, set or map after it was made, and on which conditions. */
  #grows({ source, declarator }: Extract<Binding, { kind: 'value' }>, wanted: Wanted): void {
    const name = word(field(declarator, 'id'), 'name');
    const scope = [...source.around(declarator)].find((n) => isFunction(n)) ?? source.program;
    walk(scope, (node) => {
      const how = node.type === 'CallExpression' ? calledName(node) : undefined;
      const on = how === 'push' || how === 'add' || how === 'set' ? field(bare(field(node, 'callee') as Node), 'object') : undefined;
      if (!on || word(bare(on), 'name') !== name) return true;
      for (const arg of how === 'set' ? list(node, 'arguments').slice(1) : list(node, 'arguments')) {
        if (arg.type === 'SpreadElement') this.#audience(source, field(arg, 'argument') as Node, wanted, false);
        else this.#audience(source, arg, EACH[wanted], true);
      }
      if (wanted !== 'any') this.#on.guarded(source, node);
      return true;
    });
  }
}

/** Properties of an audience that are its viewers or addresses. */
const PASSED = new Set(['viewers', 'addresses']);
const PASSING = new Set(['keys', 'values', 'entries', 'sort', 'slice', 'reverse', 'concat']);
/** The pattern whose rest an object spreads, if it does, and of what it is the rest. */
export function restIn(source: Source, object: Node): { readonly pattern: Node; readonly of: Node } | undefined {
  for (const spread of list(object, 'properties')) {
    const argument = spread.type === 'SpreadElement' ? bare(field(spread, 'argument') as Node) : undefined;
    const name = argument?.type === 'Identifier' ? word(argument, 'name') : undefined;
    const scope = name === undefined ? undefined : [...source.around(object)].find((n) => isFunction(n));
    let found: { pattern: Node; of: Node } | undefined;
    if (scope)
      walk(scope, (node) => {
        const pattern = node.type === 'VariableDeclarator' ? field(node, 'id') : undefined;
        if (pattern?.type !== 'ObjectPattern') return true;
        const rest = list(pattern, 'properties').at(-1);
        if (rest?.type === 'RestElement' && word(field(rest, 'argument'), 'name') === name)
          found = { pattern, of: field(node, 'init') as Node };
        return true;
      });
    if (found) return found;
  }
  return undefined;
}
