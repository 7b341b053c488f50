import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { partsOf } from '../capabilities/index.ts';
import { LANGUAGES } from './preferences.ts';
import { wordsOf } from './words.fixture.ts';

/** Every key that a screen asks for has its words: a key without words is shown as it stands. */

const src = join(import.meta.dirname, '..');
const paths = readdirSync(src, { recursive: true, encoding: 'utf8' });

const keysOf = (value: unknown, path: string[] = []): string[] =>
  typeof value === 'string'
    ? [path.join('.').replace(/_(one|other)$/, '')]
    : Object.entries(value as object).flatMap(([k, v]) => keysOf(v, [...path, k]));
/** By catalogue, the keys of each language; a screen’s catalogue has those of its frame and of the capabilities on it. */
const catalogues = new Map<string, Set<string>[]>();
for (const name of new Set(paths.filter((p) => /text\.\w+\.json$/.test(p)).map((p) => basename(dirname(p)))))
  catalogues.set(
    name,
    LANGUAGES.map((language) => new Set(keysOf(wordsOf(name, language)))),
  );

/** True if every language has that key; `…` in it stands for anything. */
function hasWords(catalogue: string, key: string): boolean {
  const fits = new RegExp(
    `^${key
      .split('…')
      .map((part) => part.replaceAll('.', '\\.'))
      .join('.+')}$`,
  );
  const languages = catalogues.get(catalogue) ?? [];
  return languages.length > 0 && languages.every((keys) => keys.has(key) || [...keys].some((k) => fits.test(k)));
}

interface Saying {
  readonly file: string;
  readonly catalogue: string;
  readonly key: string;
}

/** The keys that stand in a file: `const t = useWords('NAME')`, then `t('key')`, `t(some ? 'one' : 'other')`, and templates. */
function saidIn(file: string): Saying[] {
  const text = readFileSync(join(src, file), 'utf8');
  const names = [...text.matchAll(/const (\w+) = useWords\('(\w+)'\)/g)].map((m) => ({ as: m[1], catalogue: m[2], from: m.index }));
  return [...text.matchAll(/(?<![\w.])(\w+)\(/g)].flatMap(({ 0: call, 1: as, index }) => {
    const catalogue = names.findLast((n) => n.as === as && n.from < index)?.catalogue ?? (as === 'say' ? wordsOfSay(file) : undefined);
    if (catalogue === undefined) return [];
    return keysIn(firstArgument(text, index + call.length)).map((key) => ({ file, catalogue, key }));
  });
}

/** `say` comes with what a screen gives to all of its parts. */
function wordsOfSay(file: string): string | undefined {
  return /(^|\/)control\//.test(file) ? 'control' : /(^|\/)(review|report)\//.test(file) ? 'review' : undefined;
}

function firstArgument(text: string, from: number): string {
  let depth = 0;
  let quote: string | undefined;
  for (let i = from; i < text.length; i++) {
    const c = text[i] as string;
    if (quote) {
      if (c === quote) quote = undefined;
    } else if ('\'"`'.includes(c)) quote = c;
    else if ('([{'.includes(c)) depth++;
    else if (depth === 0 && ',)'.includes(c)) return text.slice(from, i);
    else if (')]}'.includes(c)) depth--;
  }
  return '';
}

/** The argument itself, or both ends of a choice; what is put into it is `…`. */
const keysIn = (argument: string): string[] =>
  [...argument.matchAll(/(?:^\s*|[?:]\s+)(?:'([^']*)'|`([^`]*)`)/g)].map((m) => ((m[1] ?? m[2]) as string).replace(/\$\{.*?\}/g, '…'));

const said = paths.filter((p) => /\.tsx?$/.test(p) && !/\.(test|fixture)\./.test(p)).flatMap(saidIn);

it('a key that nobody wrote, and a beginning that no key has, are found', () => {
  expect(hasWords('kit', 'no.such.key')).toBe(false);
  expect(hasWords('kit', 'nosuch.…')).toBe(false);
  expect(hasWords('kit', 'state.…')).toBe(true);
  expect(keysIn("late ? 'a.late' : 'a.soon'")).toEqual(['a.late', 'a.soon']);
});

/** The names that capabilities give, as the screens say them. */
async function named(): Promise<string[][]> {
  const [seats, controls, reviews, reports] = await Promise.all([
    partsOf('seat'),
    partsOf('control'),
    partsOf('review'),
    partsOf('report'),
  ]);
  return [
    ...seats.flatMap(({ room, filters = [], writes = [], places = [], kinds = {} }) => [
      ...filters.map(({ name }) => [room, `filter.${name}`]),
      ...writes.map(({ name }) => [room, `write.${name}`]),
      ...places.map(({ name }) => [room, `place.${name}`]),
      ...Object.values(kinds).flatMap(({ called }) => (called ? [[room, called]] : [])),
    ]),
    ...controls.flatMap(({ centre, legend = [], marks = {}, cards = {} }) => [
      ...(centre ? [[centre.words ?? 'control', `centre.${centre.name}`]] : []),
      ...legend.map(({ name }) => ['control', name]),
      ...Object.keys(marks).map((kind) => ['control', `kind.${kind}`]),
      ...Object.entries(cards).flatMap(([kind, { called, group }]) => [
        ...(called ? [] : [['control', `hand.kind.${kind}`]]),
        ...(group ? [['control', `hand.group.${group.name}`]] : []),
      ]),
    ]),
    ...reviews.flatMap(({ tabs = [], within = {}, kinds = [], shapes = {}, legend = [] }) => [
      ...tabs.map(({ name, words = 'review' }) => [words, `tabs.${name}`]),
      ...Object.entries(within).map(([tab, { name }]) => ['review', `${tab}Filter.${name}`]),
      ...kinds.map(({ name }) => ['review', `kinds.${name}`]),
      ...Object.keys(shapes).map((kind) => ['review', `kindOne.${kind}`]),
      ...legend.map(({ name }) => ['review', `legend.${name}`]),
    ]),
    ...reports.flatMap(({ sheets = [] }) => sheets.map(({ name, words = 'report' }) => [words, `parts.${name}`])),
  ];
}

const names = await named();
/** Asked for by what a server answers, and by no key that stands in a file. */
const BY_CODE = 'refusals';
it('whatever is said has words in every language', () => {
  expect(said.filter(({ catalogue, key }) => !hasWords(catalogue, key))).toEqual([]);
  // That nothing is missed because nothing is found.
  const asked = [...said.map((s) => s.catalogue), ...names.map(([catalogue]) => catalogue)];
  for (const name of [...catalogues.keys()].filter((n) => n !== BY_CODE))
    expect(asked.filter((catalogue) => catalogue === name).length, name).toBeGreaterThan(1);
});

it('whatever a capability names has words in every language', () => {
  expect(names.filter(([catalogue = '', key = '']) => !hasWords(catalogue, key))).toEqual([]);
  expect(names.length).toBeGreaterThan(40);
});

it('the heads of every table have words in every language', () => {
  const heads = paths
    .filter((p) => p.endsWith('.tsx'))
    .flatMap((file) => {
      const text = readFileSync(join(src, file), 'utf8');
      const catalogue = /import \{[^}]*\bTable\b[^}]*\} from '[^']*kit\/(report\/Table|review\/tables)\.tsx'/
        .exec(text)?.[1]
        ?.split('/')[0];
      const lists = [...text.matchAll(/heads(?:=\{| = )\[(.*?)\]/gs)].flatMap((m) => [...(m[1] as string).matchAll(/'(\w+)'/g)]);
      return catalogue === undefined ? [] : lists.map((m) => [catalogue, `cols.${m[1]}`, file]);
    });
  expect(heads.filter(([catalogue = '', key = '']) => !hasWords(catalogue, key))).toEqual([]);
  expect(heads.length).toBeGreaterThan(60);
});
