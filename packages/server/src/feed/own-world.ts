import { type Address, type AnyEvent, emptyWorld, evolve, type RoomName, type SeatCopy, type World } from '@entente/engine';
import type { Steps } from '../exercises/turns.ts';
import type { Feed } from './feed.ts';

/** Events folded at a time: a few milliseconds. */
const PAGE = 200;
/**
 * Letters of the events behind the worlds kept between questions; what was asked longest ago gives way. A letter takes some
 * two bytes folded: 130 MiB at most, which holds all worlds of forty seats after 16,000 events. Five hundred seats may have
 * to fold anew, at about ten milliseconds for each question.
 */
const MOST_LETTERS = 64_000_000;

interface OwnWorld {
  readonly world: World;
  next: number;
  letters: number;
  /** By room, the number of its last event. */
  readonly told: Map<RoomName, number>;
}

/**
 * What a viewer knows, for questions that scripts put over HTTP: the fold of its own feed and of nothing else, so that no
 * answer can hold what the feed does not. Browsers fold for themselves.
 */
export class OwnWorlds {
  readonly #feed: Feed;
  readonly #most: number;
  readonly #worlds = new Map<Address, OwnWorld>();
  #letters = 0;

  constructor(feed: Feed, most = MOST_LETTERS) {
    this.#feed = feed;
    this.#most = most;
  }

  /** The viewer’s world up to the durable position, folded in steps. */
  *folding(viewer: Address): Steps<World> {
    const kept = this.#worlds.get(viewer) ?? { world: emptyWorld(), next: 0, letters: 0, told: new Map() };
    for (;;) {
      // Between two steps it may have given way to another.
      if (this.#worlds.get(viewer) !== kept) this.#letters += kept.letters;
      this.#worlds.delete(viewer);
      this.#worlds.set(viewer, kept);
      const { events, next, last } = this.#feed.read(viewer, kept.next, PAGE);
      for (const text of events) {
        const copy = JSON.parse(text) as SeatCopy & { readonly no: number };
        kept.told.set(evolve(kept.world, copy.event as AnyEvent, copy), copy.no);
        kept.letters += text.length;
        this.#letters += text.length;
      }
      kept.next = next;
      this.#makeRoom();
      if (next >= last || events.length === 0) return kept.world;
      yield;
    }
  }

  /** The viewer’s number of the last event of any of these rooms that its world holds: 0 if there is none. */
  last(viewer: Address, rooms: readonly RoomName[]): number {
    const { told } = this.#worlds.get(viewer) ?? {};
    return Math.max(0, ...rooms.map((room) => told?.get(room) ?? 0));
  }

  /** The one asked just now stays, however large it is. */
  #makeRoom(): void {
    for (const [viewer, { letters }] of this.#worlds) {
      if (this.#letters <= this.#most || this.#worlds.size === 1) return;
      this.#worlds.delete(viewer);
      this.#letters -= letters;
    }
  }
}
