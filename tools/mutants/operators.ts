import { restIn } from './audiences.ts';
import type { Spot } from './spots.ts';
import { bare, field, isFunction, keyName, list, type Node, type Source, word } from './tree.ts';

/** One change of one expression that makes an audience. */
export interface Mutant {
  /** What it is known by: file, function, what stands there, what was done; the same as long as those are. */
  readonly key: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The function in which it stands. */
  readonly within: string;
  /** What was done, in a few words. */
  readonly done: string;
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly end: number;
}

/** The name by which changed code calls what `swap.ts` offers. */
export const SWAP = '$swap';

/** Every change of these spots. A change that would leave the text as it is, or that closure takes back, is none. */
export function mutantsOf(spots: readonly Spot[]): Mutant[] {
  const found: Mutant[] = [];
  const texts = new Set<string>();
  const keys = new Map<string, number>();
  for (const spot of spots)
    for (const [done, to] of changes(spot)) {
      const { source, node } = spot;
      const from = source.code(node);
      const text = `${source.path} ${node.start} ${node.end} ${to}`;
      if (to === from || to === `(${from} as boolean)` || texts.has(text)) continue;
      texts.add(text);
      const within = source.within(node);
      const key = `${source.path} ${within}: ${short(from)} → ${done}`;
      const nth = (keys.get(key) ?? 0) + 1;
      keys.set(key, nth);
      const { start, end } = node;
      found.push({
        key: nth === 1 ? key : `${key} (${nth})`,
        file: source.path,
        line: source.line(node),
        within,
        done,
        from,
        to,
        start,
        end,
      });
    }
  return found;
}

type Change = readonly [done: string, to: string];

function changes({ source, node, kind }: Spot): Change[] {
  const text = source.code(node);
  switch (kind) {
    case 'list':
      return [...whole(text), ...(CONSTANT.has(node.type) ? [] : [['one address fewer', `${SWAP}.fewer(${text})`] as const])];
    case 'array':
      // Nobody is no audience; what is put in later is found where it is put in.
      return list(node, 'elements').length === 0 ? [] : [...whole(text), ...elements(source, node)];
    case 'held':
      return [['holding is not asked', source.code(list(node, 'arguments')[0] as Node)]];
    case 'filter':
      return [['the filter dropped', source.code(field(bare(field(node, 'callee') as Node), 'object') as Node)]];
    case 'parties':
      return /^new Set/.test(text)
        ? [
            ['all parties', `new Set(${SWAP}.parties())`],
            ['no party', 'new Set<string>()'],
          ]
        : [['all parties', `${SWAP}.parties()`]];
    case 'address':
      if (text === 'undefined') return [];
      return [
        ['everyone', "'everyone'"],
        ['the party in its place', `${SWAP}.wider(${text})`],
        ['another party’s', `${SWAP}.other(${text})`],
      ];
    case 'hand':
      return text === 'undefined'
        ? []
        : [
            ['another party’s', `${SWAP}.other(${text})`],
            ['lead control’s', "'control'"],
          ];
    case 'test':
      return [['always true', isFunction(node) || node.type === 'CallExpression' || node.type === 'Identifier' ? '() => true' : text]];
    case 'guard':
      return [['turned', `!(${text})`], ...operands(source, node)];
    case 'in':
      return [['true', TRUE], ...operands(source, node)];
    case 'out':
      return [['false', FALSE], ...operands(source, node)];
    // Who is refused receives nothing: only what refuses less is a change.
    case 'permit':
      return [['true', TRUE], ...operands(source, node, '&&')];
    case 'deny':
      return [['false', FALSE], ...operands(source, node, '||')];
    case 'cut':
      return uncut(source, node);
  }
}

const CONSTANT = new Set(['Literal', 'NewExpression']);
// As types see them: a bare `true` would make the code behind it unreachable, and other types narrower.
const TRUE = '(true as boolean)';
const FALSE = '(false as boolean)';

function whole(text: string): Change[] {
  const all: Change[] = [
    ['public', "['public']"],
    ['everyone', "['everyone']"],
  ];
  if (/^\['(public|everyone)'\]$/.test(text)) return all;
  const foreign: Change = ['another party’s control, too', `${SWAP}.foreign(${text})`];
  return /^\['control'\]$/.test(text)
    ? [...all, foreign]
    : [...all, ['the party in place of a seat or cell', `${SWAP}.party(${text})`], foreign];
}

/** Each address of a list dropped, or widened to those of every party. Lead control is in every audience: dropping it is none. */
function elements(source: Source, array: Node): Change[] {
  const all = list(array, 'elements');
  const without = (i: number, ...instead: string[]): string =>
    `[${all.flatMap((e, n) => (n === i ? instead : [source.code(e)])).join(', ')}]`;
  return all.flatMap((element, i): Change[] => {
    const text = source.code(element);
    const dropped: Change[] = text === "'control'" ? [] : [[`without ${short(text)}`, without(i)]];
    const kind = /^`(control|evaluators):\$/.exec(text)?.[1];
    if (kind === undefined) return dropped;
    return [...dropped, [`${kind} of every party`, without(i, `...${SWAP}.every('${kind}')`)], [`all ${kind}`, without(i, `'${kind}'`)]];
  });
}

/** A condition without one of the parts that are joined in it. */
function operands(source: Source, node: Node, joined?: string): Change[] {
  if (node.type !== 'LogicalExpression' || (joined !== undefined && word(node, 'operator') !== joined)) return [];
  const [left, right] = [field(node, 'left') as Node, field(node, 'right') as Node];
  const keep = (kept: Node, dropped: Node): Change => [`without ${short(source.code(dropped))}`, source.code(kept)];
  return [keep(left, right), keep(right, left)].filter(([done]) => !PRESENCE.test(done));
}
/** Whether there is something at all, and not too deep: no condition on anybody. */
const PRESENCE = /^without ([\w.?]+ [!=]== undefined|depth > \d+)$/;

/** What was left out of a card for its reader, put back: a name that its rest does not have, a value of its own. */
function uncut(source: Source, object: Node): Change[] {
  const rest = restIn(source, object);
  if (!rest || /: _/.test(source.code(rest.pattern)) === false || /type: _/.test(source.code(rest.pattern))) return [];
  const properties = list(object, 'properties');
  const written = (kept: readonly Node[]): string => `{ ${kept.map((p) => source.code(p)).join(', ')} }`;
  const own = properties
    .filter((p) => p.type === 'Property')
    .map((p): Change => [`${keyName(field(p, 'key'))} as it is`, written(properties.filter((x) => x !== p))]);
  const left = list(rest.pattern, 'properties').filter((p) => p.type === 'Property' && word(field(p, 'value'), 'name') === '_');
  const back = left.map((p): Change => {
    const name = keyName(field(p, 'key'));
    return [`with ${name}`, `{ ${properties.map((x) => source.code(x)).join(', ')}, ${name}: ${source.code(rest.of)}.${name} }`];
  });
  return [...own, ...back];
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 67)}…` : line;
}
