import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The catalogues that the screens speak from: tests find things by the words that a person reads, in either language. */
export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];
/** `messages.compose.send`: the folder of the catalogue, then the key. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const web = join(import.meta.dirname, '../../packages/web/src');
const places = readdirSync(web, { recursive: true, encoding: 'utf8' });
const catalogues = new Map<string, unknown>();

/** The words of one language. @throws if a key stands in no catalogue: then the screen has changed, and so must the test. */
export function wordsOf(language: Language): Words {
  return (key, values = {}) => {
    const [folder = '', ...path] = key.split('.');
    const text = path.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], catalogue(folder, language));
    if (typeof text !== 'string') throw new Error(`No text “${key}” in ${language}`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

function catalogue(folder: string, language: Language): unknown {
  const name = `${folder}/text.${language}.json`;
  if (!catalogues.has(name)) catalogues.set(name, JSON.parse(readFileSync(join(web, placeOf(name)), 'utf8')));
  return catalogues.get(name);
}

function placeOf(name: string): string {
  const place = places.find((path) => `/${path}`.endsWith(`/${name}`));
  if (!place) throw new Error(`No catalogue ${name}`);
  return place;
}
