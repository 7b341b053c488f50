import type { Id } from '@entente/engine';
import type { TableText, Version } from '@entente/engine/consultation';

/** What is done with a text just now: a wording is written, or one is about to be taken. */
export type Doing =
  | { readonly do: 'word'; readonly paragraph?: string | undefined; readonly after?: string | undefined }
  | { readonly do: 'take'; readonly bracket: Id };

/** How a text stands to its reader: what every paragraph of it needs. */
export interface TextLook {
  readonly text: TableText;
  /** The own side; '' for those who only watch. */
  readonly party: string;
  readonly members: readonly string[];
  /** Whether something can be done with it now. */
  readonly acts: boolean;
  readonly languages: readonly string[];
  /** The version with which it is compared, word by word. */
  readonly against: Version | undefined;
  readonly doing: Doing | undefined;
  readonly begin: (doing: Doing | undefined) => void;
}
