import type { Address } from '@entente/engine';
import { frameOf } from './frame.ts';
import { type Body, told } from './projection.ts';

/** Events told at once: neighbours in one edition. */
export class Batch {
  /** Number of the first. */
  readonly first: number;
  readonly #bodies: readonly Body[];
  #frame: Buffer | undefined;

  constructor(first: number, bodies: readonly Body[]) {
    this.first = first;
    this.#bodies = bodies;
  }

  get next(): number {
    return this.first + this.#bodies.length - 1;
  }

  /** How long they are, their numbers aside. */
  get bytes(): number {
    return this.#bodies.reduce((sum, body) => sum + body.length, 0);
  }

  /** Each as the JSON of `{no, id, at, wall, event}`. */
  get events(): readonly string[] {
    return this.#bodies.map((body, i) => told(this.first + i, body));
  }

  /** All of them as one JSON array, framed for a WebSocket; made once for everyone who is told the same. */
  get frame(): Buffer {
    this.#frame ??= frameOf(this.first, this.#bodies);
    return this.#frame;
  }
}

/** What a feed says beside events: who is there, how far it goes and what time it is, whether anything can be kept, that it is over. */
export interface Notice {
  readonly name: 'presence' | 'beat' | 'stopped' | 'revoked' | 'closed';
  /** JSON. */
  readonly data: string;
}
export type Piece = Batch | Notice;

/** What a reel is wound from: the feed, as one viewer may have it. */
export interface Source {
  batch(viewer: Address, after: number): Batch | undefined;
  last(viewer: Address): number;
  /** JSON of the people that the viewer may know to be there. */
  people(viewer: Address): string;
  /** JSON of a beat. */
  beat(viewer: Address, last: number): string;
  /** True while nothing can be kept. */
  readonly stopped: boolean;
}

/**
 * One reader's way through its feed, whatever it is read by: events in order, each once, then what else there is to
 * say. It gives nothing of its own accord: whoever reads asks for the next piece when it can take one.
 */
export class Reel {
  readonly viewer: Address;
  readonly #source: Source;
  #cursor: number;
  #owed = 1;
  #presence = '';
  #stopped = false;
  #ended: 'revoked' | 'closed' | undefined;
  #over = false;
  #awake = true;

  constructor(source: Source, viewer: Address, after: number) {
    this.#source = source;
    this.viewer = viewer;
    this.#cursor = after;
  }

  /** Beats that were due and not yet taken. */
  get owed(): number {
    return this.#owed;
  }
  /** True once nothing more will come. */
  get over(): boolean {
    return this.#over;
  }

  oweBeat(): void {
    this.#owed++;
  }

  /** There may be something new: until then the reel rests where it came to its end, so that nothing is told between beats. */
  wake(): void {
    this.#awake = true;
  }

  end(how: 'revoked' | 'closed'): void {
    this.#ended ??= how;
  }

  /** The next piece; undefined if there is none now. */
  next(): Piece | undefined {
    if (this.#over || !this.#awake) return undefined;
    if (this.#ended !== undefined) {
      this.#over = true;
      return { name: this.#ended, data: '{}' };
    }
    const batch = this.#source.batch(this.viewer, this.#cursor);
    if (batch) {
      this.#cursor = batch.next;
      return batch;
    }
    const people = this.#source.people(this.viewer);
    if (people !== this.#presence) {
      this.#presence = people;
      return { name: 'presence', data: people };
    }
    if (this.#source.stopped !== this.#stopped) {
      this.#stopped = this.#source.stopped;
      return { name: 'stopped', data: JSON.stringify({ stopped: this.#stopped }) };
    }
    this.#awake = false;
    if (this.#owed === 0) return undefined;
    this.#owed = 0;
    return { name: 'beat', data: this.#source.beat(this.viewer, this.#cursor) };
  }
}
