import { type Address, audienceOf, type Circle, circleOf, type Recorded, type Roster, seatBody } from '@entente/engine';
import { type Edition, type Holds, rule } from './editions.ts';
import { Shelf } from './shelf.ts';

/** Events of one edition, encoded, with the edition's own gapless numbers. */
export interface Reading {
  /** Each is the JSON of `{no, id, at, wall, event}`. */
  readonly events: readonly string[];
  /** Number of the last event given, or the number asked from if none. */
  readonly next: number;
  /** Number of the last event there is. */
  readonly last: number;
}

/** An event as UTF-8 JSON, without the opening brace: a reader's own number goes before it. */
export type Body = Buffer;

/** An event with a reader's own number. */
export function told(no: number, body: Body): string {
  return `{"no":${no},${body.toString()}`;
}

/** Bounds one reading, so that no reader makes the server hold a long answer. */
const READING_BYTES = 1_000_000;

/**
 * The one way out: which events of the durable record belong to which edition.
 * Everything that a seat is ever given comes from `read`.
 */
export class Projection {
  readonly #roster: Roster;
  /** By position: the event without its audience, position and opening brace, encoded once for all who hold it. */
  readonly #bodies: Body[] = [];
  readonly #shelf = new Shelf();
  readonly #viewers: ReadonlySet<Address>[] = [];
  readonly #editions = new Map<Edition, { holds: Holds; positions: number[]; scanned: number }>();
  /** Positions of what each viewer holds, for the viewers whose feed was asked for. */
  readonly #own = new Map<Address, number[]>();
  /** Who sat at one table, by the edition of it. */
  readonly #circles = new Map<Edition, Circle['sides']>();
  #ended = false;

  constructor(roster: Roster) {
    this.#roster = roster;
  }

  /** The durable position. */
  get position(): number {
    return this.#bodies.length;
  }

  /** The editions of circles: a table’s is made when nobody sits at it any more, so there are none before the end. */
  get circles(): Edition[] {
    return this.#ended ? [...this.#circles.keys()] : [];
  }

  /** Adds events that are durable, in order. */
  append(events: readonly Recorded[]): void {
    for (const recorded of events) {
      const { viewers } = audienceOf(recorded, this.#roster);
      for (const viewer of viewers) this.#own.get(viewer)?.push(this.#bodies.length);
      this.#bodies.push(this.#shelf.keep(seatBody(recorded).slice(1)));
      this.#viewers.push(viewers);
      const circle = circleOf(recorded.event, recorded.id);
      if (circle) this.#circles.set(circle.edition, circle.sides);
      if (recorded.event.type === 'ExerciseEnded') this.#ended = true;
    }
  }

  /** Number of an edition's last event: 0 if it has none. */
  last(edition: Edition): number {
    return this.#positions(edition).length;
  }

  /**
   * Events after number `after`, at most `limit` of them.
   * @throws RangeError for an edition that does not exist.
   */
  read(edition: Edition, after: number, limit: number): Reading {
    const events = this.bodies(edition, after, limit).map((body, i) => told(after + i + 1, body));
    return { events, next: after + events.length, last: this.last(edition) };
  }

  /** The same without their numbers, shared by all who hold them. */
  bodies(edition: Edition, after: number, limit: number): readonly Body[] {
    const positions = this.#positions(edition);
    const bodies: Body[] = [];
    let bytes = 0;
    for (let i = after; i < positions.length && bodies.length < limit && bytes < READING_BYTES; i++) {
      const body = this.#bodies[positions[i] as number] as Body;
      bodies.push(body);
      bytes += body.length;
    }
    return bodies;
  }

  #positions(edition: Edition): readonly number[] {
    const own = this.#own.get(edition);
    if (own) return own;
    if (this.#roster.viewers.includes(edition)) return this.#positionsOf(edition);
    let found = this.#editions.get(edition);
    if (!found) {
      const holds = rule(edition, this.#roster, this.#circles.get(edition));
      if (!holds) throw new RangeError('no such edition');
      found = { holds, positions: [], scanned: 0 };
      this.#editions.set(edition, found);
    }
    for (; found.scanned < this.#viewers.length; found.scanned++) {
      if (found.holds(this.#viewers[found.scanned] as ReadonlySet<Address>)) found.positions.push(found.scanned);
    }
    return found.positions;
  }

  /** A viewer's own feed is told often and must not look at what is others': from now on it is kept up by `append`. */
  #positionsOf(viewer: Address): readonly number[] {
    const positions: number[] = [];
    for (let i = 0; i < this.#viewers.length; i++) if (this.#viewers[i]?.has(viewer)) positions.push(i);
    this.#own.set(viewer, positions);
    return positions;
  }
}
