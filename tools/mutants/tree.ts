import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync, visitorKeys } from 'oxc-parser';

/** A node of a syntax tree (ESTree, as oxc gives it); fields by `field` and `list`. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** The node in a field; undefined where there is none. */
export function field(node: Node, name: string): Node | undefined {
  const value = (node as unknown as Record<string, unknown>)[name];
  return typeof value === 'object' && value !== null && 'type' in value ? (value as Node) : undefined;
}
/** The nodes of a list, gaps left out. */
export function list(node: Node, name: string): Node[] {
  const value = (node as unknown as Record<string, unknown>)[name];
  return Array.isArray(value) ? value.filter((v): v is Node => v !== null && typeof v === 'object') : [];
}
/** A field that is a text: a name, an operator, a literal’s value. */
export function word(node: Node | undefined, name: string): string | undefined {
  const value = node && (node as unknown as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}
/** Takes off what says nothing at run time: parentheses, `as`, `satisfies`, `!`, `?.` chains. */
export function bare(node: Node): Node {
  const inner = WRAPPED.has(node.type) ? field(node, 'expression') : undefined;
  return inner ? bare(inner) : node;
}
const WRAPPED = new Set(['ParenthesizedExpression', 'TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'ChainExpression']);

/** The name by which a call calls: of a function, or of a method (`private` ones with their #). */
export function calledName(call: Node): string | undefined {
  const callee = field(call, 'callee');
  if (!callee) return undefined;
  const target = bare(callee);
  return target.type === 'MemberExpression' ? keyName(field(target, 'property')) : word(target, 'name');
}
export function keyName(key: Node | undefined): string | undefined {
  if (key?.type === 'PrivateIdentifier') return `#${word(key, 'name')}`;
  return word(key, 'name') ?? word(key, 'value');
}

export const isFunction = (node: Node): boolean =>
  node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration';

/** What a function may give: its expression, or what it returns itself, functions within it left out. */
export function results(fn: Node): Node[] {
  const body = field(fn, 'body');
  if (!body) return [];
  if (body.type !== 'BlockStatement') return [body];
  const found: Node[] = [];
  walk(body, (node) => {
    if (node.type === 'ReturnStatement') {
      const given = field(node, 'argument');
      if (given) found.push(given);
    }
    return !isFunction(node);
  });
  return found;
}

/** Goes through a node and all below it; not below one for which `enter` gives false. */
export function walk(node: Node, enter: (node: Node) => boolean): void {
  if (!enter(node)) return;
  for (const child of below(node)) walk(child, enter);
}
export function below(node: Node): Node[] {
  return (visitorKeys[node.type] ?? []).flatMap((key) => [...(field(node, key) ? [field(node, key) as Node] : []), ...list(node, key)]);
}

/** What a name stands for where it is used. */
export type Binding =
  | { readonly kind: 'value'; readonly source: Source; readonly declarator: Node; readonly init: Node | undefined }
  | { readonly kind: 'parameter'; readonly source: Source; readonly fn: Node; readonly index: number; readonly init: Node | undefined }
  | { readonly kind: 'each'; readonly source: Source; readonly of: Node }
  | { readonly kind: 'function'; readonly source: Source; readonly fn: Node };

/** One file of the engine and its tree. */
export class Source {
  /** Below packages/engine/src, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly program: Node;
  readonly imports = new Map<string, { readonly from: string; readonly name: string }>();
  readonly #parents = new Map<Node, Node>();

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    const { program, errors } = parseSync(path, text);
    if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`);
    this.program = program as unknown as Node;
    walk(this.program, (node) => {
      for (const child of below(node)) this.#parents.set(child, node);
      if (node.type === 'ImportDeclaration') this.#import(node);
      return true;
    });
  }
  #import(node: Node): void {
    const from = word(field(node, 'source'), 'value') as string;
    for (const s of list(node, 'specifiers'))
      this.imports.set(word(field(s, 'local'), 'name') as string, { from, name: keyName(field(s, 'imported')) ?? 'default' });
  }
  code(node: Node): string {
    return this.text.slice(node.start, node.end);
  }
  parent(node: Node): Node | undefined {
    return this.#parents.get(node);
  }
  line(node: Node): number {
    return this.text.slice(0, node.start).split('\n').length;
  }
  /** The nodes around one, the nearest first. */
  *around(node: Node): Generator<Node> {
    for (let at = this.parent(node); at; at = this.parent(at)) yield at;
  }
  /** The named function around a node; the file’s name if there is none. */
  within(node: Node): string {
    for (const at of this.around(node)) {
      const named = isFunction(at) ? (word(field(at, 'id'), 'name') ?? this.#nameOf(at)) : undefined;
      if (named) return named;
    }
    return posix.basename(this.path, '.ts');
  }
  #nameOf(fn: Node): string | undefined {
    const parent = this.parent(fn);
    if (parent?.type === 'VariableDeclarator') return word(field(parent, 'id'), 'name');
    if (parent?.type === 'MethodDefinition' || parent?.type === 'Property') return keyName(field(parent, 'key'));
    return undefined;
  }

  /** What an identifier stands for within this file; undefined for globals, imports and parts of patterns. */
  local(identifier: Node): Binding | undefined {
    const name = word(identifier, 'name');
    for (const at of this.around(identifier)) {
      const found = this.#declared(at, name as string, identifier);
      if (found) return found;
    }
    return undefined;
  }
  #declared(at: Node, name: string, user: Node): Binding | undefined {
    if (isFunction(at)) {
      const index = list(at, 'params').findIndex((p) => paramName(p) === name);
      if (index >= 0) return { kind: 'parameter', source: this, fn: at, index, init: field(list(at, 'params')[index] as Node, 'right') };
    }
    if (at.type === 'ForOfStatement') {
      const [declared] = list(field(at, 'left') as Node, 'declarations');
      const of = field(at, 'right') as Node;
      const inside = user.start < of.start || user.start >= of.end;
      if (inside && declared && word(field(declared, 'id'), 'name') === name) return { kind: 'each', source: this, of };
    }
    const statements = at.type === 'SwitchCase' ? list(at, 'consequent') : list(at, 'body');
    for (const s of statements) {
      const statement = s.type === 'ExportNamedDeclaration' ? (field(s, 'declaration') ?? s) : s;
      if (statement.type === 'FunctionDeclaration' && word(field(statement, 'id'), 'name') === name)
        return { kind: 'function', source: this, fn: statement };
      for (const declarator of list(statement, 'declarations')) {
        if (word(field(declarator, 'id'), 'name') !== name) continue;
        const init = field(declarator, 'init');
        if (init && isFunction(bare(init))) return { kind: 'function', source: this, fn: bare(init) };
        return { kind: 'value', source: this, declarator, init };
      }
    }
    return undefined;
  }
}

function paramName(param: Node): string | undefined {
  return param.type === 'AssignmentPattern' ? word(field(param, 'left'), 'name') : word(param, 'name');
}

/**
 * The engine’s own files. Left out: tests, what stands in `testing`, and labels: they say what a text is worth, not who has it
 * (`sharing/policy.test.ts` holds them).
 */
export class Tree {
  readonly sources: ReadonlyMap<string, Source>;
  readonly #calls = new Map<string, { source: Source; call: Node }[]>();
  readonly #methods = new Map<string, { source: Source; fn: Node }[]>();
  /** By class: the names of what it is made with. */
  readonly #constructors = new Map<string, (string | undefined)[]>();

  constructor(folder: string) {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((p) => p.replaceAll('\\', '/'));
    const own = paths.filter((p) => p.endsWith('.ts') && !p.endsWith('.test.ts') && !/^(testing|labels)\//.test(p)).sort();
    this.sources = new Map(own.map((path) => [path, new Source(path, readFileSync(join(folder, path), 'utf8'))]));
    for (const source of this.sources.values())
      walk(source.program, (node) => {
        const name = node.type === 'CallExpression' ? calledName(node) : undefined;
        if (name !== undefined) put(this.#calls, name, { source, call: node });
        const method = node.type === 'MethodDefinition' || node.type === 'Property' ? field(node, 'value') : undefined;
        if (method && word(node, 'kind') === 'constructor') {
          const made = [...source.around(node)].find((n) => n.type === 'ClassDeclaration');
          this.#constructors.set(word(made && field(made, 'id'), 'name') ?? '', list(method, 'params').map(paramName));
        }
        if (method && isFunction(method) && ofClass(source, node))
          put(this.#methods, keyName(field(node, 'key')) ?? '', { source, fn: method });
        return true;
      });
  }

  /** What an identifier stands for, followed through imports. */
  binding(source: Source, identifier: Node): Binding | undefined {
    const own = source.local(identifier);
    const imported = own ? undefined : source.imports.get(word(identifier, 'name') as string);
    if (!imported?.from.startsWith('.')) return own;
    const other = this.sources.get(posix.join(posix.dirname(source.path), imported.from));
    return other && ownOf(other, imported.name);
  }

  /** The functions that a call may run, as far as names tell: one for a function, all of that name for a method. */
  called(source: Source, call: Node): { source: Source; fn: Node }[] {
    const callee = bare(field(call, 'callee') as Node);
    if (callee.type === 'Identifier') {
      const binding = this.binding(source, callee);
      return binding?.kind === 'function' ? [binding] : [];
    }
    const name = calledName(call);
    return name === undefined || BUILT_IN.has(name) ? [] : (this.#methods.get(name) ?? []);
  }

  /** Every call of a function, with the file in which it stands. */
  callsOf(source: Source, fn: Node): { source: Source; call: Node }[] {
    const parent = source.parent(fn);
    const declared = parent?.type === 'VariableDeclarator' ? parent : fn;
    const name = word(field(declared, 'id'), 'name') ?? (parent && keyName(field(parent, 'key')));
    return (this.#calls.get(name ?? '') ?? []).filter((c) => this.called(c.source, c.call).some((f) => f.fn === fn));
  }

  /** The names of what a class of the engine is made with. */
  constructorOf(name: string | undefined): readonly (string | undefined)[] | undefined {
    return this.#constructors.get(name ?? '');
  }

  /** What is handed in for a parameter, wherever the function is called; for one that a list calls, that list. */
  argumentsOf(
    binding: Extract<Binding, { kind: 'parameter' }>,
    take: (source: Source, arg: Node) => void,
    each: (source: Source, from: Node) => void,
  ): void {
    const { source, fn, index } = binding;
    const parent = source.parent(fn);
    if (parent?.type === 'CallExpression' && list(parent, 'arguments')[0] === fn) {
      const on = field(bare(field(parent, 'callee') as Node), 'object');
      if (on && index === 0) each(source, on);
      return;
    }
    for (const { source: at, call } of this.callsOf(source, fn)) {
      const arg = list(call, 'arguments')[index];
      if (arg && arg.type !== 'SpreadElement') take(at, arg);
    }
  }

  /** Every object that has a property of this name, and the property’s value. */
  *properties(name: string): Generator<{ source: Source; object: Node; value: Node }> {
    for (const source of this.sources.values()) {
      const found: { source: Source; object: Node; value: Node }[] = [];
      walk(source.program, (object) => {
        const value = object.type === 'ObjectExpression' ? property(object, name) : undefined;
        if (value) found.push({ source, object, value });
        return true;
      });
      yield* found;
    }
  }
}

/** The rooms’ methods are dispatched to by tables; those that are called by name are a class’s, or handed out by one. */
function ofClass(source: Source, method: Node): boolean {
  for (const at of source.around(method)) if (at.type === 'ClassDeclaration') return CLASSES.has(word(field(at, 'id'), 'name') ?? '');
  return false;
}
const CLASSES = new Set(['Exercise', 'Roster']);

/** The value of an object’s property. */
export function property(object: Node, name: string): Node | undefined {
  const found = list(object, 'properties').find((p) => p.type === 'Property' && keyName(field(p, 'key')) === name);
  return found && field(found, 'value');
}

function ownOf(source: Source, name: string): Binding | undefined {
  for (const s of list(source.program, 'body')) {
    const statement = s.type === 'ExportNamedDeclaration' ? field(s, 'declaration') : s;
    if (!statement) continue;
    if (statement.type === 'FunctionDeclaration' && word(field(statement, 'id'), 'name') === name)
      return { kind: 'function', source, fn: statement };
    for (const declarator of list(statement, 'declarations')) {
      if (word(field(declarator, 'id'), 'name') !== name) continue;
      const init = field(declarator, 'init');
      return init && isFunction(bare(init)) ? { kind: 'function', source, fn: bare(init) } : { kind: 'value', source, declarator, init };
    }
  }
  return undefined;
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Methods of lists, maps and sets: never one of ours, even where one of ours is called so. */
const BUILT_IN = new Set(
  'filter map flatMap find some every includes keys values entries get set has add push sort concat slice reverse at next join indexOf'.split(
    ' ',
  ),
);
