import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const src = join(import.meta.dirname, '..');
const folders = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => basename(path) === 'text.en.json')
  .map(dirname);

it('no two folders with words have one name, since the name is what words are asked by', () => {
  expect(new Set(folders.map((folder) => basename(folder))).size).toBe(folders.length);
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
