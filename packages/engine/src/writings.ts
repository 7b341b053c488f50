import type { Address, Roster } from './audience.ts';
import type { Id, Ms, Rejection, Text } from './fact.ts';
import { deliveryWriting, injectWriting } from './injects/writing.ts';
import { messageWriting } from './messages/writing.ts';
import type { Actor, Context, Draft } from './room.ts';
import type { Version } from './sharing/language.ts';
import { itemWriting, requestWriting } from './sharing/writing.ts';
import { lacks, withLanguage } from './texts.ts';
import type { World } from './world.ts';

/** What people write, of whatever room, as those see it who translate: a room says of its own what there is and how it takes a language. */

/** A text that somebody wrote, as it stands in one world. */
export interface Written {
  readonly id: Id;
  /** Since when this version stands, scenario ms. */
  readonly since: Ms;
  /** How many versions came before it, as this world tells. */
  readonly version: number;
  /** The room’s own name of the version. */
  readonly made?: Version | undefined;
  readonly title?: Text | undefined;
  /** One, or the portions of an item. */
  readonly texts: readonly Text[];
  /** True once it was withdrawn, or will never be said. */
  readonly over: boolean;
}
/** What somebody adds: the whole text, the language beside those that it had. */
export interface Translated {
  readonly language: string;
  readonly title?: Text | undefined;
  readonly texts: readonly Text[];
}
export interface Writing {
  one(world: World, id: Id): Written | undefined;
  /** Those that a viewer was given and whose authors’ side may be asked for a language; in lead control’s world as in the viewer’s own. */
  all?(look: { readonly world: World; readonly roster: Roster }, viewer: Address): Iterable<Written>;
  /** Who wrote it: a seat, a party, `control` or `control:PARTY`, as far as this world tells. */
  author(look: { readonly world: World; readonly roster: Roster }, id: Id): Address;
  /** The drafts by which its holders get the language; the acting side has been judged already. */
  translate(ctx: Context, id: Id, done: Translated, by: Actor): Draft[] | Rejection;
}

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
