import type { Address, Id, Ms, Text, World } from '@entente/engine';
import type { ComponentType } from 'react';

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
  /** How something said to the public stands on the wall, by its id, whoever’s news it is. Nothing, if it is not known here. */
  readonly Story?: ComponentType<{ readonly id: Id; readonly otherwise: ComponentType }>;
  /** What stands beside the wall while it goes on, in place of the brief of the move. */
  readonly Live?: { readonly Beside: ComponentType; shows(world: World): boolean };
}
