import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const src = join(import.meta.dirname, '..');
const folders = readdirSync(src).filter(
  (folder) =>
    readdirSync(src, { withFileTypes: true }).some((e) => e.isDirectory() && e.name === folder) &&
    readdirSync(join(src, folder)).includes('text.en.json'),
);

/** Korean has one plural form; English has two. */
const keysOf = (value: unknown, path = ''): string[] =>
  typeof value === 'string'
    ? [path.replace(/_(one|other)$/, '')]
    : Object.entries(value as object).flatMap(([k, v]) => keysOf(v, `${path}.${k}`));
const read = (folder: string, language: string): unknown => JSON.parse(readFileSync(join(src, folder, `text.${language}.json`), 'utf8'));

it.each(folders)('the catalogue of %s has every key in both languages', (folder) => {
  expect([...new Set(keysOf(read(folder, 'ko')))].sort()).toEqual([...new Set(keysOf(read(folder, 'en')))].sort());
});
