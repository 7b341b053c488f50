import { type Catalogue, folderOf, together } from './catalogue.ts';

const files = import.meta.glob<Catalogue>('../**/text.*.json', { import: 'default', eager: true });

/** The words of a catalogue in one language, for tests without a screen. */
export function wordsOf(folder: string, language: 'en' | 'ko'): Catalogue {
  const own = Object.entries(files).filter(([path]) => folderOf(path) === folder && path.endsWith(`/text.${language}.json`));
  return together(own.map(([, words]) => words));
}
