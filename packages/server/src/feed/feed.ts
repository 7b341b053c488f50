import type { Address, Id, Recorded, Roster } from '@entente/engine';
import type { WallClock } from '../clock.ts';
import { Bell } from './bell.ts';
import type { Edition } from './editions.ts';
import { type Here, Presence } from './presence.ts';
import { Projection, type Reading } from './projection.ts';
import { Batch, type Piece, Reel, type Source } from './reel.ts';

/** Fixed beat on which readers are told, so that the moment of a push says nothing finer. */
const BEAT_MS = 50;
export const HEARTBEAT_MS = 15_000;
/** A reader that has not taken anything for this many heartbeats is dropped; it catches up when it returns. */
export const PATIENCE_BEATS = 2;
/** Who has been told that it is over has so long to take it. */
const FAREWELL_MS = 2_000;
const BATCH = 200;
export const MAX_READERS = 12;
/** What a beat brings is shared by the windows of a viewer; who catches up with more takes it alone, and it is let go. */
const SHARED_BYTES = 16 * 1024;

export interface Reader {
  readonly session: string;
  readonly viewer: Address;
  readonly person: Id | undefined;
}
/** Scenario and wall time as a feed states them, so that browsers need no clock of their own. */
export interface ClockReading {
  readonly now: number;
  readonly wall: number;
  /** To lead control: the clock of the server's machine was set by so many ms; negative: back. */
  readonly set?: number;
}

/** A reader who is told when there may be something new. */
export interface Listening {
  readonly reel: Reel;
  /** Ends the listening; the reader is present no more. */
  leave(): void;
}
interface Listener {
  readonly reader: Reader;
  readonly reel: Reel;
  readonly ring: () => void;
  readonly leave: () => void;
  readonly drop: () => void;
}

/** What leaves an exercise: readings, streams and presence, all cut to a viewer by the projection. */
export class Feed implements Source {
  readonly presence: Presence;
  readonly #projection: Projection;
  readonly #clock: WallClock;
  readonly #reading: (viewer: Edition) => ClockReading;
  readonly #watchers = new Set<(events: readonly Recorded[]) => void>();
  readonly #listeners = new Set<Listener>();
  /** By viewer: what was last told to one of its windows, for the others. */
  readonly #shared = new Map<Address, Batch>();
  #beat: unknown;
  #stopped = false;
  #signs = 0;

  constructor(roster: Roster, clock: WallClock, reading: (viewer: Edition) => ClockReading) {
    this.#projection = new Projection(roster);
    this.presence = new Presence(roster);
    this.#clock = clock;
    this.#reading = reading;
  }

  get position(): number {
    return this.#projection.position;
  }

  /** Tells whoever acts within this server of all that is durable, as it comes; gives what ends it. */
  watch(told: (events: readonly Recorded[]) => void): () => void {
    this.#watchers.add(told);
    return () => void this.#watchers.delete(told);
  }

  /** Adds events that are durable, and tells the readers on the next beat. */
  append(events: readonly Recorded[]): void {
    for (const told of this.#watchers) told(events);
    if (events.length === 0) return;
    this.#projection.append(events);
    this.#shared.clear();
    this.tellSoon();
  }

  read(edition: Edition, after: number, limit: number): Reading {
    return this.#projection.read(edition, after, limit);
  }

  /** The editions of circles that there are: none before the end. */
  get circles(): Edition[] {
    return this.#projection.circles;
  }

  last(edition: Edition): number {
    return this.#projection.last(edition);
  }

  /** The next events after a number, shared by all who are told the same; undefined if there are none. */
  batch(viewer: Address, after: number): Batch | undefined {
    // Most who are rung have one thing to take and are asked again when they have taken it.
    if (after >= this.last(viewer)) return undefined;
    const shared = this.#shared.get(viewer);
    if (shared?.first === after + 1) return shared;
    const batch = new Batch(after + 1, this.#projection.bodies(viewer, after, BATCH));
    if (batch.bytes <= SHARED_BYTES) this.#shared.set(viewer, batch);
    return batch;
  }

  clock(viewer: Edition): ClockReading {
    return this.#reading(viewer);
  }

  people(viewer: Address): string {
    return this.presence.told(viewer);
  }

  beat(viewer: Address, last: number): string {
    return JSON.stringify({ last, ...this.clock(viewer) });
  }

  /** True while nothing can be kept: screens say so. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Says that nothing can be kept, or that it goes on. */
  stop(stopped: boolean): void {
    if (this.#stopped === stopped) return;
    this.#stopped = stopped;
    this.tellSoon();
  }

  say(session: string, here: Here): void {
    if (here === 'present') this.#signs++;
    if (this.presence.say(session, here)) this.tellSoon();
  }

  /** How often a page has said that somebody is at it: when it comes into sight, and while somebody writes. */
  get signs(): number {
    return this.#signs;
  }

  seat(session: string, person: Id | undefined): void {
    this.presence.seat(session, person);
    this.tellSoon();
  }

  /** Readers who listen now. */
  get listening(): number {
    return this.#listeners.size;
  }

  /** True if the session may open one more window. */
  hasRoom(session: string): boolean {
    return this.presence.streams(session) < MAX_READERS;
  }

  /** Rings every reader on the next beat. */
  tellSoon(): void {
    this.#beat ??= this.#clock.setTimer(BEAT_MS - (this.#clock.now() % BEAT_MS), () => {
      this.#beat = undefined;
      for (const l of this.#listeners) wake(l);
    });
  }

  /** Beats on the next beat for a viewer's readers, and not only at their next heartbeat. */
  beatSoon(viewer: Address): void {
    for (const { reader, reel } of this.#listeners) if (reader.viewer === viewer) reel.oweBeat();
    this.tellSoon();
  }

  /** Ends the feeds of sessions that are no more, at once. Who does not take the last word is cut off. */
  endStreams(ended: (session: string) => boolean, how: 'revoked' | 'closed'): void {
    for (const l of [...this.#listeners]) {
      if (!ended(l.reader.session)) continue;
      l.reel.end(how);
      l.leave();
      wake(l);
      this.#clock.setTimer(FAREWELL_MS, l.drop);
    }
  }

  /**
   * A reader's way through its own feed, from number `after` on. `ring` is called on a beat when there may be something
   * to take; a reader that takes nothing for two heartbeats is given up (`drop`).
   * It listens first and reads then, so nothing falls between.
   */
  listen(reader: Reader, after: number, ring: () => void, drop: () => void): Listening {
    const reel = new Reel(this, reader.viewer, after);
    const leave = () => {
      if (!this.#listeners.delete(listener)) return;
      heart.stop();
      this.presence.depart(reader.session);
      this.tellSoon();
    };
    const listener: Listener = { reader, reel, ring, leave, drop };
    this.#listeners.add(listener);
    this.presence.arrive(reader.session, reader.viewer, reader.person);
    this.tellSoon();
    const heart = this.#heart(listener);
    return { reel, leave };
  }

  /**
   * A reader's own feed as server-sent events, until the reader goes or the session ends. It holds one batch at a time,
   * so a slow reader costs nothing.
   */
  async *stream(reader: Reader, after: number, gone: AbortSignal, drop: () => void): AsyncGenerator<string> {
    const bell = new Bell();
    const { reel, leave } = this.listen(reader, after, () => bell.ring(), drop);
    gone.addEventListener('abort', () => bell.ring(), { once: true });
    try {
      yield 'retry: 1000\n\n';
      while (!gone.aborted && !reel.over) {
        const piece = reel.next();
        if (piece) yield frame(piece);
        else await bell.wait();
      }
    } finally {
      leave();
    }
  }

  #heart(listener: Listener): { stop(): void } {
    let timer: unknown;
    const again = () => {
      timer = this.#clock.setTimer(HEARTBEAT_MS, () => {
        if (listener.reel.owed >= PATIENCE_BEATS) return listener.drop();
        listener.reel.oweBeat();
        wake(listener);
        again();
      });
    };
    again();
    return { stop: () => this.#clock.clearTimer(timer) };
  }
}

function wake({ reel, ring }: Listener): void {
  reel.wake();
  ring();
}

/** A piece as server-sent events. */
function frame(piece: Piece): string {
  if ('name' in piece) return `event: ${piece.name}\ndata: ${piece.data}\n\n`;
  return piece.events.map((event, i) => `id: ${piece.first + i}\ndata: ${event}\n\n`).join('');
}
