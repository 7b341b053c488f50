import { type Address, type AnyEvent, emptyWorld, evolve, type SeatCopy, type World } from '@entente/engine';
import type { Feed } from './feed.ts';

const PAGE = 1_000;
/** Worlds kept between questions; the one asked longest ago gives way. */
const MOST_WORLDS = 8;

/**
 * What a viewer knows, for questions that scripts put over HTTP: the fold of its own feed and of nothing else, so that no
 * answer can hold what the feed does not. Browsers fold for themselves.
 */
export class OwnWorlds {
  readonly #feed: Feed;
  readonly #worlds = new Map<Address, { readonly world: World; next: number }>();

  constructor(feed: Feed) {
    this.#feed = feed;
  }

  /** The viewer’s world up to the durable position. */
  of(viewer: Address): World {
    const kept = this.#worlds.get(viewer) ?? { world: emptyWorld(), next: 0 };
    this.#worlds.delete(viewer);
    this.#worlds.set(viewer, kept);
    if (this.#worlds.size > MOST_WORLDS) this.#worlds.delete(this.#worlds.keys().next().value as Address);
    for (;;) {
      const { events, next, last } = this.#feed.read(viewer, kept.next, PAGE);
      for (const text of events) {
        const copy = JSON.parse(text) as SeatCopy;
        evolve(kept.world, copy.event as AnyEvent, copy);
      }
      kept.next = next;
      if (next >= last || events.length === 0) return kept.world;
    }
  }
}
