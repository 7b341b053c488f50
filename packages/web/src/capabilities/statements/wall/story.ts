import type { Address, Id, Ms, Text } from '@entente/engine';

/** How something said in public looks: by what it came. */
export type StoryForm = 'news' | 'wire' | 'post' | 'broadcast' | 'pool' | 'statement' | 'document';

/** One thing on the wall, as anybody may read it. */
export interface Story {
  readonly id: Id;
  readonly at: Ms;
  readonly form: StoryForm;
  /** Whose name stands on it. */
  readonly from: Address;
  /** The parties in whose name it is said. */
  readonly parties: readonly string[];
  /** Said by all of them, with one text. */
  readonly joint: boolean;
  /** On background: no name stands on it, only that it is a senior official of the party. */
  readonly unnamed: boolean;
  readonly title?: Text | undefined;
  readonly text: Text;
  /** What was asked, verbatim. */
  readonly question?: Text | undefined;
  /** What it puts right, as it was first told. */
  readonly first?: { readonly at: Ms; readonly title: Text } | undefined;
}
