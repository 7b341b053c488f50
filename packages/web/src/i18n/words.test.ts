import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { FIRST_LOADS } from '../../firstLoads.ts';

const src = join(import.meta.dirname, '..');
const folders = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => basename(path) === 'text.en.json')
  .map(dirname);

/** Of a capability on a screen: of one catalogue with that screen’s frame. */
const onScreen = (folder: string): boolean =>
  /^capabilities\/[^/]+\/[^/]+$/.test(folder) && folders.includes(`screens/${basename(folder)}`);

it('no two folders with words have one name, since the name is what words are asked by', () => {
  const named = folders.filter((folder) => !onScreen(folder)).map((folder) => basename(folder));
  expect(new Set(named).size).toBe(named.length);
});

it.each(folders.filter(onScreen))('%s says words of its own: no other says them, nor the screen’s frame', (folder) => {
  expect(folders).toContain(`screens/${basename(folder)}`);
  const others = folders.filter((f) => f !== folder && basename(f) === basename(folder)).flatMap((f) => keysOf(read(f, 'en')));
  expect(keysOf(read(folder, 'en')).filter((key) => others.includes(key))).toEqual([]);
});

/** Korean has one plural form; English has two. */
const keysOf = (value: unknown, path = ''): string[] =>
  typeof value === 'string'
    ? [path.replace(/_(one|other)$/, '')]
    : Object.entries(value as object).flatMap(([k, v]) => keysOf(v, `${path}.${k}`));
const read = (folder: string, language: string): unknown => JSON.parse(readFileSync(join(src, folder, `text.${language}.json`), 'utf8'));

it.each(folders)('the catalogue of %s has every key in both languages', (folder) => {
  expect([...new Set(keysOf(read(folder, 'ko')))].sort()).toEqual([...new Set(keysOf(read(folder, 'en')))].sort());
});

/** What a file imports of ours, at once or later. */
const importsOf = (text: string): string[] => [...text.matchAll(/(?:from |import\(|import )'(\.[^']+\.tsx?)'/g)].map((m) => m[1] as string);

/** The files that a screen may come to load. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const path of importsOf(readFileSync(file, 'utf8'))) reached(resolve(dirname(file), path), seen);
  return seen;
}

/** What capabilities give to a screen. */
const givenTo = (screen: string): string[] =>
  readdirSync(join(src, 'capabilities'))
    .map((room) => join(src, 'capabilities', room, screen, 'index.ts'))
    .filter(existsSync);

const SCREENS = [
  ...readFileSync(join(src, 'main.tsx'), 'utf8').matchAll(/screen\(\s*\[(.*?)\],\s*async \(\) => \(await import\('(.*?)'\)[^;]*;/g),
];
/** Those of a part’s own folder come with the part: `part(load, 'FOLDER')`. */
const later = (folder: string): boolean => /^(screens\/|capabilities\/[^/]+\/|connection\/)./.test(folder);
const always = folders.filter((folder) => !later(folder)).map((folder) => basename(folder));
const partsIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/ (?:part\(.*, |.*\blearn\()'(\w+)'\)/g)].map((m) => m[1] as string);
/** What a capability brings with its part of a screen. */
const brings = readdirSync(join(src, 'capabilities'))
  .map((room) => join(src, 'capabilities', room, 'index.ts'))
  .filter(existsSync)
  .flatMap(partsIn);

it.each(SCREENS.map(([line, named, path]) => [path as string, named as string, line]))(
  '%s loads the words that it says',
  (path, named, line) => {
    const parts = [...line.matchAll(/partsOf\('(\w+)'\)/g)].flatMap((m) => givenTo(m[1] as string));
    const files = [join(src, path), ...parts].flatMap((file) => [...reached(file)]);
    const brought = new Set([...always, ...brings, ...files.flatMap(partsIn), ...[...named.matchAll(/'(\w+)'/g)].map((m) => m[1])]);
    const said = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:useWords|hasWord)\('(\w+)'/g)].map((m) => ({
        file: file.slice(src.length + 1),
        folder: m[1],
      })),
    );
    // By catalogue: the first file that says it.
    const missing = new Map(said.filter(({ folder }) => !brought.has(folder)).map(({ file, folder }) => [folder, file]));
    expect(Object.fromEntries(missing)).toEqual({});
  },
);

it('the build is told what each screen loads at first, by which it groups files and weighs them', () => {
  for (const [line, named, path] of SCREENS) {
    const said = Object.values(FIRST_LOADS).find(({ screens }) => screens.some((file) => `./screens/${file}` === path));
    const words: readonly (string | undefined)[] = [...(said?.words ?? []), 'join'];
    expect(words, path).toEqual(expect.arrayContaining([...(named ?? '').matchAll(/'(\w+)'/g)].map((m) => m[1])));
    const parts = [...line.matchAll(/partsOf\('(\w+)'\)/g)].map((m) => m[1]);
    expect(said?.parts, path).toEqual(path?.includes('/join/TakeSeat') ? expect.anything() : parts);
  }
});

it('every screen is looked at', () => {
  expect(SCREENS).toHaveLength(9);
});
