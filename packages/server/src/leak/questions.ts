import { keyOf, type Leaf, leavesOf, opened, rosterOfRecord } from '@entente/engine';
import { Tape } from '@entente/engine/testing';
import type { z } from 'zod';
import { editionsOf } from '../feed/editions.ts';
import type { Route } from '../http/house.ts';
import { EXERCISE, FRESH } from './browser.ts';
import { build, type Cases, casesOf, ids, NEVER, plainCases, type Stock, some } from './cases.ts';
import { type Kind, knownTo } from './known.ts';
import type { Pair } from './pair.ts';
import type { Question } from './question.ts';

/** Long after every generated exercise, ms. */
const FAR = 40_000_000;
/** Of a command's fields so many in ten are asked about with each pair: fewer where there are thousands of pairs. */
const [REFS_IN_TEN, OTHERS_IN_TEN] = process.env.ENTENTE_LONG === '1' ? [5, 2] : [10, 4];

/** Where a field of a route is, by part and name, if its schema does not say what it means: what may stand there. */
type Fields = Readonly<Record<string, (stock: Stock, pair: Pair) => Cases>>;
const anId =
  (kind: Kind) =>
  (stock: Stock): Cases =>
    ids(stock, kind);
const FIELDS: Fields = {
  'params.id': () => ({ fair: [EXERCISE, 'small'], hidden: ['no-such'] }),
  'params.edition': editions,
  'params.file': anId('attachment'),
  'params.text': anId('table-text'),
  'querystring.edition': editions,
  'querystring.q': () => ({
    fair: ['Portion', '의', 'x', ''],
    hidden: ['words that only the other record has'],
    never: 'words that nobody ever wrote down',
  }),
  'querystring.item': anId('item'),
  'querystring.seat': ({ addresses, tape }) => ({ fair: some(tape, addresses, 3) }),
  'querystring.download': () => ({ fair: [''] }),
  'querystring.name': () => ({ fair: ['A file.png'] }),
  'querystring.template': () => ({ fair: ['Harbour office'] }),
  'params.run': () => ({ fair: ['1'] }),
  'params.sheet': () => ({ fair: ['no-such-sheet'] }),
  'params.name': () => ({ fair: ['Harbour office'] }),
  'body.sheet': () => ({ fair: ['Day 1'] }),
  'body.book': () => ({ fair: ['no-such-book'] }),
  'body.mark': () => ({ fair: ['x'] }),
  'body.take': () => ({ fair: ['i-1'] }),
  'body.choice': () => ({ fair: ['column:H'] }),
  'body.id': () => ({ fair: [FRESH], hidden: ['command-1'] }),
  'body.seats': ({ addresses, tape }) => ({ fair: some(tape, addresses, 4) }),
  'body.token': () => ({ fair: ['x'.repeat(43)] }),
  'body.scenario': () => ({ fair: ['small', 'no-such'] }),
  'body.play': () => ({ fair: ['no-such'] }),
  'body.seat': ({ addresses, tape }) => ({ fair: some(tape, addresses, 2) }),
};

/** What the viewer may not open is answered like an edition that there is none of. */
function editions({ tape }: Stock, pair: Pair): Cases {
  const roster = rosterOfRecord(pair.one.slice(0, 2).map((r) => r.event));
  // No exercise of these pairs has ended, so lead control itself may open none of a forum yet.
  const forums = [...pair.table.exercise.world.consultation.forums.keys()].map((id) => `forum:${id}`);
  const own = editionsOf(pair.viewer, roster, []);
  const others = [...editionsOf('control', roster, forums), 'control:a', 'control:b'].filter((edition) => !own.includes(edition));
  return { fair: some(tape, own, 2), hidden: some(tape, others, 4), never: 'no-such-edition' };
}

/** What the questions about a pair are made of; drawn by the pair’s own numbers. */
export function stockOf(pair: Pair): Stock {
  const { exercise } = pair.table;
  const hidden = pair.one.filter((r) => !exercise.roster.audience(r.to).viewers.has(pair.viewer));
  const addresses = [
    ...exercise.roster.viewers,
    ...['party:a', 'party:b', 'party:c', 'cell:a-cell', 'cell:b-cell', 'everyone', 'entity:wire', 'wire', 'seat:nobody', 'x'],
  ];
  const levels = exercise.world.sharing.rules?.policy.levels.map((level) => level.id) ?? [];
  const moments = [FAR, 0, ...hidden.slice(-3).map((r) => r.at)];
  return { known: knownTo(pair), addresses, labels: [...levels, 'NO SUCH LABEL'], moments, tape: new Tape(pair.numbers) };
}

/** A field of a route’s address, query or body. */
export interface Field extends Leaf {
  readonly part: 'params' | 'querystring' | 'body';
  /** The route, and the field in words: `POST /s/:door/api/commands ReadItem.item`. */
  readonly place: string;
}

export const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

/** Every field that a route takes, read off its schemas; of commands, every field of every command. */
export function fieldsOf(route: Route): Field[] {
  return (['params', 'querystring', 'body'] as const).flatMap((part) => {
    const schema = route.takes[part];
    const leaves = schema ? leavesOf(schema) : [];
    const types = leaves.filter((leaf) => leaf.path.at(-1) === 'type');
    return leaves.map((leaf) => ({ ...leaf, part, place: `${nameOf(route)} ${placeOf(leaf, types)}` }));
  });
}

/** Everything about one route: what is asked of it is read off its own schemas, so that a new field is asked about by itself. */
export class Asking {
  readonly #route: Route;
  readonly #pair: Pair;
  readonly #stock: Stock;
  readonly #door: string;

  constructor(route: Route, pair: Pair, stock: Stock, door: string) {
    this.#route = route;
    this.#pair = pair;
    this.#stock = stock;
    this.#door = door;
  }

  /** A question that asks nothing in particular. */
  plain(): Question {
    return this.#question(this.name, this.#draws());
  }

  /**
   * The others: field by field, then what no schema takes, then what the viewer may do with what it holds.
   * @param wanted which places; undefined: fields that name something, and fewer of the others.
   */
  *closer(wanted?: (place: string) => boolean): Generator<Question> {
    // From the last: what ends a session stands first, and is asked last.
    for (const field of fieldsOf(this.#route).reverse()) if (wanted ? wanted(field.place) : this.#drawn(field)) yield* this.#about(field);
    if (wanted?.(this.name) === false) return;
    yield* this.#broken();
    if (this.name.endsWith('/commands')) yield* this.#acts();
  }

  /** What is fair, what never was, what is hidden. */
  *#about(field: Field): Generator<Question> {
    const { fair, hidden, never } = this.#cases(field.part, field.schema, keyOf(field), field.place, this.#stock.tape);
    for (const value of fair) yield this.#question(field.place, this.#draws(), field, value);
    if (hidden === undefined) return;
    // All of them stand beside the same other values.
    const draws = this.#draws();
    const beside = (value: unknown): Question => this.#question(field.place, draws, field, value);
    if (never !== undefined) yield { ...beside(never), twin: 'never' };
    for (const value of hidden) yield never === undefined ? beside(value) : { ...beside(value), twin: 'hidden' };
  }

  *#acts(): Generator<Question> {
    const plain = this.plain();
    for (const command of acts(this.#stock)) yield { ...plain, body: { id: FRESH, command } };
  }

  /** A route's other fields are few; commands have some ninety that name nothing. */
  #drawn({ means, schema }: Field): boolean {
    if (schema.def.type === 'literal' || !this.name.endsWith('/commands')) return true;
    return this.#stock.tape.chance(means?.is === 'ref' ? REFS_IN_TEN : OTHERS_IN_TEN);
  }

  /** Numbers for one question, so that it can be put again with another value in it. */
  #draws(): readonly number[] {
    const { numbers } = this.#pair;
    const from = this.#stock.tape.below(numbers.length);
    return [...numbers.slice(from), ...numbers.slice(0, from)];
  }

  get name(): string {
    return nameOf(this.#route);
  }

  /** @throws Error if nobody has said what may stand there. */
  #cases(part: Field['part'], schema: z.ZodType, key: string, place: string, tape: Tape): Cases {
    const { means } = opened(schema);
    const stock = { ...this.#stock, tape };
    const cases = (means && casesOf(means, stock)) ?? FIELDS[`${part}.${key}`]?.(stock, this.#pair) ?? plainCases(schema, tape);
    if (!cases) throw new Error(`${place}: say in the schema what it means, or in FIELDS what may stand there`);
    return cases;
  }

  #question(place: string, draws: readonly number[], field?: Field, asked?: unknown): Question {
    const { takes, method, path } = this.#route;
    const tape = new Tape(draws);
    const part = (name: Field['part']): unknown => {
      const schema = takes[name];
      const usual = (leaf: z.ZodType, key: string) => {
        const { fair, never } = this.#cases(name, leaf, key, place, tape);
        return fair.length > 0 ? tape.pick(fair) : never;
      };
      return schema && build(schema, field?.part === name ? field.path : undefined, asked, usual, tape);
    };
    const params = { door: this.#door, ...(part('params') as Record<string, string> | undefined) };
    const address = path.replace(/:(\w+)/g, (_, name: string) => {
      const value = (params as Record<string, string | undefined>)[name];
      if (value === undefined) throw new Error(`${place}: nobody says what “:${name}” may be`);
      return encodeURIComponent(value);
    });
    const query = new URLSearchParams(part('querystring') as Record<string, string> | undefined).toString();
    const body = this.#harmless(part('body'));
    return { place, method, url: query ? `${address}?${query}` : address, asked, ...(body === undefined ? {} : { body }) };
  }

  /** What a row waits for, and what it brings, may be hidden: that it comes out after all is a disclosure that control chose. */
  #harmless(body: unknown): unknown {
    const { command } = (body ?? {}) as { command?: { type?: string; inject?: string } };
    const { type, inject } = command ?? {};
    const out = (type === 'ReleaseInject' || type === 'RestoreInject') && this.#stock.known.inject.held.includes(inject as string);
    return out ? { ...(body as object), command: { ...command, inject: NEVER } } : body;
  }

  /** Fields that the route does not know, values that it does not take, and methods that it does not have. */
  *#broken(): Generator<Question> {
    const { method, url, body } = this.plain();
    const place = this.name;
    const prying = 'edition=control&seat=control&viewer=control&after=x&limit=0';
    yield { place, method, url: `${url}${url.includes('?') ? '&' : '?'}${prying}` };
    if (method !== 'GET')
      yield { place, method, url, body: { ...(body as object), seats: ['seat:b-lead', 'control'], here: 'away', extra: 1 } };
    if (method !== 'GET' && body !== undefined)
      yield { place, method, url, body: { id: 'a-command-to-come', command: { type: 'NoSuchCommand' } } };
    yield { place, method: method === 'PUT' ? 'DELETE' : 'PUT', url };
  }
}

/** Where a leaf is, in words: the alternative of a union of commands by its `type`. */
function placeOf({ path }: Leaf, types: readonly Leaf[]): string {
  const within = types.find(({ path: other }) => other.slice(0, -1).every((step, i) => step === path[i]));
  if (!within) return path.join('.');
  const { values = [] } = within.schema.def as { values?: readonly string[] };
  return [String(values[0]), ...path.slice(within.path.length - 1)].join('.');
}

/** What the viewer may do with what it holds must not tell what others did with it. */
function acts(stock: Stock): object[] {
  const { item, request } = stock.known;
  const to = ['party:a', 'party:b', 'seat:b-press', 'seat:a-press', 'everyone'];
  return [
    ...item.held
      .slice(0, 3)
      .flatMap((id) => [
        ...to.map((address) => ({ type: 'ReleaseItem', item: id, to: [address] })),
        { type: 'ReleaseItem', item: id, to: ['seat:a-lead', 'seat:b-lead'], portions: [0] },
        { type: 'ReviseItem', item: id, title: 'Anew', portions: [{ text: 'Anew.' }], basedOn: item.held.slice(0, 2) },
        { type: 'RecallItem', item: id },
        { type: 'RecallItem', item: id, from: ['party:b', 'party:c'] },
        { type: 'ConfirmDestroyed', item: id },
      ]),
    ...request.held.slice(0, 3).flatMap((id) => [
      { type: 'DecideRequest', request: id, decision: 'grant', items: item.held.slice(0, 1).map((own) => ({ item: own })) },
      { type: 'DecideRequest', request: id, decision: 'refuse', reason: 'No.' },
      { type: 'WithdrawRequest', request: id },
    ]),
  ];
}
