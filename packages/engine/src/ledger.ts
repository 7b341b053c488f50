import type { Address, Audience, Roster } from './audience.ts';
import { bareWorld, type EventKind, eventKind, lastingIn } from './exercise.ts';
import type { Id, Ms } from './fact.ts';
import { Graph } from './graph.ts';
import { Heap } from './heap.ts';
import { type Digest, hashText } from './ids.ts';
import { IdMaker, type Made, type Making } from './making.ts';
import { copied, said } from './opened.ts';
import { GENESIS, link, type Recorded, recorded } from './record.ts';
import { AudienceError, stranger } from './references.ts';
import type { Draft, Look } from './room.ts';
import type { AnyEvent, RoomName, World } from './world.ts';

const NOTHING: readonly never[] = [];
/** What ends at T comes after all that is due at T, and before T + 1 ms. */
export const AFTER = 0.5;

/** A ledger as it stood when its exercise had opened. */
export interface Opened {
  readonly world: World;
  /** What is never changed: all that events say, and what the rooms say lasts. */
  readonly lasting: ReadonlySet<object>;
  readonly holders: ReadonlyMap<Id, ReadonlySet<Address>>;
  readonly graph: Graph;
  readonly alarms: Heap<Ring>;
  readonly position: number;
  readonly lastWall: number;
}
/** A world at a time: `now` and `wall` (ms since 1970) are those of what comes next. */
export interface Stand extends Look {
  now: Ms;
  wall: number;
}
interface Ring {
  readonly room: RoomName;
  readonly key: string;
}

/** A record as it grows: the world that it has come to, who was given what, and what waits for a time or a condition. */
export class Ledger {
  readonly world: World;
  readonly roster: Roster;
  readonly ids: IdMaker;
  readonly graph: Graph;
  readonly alarms: Heap<Ring>;
  /** What is asked is asked of this; its times are kept here and nowhere else. */
  look: Stand;
  position: number;
  /** The hash of the last event. */
  hash = GENESIS;
  /** What was appended since the turn began. */
  made: Recorded[] = [];
  #lastWall: number;
  readonly #holders: Map<Id, ReadonlySet<Address>>;
  #opened: Opened | undefined;
  /** The rooms’ states that are this world’s own. */
  #own = new Map<EventKind['room'], object>();
  /** SHA-256, by whatever this machine has for it. */
  readonly digest: Digest;
  readonly #sketch: boolean;

  /** `opened`: it begins as another stood. */
  constructor(roster: Roster, { secret, digest = hashText, sketch = false }: Making, opened?: Opened) {
    this.world = opened ? { ...opened.world } : bareWorld();
    this.roster = roster;
    this.graph = opened ? opened.graph.copy() : new Graph();
    this.alarms = new Heap(opened?.alarms);
    this.position = opened ? opened.position : 0;
    this.#lastWall = opened ? opened.lastWall : 0;
    this.#holders = new Map(opened?.holders);
    this.#opened = opened;
    this.digest = digest;
    this.#sketch = sketch;
    this.ids = new IdMaker(secret, sketch, digest);
    this.look = { world: this.world, roster, now: 0, wall: 0 };
  }

  /** The scenario time of what comes next. */
  get now(): Ms {
    return this.look.now;
  }

  /** True if the viewer was given the thing named by this id. */
  holds(viewer: Address, id: Id): boolean {
    return this.#holders.get(id)?.has(viewer) === true;
  }

  /** Stamps what comes next; `turn`: the command that makes it. */
  stamp(now: Ms, wall: number, turn?: Made): void {
    this.look.now = now;
    this.look.wall = Math.max(wall, this.#lastWall);
    this.ids.begin(turn);
  }

  /** Puts a draft on the record; gives the guards that became true. */
  append(draft: Draft): readonly string[] {
    const audience = this.roster.audience(draft.to);
    const kind = eventKind(draft.event.type);
    const brought = kind.room.introduces?.(draft.event) ?? NOTHING;
    this.#within(draft.event, audience, brought);
    // The one time that an event is written as JSON. A sketch keeps no bytes.
    const json = this.#sketch ? '' : JSON.stringify(draft.event);
    const id = draft.id ?? this.ids.event(json, this.now, this.#holders);
    if (this.#holders.has(id)) throw new RangeError('an id was used twice: a command id came again');
    const place = { n: this.position + 1, id, at: this.now, wall: this.look.wall, to: audience.addresses, event: draft.event };
    const made = this.#sketch ? place : recorded(place, draft.event, json);
    const risen = this.#fold(made, audience, kind, brought);
    // A list that begins with its first takes a third of the room of one that it is pushed into, and most turns make one event.
    if (this.made.length === 0) this.made = [made];
    else this.made.push(made);
    return risen;
  }

  /** Folds one event and everything that rests on it; gives the guards that became true. */
  accept(r: Recorded): readonly string[] {
    const kind = eventKind(r.event.type);
    return this.#fold(r, this.roster.audience(r.to), kind, kind.room.introduces?.(r.event) ?? NOTHING);
  }

  /** How it stands now. From here on each room changes a copy of its own, and so do others that begin so. */
  still(events: readonly Recorded[]): Opened {
    this.#opened = {
      world: { ...this.world },
      lasting: new Set([...said(events), ...lastingIn(this.world)]),
      holders: new Map(this.#holders),
      graph: this.graph.copy(),
      alarms: this.alarms.copy(),
      position: this.position,
      lastWall: this.#lastWall,
    };
    this.#own = new Map();
    return this.#opened;
  }

  /** The state of a room, to be changed: until something happens in it, the room is shared. */
  #stateOf({ name, room, empty }: EventKind): object {
    let own = this.#own.get(room);
    if (own) return own;
    const shared: object = this.world[name];
    own = shared === empty || !this.#opened ? (room.initial() as object) : copied(shared, this.#opened.lasting);
    (this.world as Record<RoomName, object>)[name] = own;
    this.#own.set(room, own);
    return own;
  }

  #fold(r: Recorded, audience: Audience, kind: EventKind, brought: readonly Id[]): readonly string[] {
    this.#holders.set(r.id, audience.viewers);
    for (const id of brought) {
      const before = this.#holders.get(id);
      this.#holders.set(id, before ? new Set([...before, ...audience.viewers]) : audience.viewers);
    }
    const { name, room } = kind;
    room.evolve(this.#stateOf(kind) as never, r.event, r);
    this.position = r.n;
    if (!this.#sketch) this.hash = link(this.hash, r, this.digest);
    if (r.at > this.now) this.look.now = r.at;
    this.#lastWall = Math.max(this.#lastWall, r.wall);
    for (const guard of room.guards?.(r.event) ?? NOTHING) this.graph.add(`${name}/${guard.key}`, guard.when, this.look);
    for (const alarm of room.alarms?.(r.event) ?? NOTHING)
      this.alarms.push(alarm.after ? alarm.at + AFTER : alarm.at, { room: name, key: alarm.key });
    const touched = room.touches?.(r.event, this.world);
    return touched && touched.length > 0 ? this.graph.touch(touched, r.event, r, this.look) : NOTHING;
  }

  /** When the next alarm or condition on time is due, ms; undefined if nothing waits. */
  nextDue(): Ms | undefined {
    const alarm = this.alarms.peek()?.at;
    const time = this.graph.nextTime();
    return alarm === undefined ? time : time === undefined ? alarm : Math.min(alarm, time);
  }

  /** After folding a record: what was due before its last event has happened; after a jump, also what was due at its end. */
  forgetPast(): void {
    const jumped = this.world.clock.jumps.at(-1)?.to === this.now;
    this.graph.advance({ ...this.look, now: jumped ? this.now : this.now - 1 });
    for (let next = this.alarms.peek(); next && Math.ceil(next.at) < this.now; next = this.alarms.peek()) this.alarms.pop();
  }

  /** Refuses an event whose audience is not within the audience of everything that it refers to. */
  #within(event: AnyEvent, { viewers }: Audience, brought: readonly Id[]): void {
    const viewer = stranger(event, viewers, this.#holders, brought);
    if (viewer !== undefined) throw new AudienceError(event.type, viewer);
  }
}
