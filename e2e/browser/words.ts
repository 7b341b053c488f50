import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalogue, together } from '../../packages/web/src/i18n/catalogue.ts';

/** The catalogues that the screens speak from: tests find things by the words that a person reads, in either language. */
export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];
/** `messages.compose.send`: the folder of the catalogue, then the key. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const web = join(import.meta.dirname, '../../packages/web/src');
const places = readdirSync(web, { recursive: true, encoding: 'utf8' });
const catalogues = new Map<string, Catalogue>();

/** The words of one language. @throws if a key stands in no catalogue: then the screen has changed, and so must the test. */
export function wordsOf(language: Language): Words {
  return (key, values = {}) => {
    const [folder = '', ...path] = key.split('.');
    const text = path.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], catalogue(folder, language));
    if (typeof text !== 'string') throw new Error(`No text “${key}” in ${language}`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

function catalogue(folder: string, language: Language): Catalogue {
  const name = `${folder}/text.${language}.json`;
  const known = catalogues.get(name) ?? together(filesOf(name));
  catalogues.set(name, known);
  return known;
}

/** The words of a screen’s frame, and those of the capabilities on it. */
function filesOf(name: string): Catalogue[] {
  const own = places.filter((path) => `/${path}`.endsWith(`/${name}`));
  if (own.length === 0) throw new Error(`No catalogue ${name}`);
  return own.map((path) => JSON.parse(readFileSync(join(web, path), 'utf8')) as Catalogue);
}
