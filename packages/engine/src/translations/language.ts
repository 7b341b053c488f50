import type { Address } from '../audience.ts';
import type { Fact, Id, Ms } from '../fact.ts';
import type { Lookup } from '../lookup.ts';
import type { Version } from '../sharing/language.ts';

/**
 * Texts in one more language. What the author’s side adds is an event of the room whose text it is; what a side keeps for
 * itself is one of this room.
 */
export type TranslationEvent =
  /** To those of one side who hold the thing: how that side reads what another wrote. */
  {
    readonly type: 'OwnTranslationKept';
    readonly of: Id;
    /** The version that was read, by its room’s own name. */
    readonly made?: Version | undefined;
    /** `party:P`, `control` or `control:PARTY`. */
    readonly side: Address;
    readonly by: Address;
    readonly language: string;
    readonly title?: string | undefined;
    readonly texts: readonly string[];
  };

export interface OwnTranslation extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly of: Id;
  readonly made?: Version | undefined;
  readonly side: Address;
  readonly by: Address;
  readonly language: string;
  readonly title?: string | undefined;
  readonly texts: readonly string[];
}
export interface TranslationsState {
  readonly own: Map<Id, OwnTranslation>;
  /** Own translations by the thing that they are of. */
  readonly on: Lookup;
}
