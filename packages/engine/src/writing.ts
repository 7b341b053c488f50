import type { Address, Roster } from './audience.ts';
import type { Id, Ms, Rejection, Text } from './fact.ts';
import type { Actor, Context, Draft } from './room.ts';
import type { Version } from './sharing/language.ts';
import type { World } from './world.ts';

/** What a room says of the texts that people write in it, so that they can be given in one language more. */

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
  /** True if a holder was asked to destroy it: then others give it no words of it. Absent: of nothing is that asked. */
  ended?(look: { readonly world: World; readonly roster: Roster }, id: Id, holder: Address): boolean;
  /** The drafts by which its holders get the language; the acting side has been judged already. */
  translate(ctx: Context, id: Id, done: Translated, by: Actor): Draft[] | Rejection;
}
