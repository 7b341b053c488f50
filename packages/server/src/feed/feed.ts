import type { Address, Id, Recorded, Roster } from '@entente/engine';
import type { WallClock } from '../clock.ts';
import { Bell } from './bell.ts';
import type { Edition } from './editions.ts';
import { type Here, Presence } from './presence.ts';
import { Projection, type Reading } from './projection.ts';

/** Fixed beat on which streams are told, so that the moment of a push says nothing finer. */
const BEAT_MS = 50;
const HEARTBEAT_MS = 15_000;
/** A reader that has not taken anything for this many heartbeats is dropped; it catches up when it returns. */
const PATIENCE_BEATS = 2;
const STREAM_BATCH = 200;
const MAX_STREAMS = 12;

export interface Reader {
  readonly session: string;
  readonly viewer: Address;
  readonly person: Id | undefined;
}
/** Scenario and wall time as a feed states them, so that browsers need no clock of their own. */
export type ClockReading = { readonly now: number; readonly wall: number };

interface Stream {
  readonly reader: Reader;
  readonly bell: Bell;
  ended: 'revoked' | 'closed' | undefined;
  beats: number;
}

/** What leaves an exercise: readings, streams and presence, all cut to a viewer by the projection. */
export class Feed {
  readonly presence: Presence;
  readonly #projection: Projection;
  readonly #clock: WallClock;
  readonly #reading: () => ClockReading;
  readonly #streams = new Set<Stream>();
  #beat: unknown;

  constructor(roster: Roster, clock: WallClock, reading: () => ClockReading) {
    this.#projection = new Projection(roster);
    this.presence = new Presence(roster);
    this.#clock = clock;
    this.#reading = reading;
  }

  get position(): number {
    return this.#projection.position;
  }

  /** Adds events that are durable, and tells the streams on the next beat. */
  append(events: readonly Recorded[]): void {
    this.#projection.append(events);
    if (events.length > 0) this.tellSoon();
  }

  read(edition: Edition, after: number, limit: number): Reading {
    return this.#projection.read(edition, after, limit);
  }

  last(edition: Edition): number {
    return this.#projection.last(edition);
  }

  clock(): ClockReading {
    return this.#reading();
  }

  say(session: string, here: Here): void {
    this.presence.say(session, here);
    this.tellSoon();
  }

  seat(session: string, person: Id | undefined): void {
    this.presence.seat(session, person);
    this.tellSoon();
  }

  /** True if the session may open one more stream. */
  hasRoom(session: string): boolean {
    return this.presence.streams(session) < MAX_STREAMS;
  }

  /** Rings every stream on the next beat. */
  tellSoon(): void {
    this.#beat ??= this.#clock.setTimer(BEAT_MS - (this.#clock.now() % BEAT_MS), () => {
      this.#beat = undefined;
      for (const s of this.#streams) s.bell.ring();
    });
  }

  /** Ends the streams of sessions that are no more. */
  endStreams(ended: (session: string) => boolean, how: 'revoked' | 'closed'): void {
    for (const s of this.#streams) {
      if (!ended(s.reader.session)) continue;
      s.ended = how;
      s.bell.ring();
    }
  }

  /**
   * A reader's own feed as server-sent events, from number `after` on, until the reader goes or the session ends.
   * The stream subscribes first and then reads, so nothing falls between; it holds one batch at a time, so a slow
   * reader costs nothing, and one that takes nothing at all is given up (`drop`).
   */
  async *stream(reader: Reader, after: number, gone: AbortSignal, drop: () => void): AsyncGenerator<string> {
    const stream: Stream = { reader, bell: new Bell(), ended: undefined, beats: 1 };
    this.#streams.add(stream);
    this.presence.arrive(reader.session, reader.viewer, reader.person);
    this.tellSoon();
    const heart = this.#heart(stream, drop);
    gone.addEventListener('abort', () => stream.bell.ring(), { once: true });
    try {
      yield 'retry: 1000\n\n';
      yield* this.#frames(stream, after, gone);
    } finally {
      heart.stop();
      this.#streams.delete(stream);
      this.presence.depart(reader.session);
      this.tellSoon();
    }
  }

  async *#frames(stream: Stream, after: number, gone: AbortSignal): AsyncGenerator<string> {
    const { viewer } = stream.reader;
    let shown = '';
    for (let cursor = after; !gone.aborted && stream.ended === undefined; ) {
      const { events, next, last } = this.read(viewer, cursor, STREAM_BATCH);
      if (events.length > 0) yield events.map((body, i) => `id: ${cursor + i + 1}\ndata: ${body}\n\n`).join('');
      cursor = next;
      if (cursor < last) continue;
      const people = JSON.stringify({ people: this.presence.shownTo(viewer) });
      if (people !== shown) yield frame('presence', people);
      shown = people;
      const owed = stream.beats > 0;
      stream.beats = 0;
      if (owed) yield frame('beat', JSON.stringify({ last, ...this.clock() }));
      await stream.bell.wait();
    }
    if (stream.ended === 'revoked') yield frame('revoked', '{}');
  }

  #heart(stream: Stream, drop: () => void): { stop(): void } {
    let timer: unknown;
    const again = () => {
      timer = this.#clock.setTimer(HEARTBEAT_MS, () => {
        if (stream.beats >= PATIENCE_BEATS) return drop();
        stream.beats++;
        stream.bell.ring();
        again();
      });
    };
    again();
    return { stop: () => this.#clock.clearTimer(timer) };
  }
}

function frame(event: string, data: string): string {
  return `event: ${event}\ndata: ${data}\n\n`;
}
