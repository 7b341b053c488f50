import type { Id } from './fact.ts';
import { deliveryWriting, injectWriting } from './injects/writing.ts';
import { messageWriting } from './messages/writing.ts';
import { itemWriting, requestWriting } from './sharing/writing.ts';
import { lacks, withLanguage } from './texts.ts';
import type { World } from './world.ts';
import type { Writing, Written } from './writing.ts';

/** What people write, of whatever room, as those see it who translate: a room says of its own what there is and how it takes a language. */

/** All that people write for others. A room that has more of it is one line here. */
export const WRITINGS: readonly Writing[] = [injectWriting, deliveryWriting, messageWriting, itemWriting, requestWriting];

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
