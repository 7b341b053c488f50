import type { Address, Id, Ms, Text, World } from '@entente/engine';

/** One thing said in public: news of the scenario, an announcement of a party, or an item released to the public. */
export interface PublicItem {
  readonly id: Id;
  readonly at: Ms;
  readonly from: Address;
  readonly channel: string;
  readonly title: Text | undefined;
  /** Its paragraphs: an item has one for each portion. */
  readonly texts: readonly Text[];
}

/** What a capability gives to the public screen. */
export interface PublicPart {
  /** The room that it shows. */
  readonly room: string;
  /** What it said to the public. */
  news?(world: World): Iterable<PublicItem>;
}
