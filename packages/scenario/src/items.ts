import { Checker } from './checker.ts';
import { checkLabels } from './labels.ts';
import { type Names, portionNames, rowsOf } from './names.ts';
import { nearest } from './nearest.ts';
import { type Path, type Problem, pathText } from './problem.ts';
import type { Places } from './shape.ts';

type Raw = Record<string, unknown>;
const isKeyed = (v: unknown): v is Raw => typeof v === 'object' && v !== null && !Array.isArray(v);
const textsOf = (v: unknown): { text: string; i: number }[] =>
  Array.isArray(v) ? v.flatMap((text, i) => (typeof text === 'string' ? [{ text, i }] : [])) : [];

/** Everything that items of information name exists, rests on nothing that rests on them, and carries labels of the policy. */
export function checkItems(value: Raw, names: Names, at: Places, files: ReadonlySet<string>): Problem[] {
  const check = new Items(names, at, files);
  check.parties(value);
  const taken = new Map<string, Path>();
  for (const { row, index } of rowsOf(value, 'items')) {
    check.once(row, ['items', index], taken);
    check.item(row, ['items', index]);
  }
  for (const { row, index } of rowsOf(value, 'injects')) check.known('unknown-item', row.item, check.items, ['injects', index, 'item']);
  for (const { row, index } of rowsOf(value, 'expects')) check.needs(row, ['expects', index, 'needs']);
  check.cycles(value);
  return [...check.problems, ...checkLabels(value, names, at)];
}

class Items extends Checker {
  readonly names: Names;
  readonly items: ReadonlySet<string>;
  /** As they are written: `party:P`, or an entity's id. */
  readonly originators: ReadonlySet<string>;
  readonly holders: ReadonlySet<string>;
  readonly posts: ReadonlySet<string>;
  readonly partyIds: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;

  constructor(names: Names, at: Places, files: ReadonlySet<string>) {
    super(at);
    this.names = names;
    this.files = files;
    const posts = names.posts();
    this.items = new Set(names.items.keys());
    this.originators = new Set([...[...names.parties.keys()].map((p) => `party:${p}`), ...names.entities]);
    this.holders = new Set(['public', 'everyone', ...posts]);
    this.posts = new Set(posts);
    this.partyIds = new Set(names.parties.keys());
  }

  /** Every text of a list is one of `known`. */
  each(code: Parameters<Checker['known']>[0], list: unknown, known: ReadonlySet<string>, path: Path): void {
    for (const { text, i } of textsOf(list)) this.known(code, text, known, [...path, i]);
  }

  parties(value: Raw): void {
    for (const { row, index } of rowsOf(value, 'parties')) {
      const path: Path = ['parties', index];
      this.each('unknown-party', row.clients, this.partyIds, [...path, 'clients']);
      const own = [...this.names.seats].filter(([, seat]) => seat.party === row.id).map(([id]) => id);
      this.known('unknown-head', row.head, new Set(own), [...path, 'head']);
    }
  }

  item(row: Raw, path: Path): void {
    this.known('unknown-originator', row.originator, this.originators, [...path, 'originator']);
    this.each('unknown-address', row.held, this.holders, [...path, 'held']);
    this.each('unknown-address', row.needs, this.posts, [...path, 'needs']);
    this.each('unknown-party', row.keepFrom, this.partyIds, [...path, 'keepFrom']);
    this.each('unknown-item', row.basedOn, this.items, [...path, 'basedOn']);
    this.each('unknown-file', row.attachments, this.files, [...path, 'attachments']);
    const names = portionNames(row);
    for (const { row: portion, index } of rowsOf(row, 'portions')) {
      const own: Path = [...path, 'portions', index];
      this.each('unknown-party', portion.releasableTo, this.partyIds, [...own, 'releasableTo']);
      const before = names.indexOf(names[index] as string);
      if (before < index)
        this.say('duplicate-portion', [...own, 'id'], { id: names[index], where: pathText([...path, 'portions', before]) });
    }
  }

  /** `ITEM`, or `ITEM/PORTION`. */
  needs(row: Raw, path: Path): void {
    for (const { text, i } of textsOf(row.needs)) {
      const [item = '', portion, ...more] = text.split('/');
      const portions = this.names.items.get(item);
      if (!portions) this.known('unknown-item', item, this.items, [...path, i]);
      else if (more.length > 0 || (portion !== undefined && !portions.includes(portion))) {
        const value = [portion, ...more].join('/');
        this.say('unknown-portion', [...path, i], { item, value, meant: nearest(value, portions), known: portions.join(', ') });
      }
    }
  }

  cycles(value: Raw): void {
    const based = new Map<string, { path: Path; on: string[] }>();
    for (const { row, index } of rowsOf(value, 'items')) {
      if (typeof row.id === 'string' && isKeyed(row))
        based.set(row.id, { path: ['items', index, 'basedOn'], on: textsOf(row.basedOn).map(({ text }) => text) });
    }
    this.loops('based-cycle', based);
  }
}
