import type { Id } from './fact.ts';
import type { Writing, Written } from './room.ts';
import { lacks, withLanguage } from './texts.ts';
import type { World } from './world.ts';

/** All that people write for others. A room says its own (`writings`); `exercise.ts` lists them, for rooms ask for those of others. */
export const WRITINGS: Writing[] = [];

/** What that id names in a world, if it is something that somebody wrote. */
export function writtenIn(world: World, id: Id): { readonly writing: Writing; readonly written: Written } | undefined {
  for (const writing of WRITINGS) {
    const written = writing.one(world, id);
    if (written) return { writing, written };
  }
  return undefined;
}

/** Those of the languages that a text says it lacks, in its title or anywhere else. */
export function lacking({ title, texts }: Pick<Written, 'title' | 'texts'>, languages: readonly string[]): string[] {
  return languages.filter((language) => lacks(title, language) || texts.some((text) => lacks(text, language)));
}

/** True if somebody has said in which language it is written. */
export function saysLanguage({ title, texts }: Pick<Written, 'title' | 'texts'>): boolean {
  return typeof title === 'object' || texts.some((text) => typeof text === 'object');
}

/** The text with one language more; where it has that one already, it stays. */
export function translated({ title, texts }: Written, language: string, words: { title?: string | undefined; texts: readonly string[] }) {
  return {
    language,
    title: title === undefined ? undefined : withLanguage(title, language, words.title),
    texts: texts.map((text, i) => withLanguage(text, language, words.texts[i])),
  };
}
