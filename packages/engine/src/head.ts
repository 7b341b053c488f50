import { evaluate } from './atoms.ts';
import type { FileCard } from './attachments/language.ts';
import { type Address, type Audience, type Roster, split } from './audience.ts';
import { clockStatus, pause, scenarioNow, wallOf } from './clock/clock.ts';
import { grained } from './clock/grain.ts';
import type { PauseReason } from './clock/language.ts';
import { commandRoom, emptyWorld, eventRoom, roomEntries, roomNamed, roomsHearing } from './exercise.ts';
import type { Id, Ms, Rejection, Text } from './fact.ts';
import { Graph } from './graph.ts';
import { Heap } from './heap.ts';
import { type Digest, hashText } from './ids.ts';
import { IdMaker } from './making.ts';
import { GENESIS, link, type Recorded, recorded } from './record.ts';
import { AudienceError, stranger } from './references.ts';
import type { Actor, Context, Draft } from './room.ts';
import { isRejection } from './room.ts';
import { rosterOf, rosterOfRecord } from './roster.ts';
import type { Scenario } from './scenario.ts';
import type { SeatEvent } from './seats/language.ts';
import { handChange, isSeated } from './seats/seats.ts';
import { knownOpening, type Opening, rememberOpening } from './sketch.ts';
import type { AnyEvent, Command, RoomName, World } from './world.ts';

const NONE: ReadonlyMap<string, FileCard> = new Map();
const NOTHING: readonly never[] = [];
/** One turn may make so many events; more is a loop. */
const MOST_EVENTS_PER_TURN = 5_000;
/** What ends at T comes after all that is due at T, and before T + 1 ms. */
const AFTER = 0.5;

/** How an exercise makes its ids and hashes. */
export interface Making {
  readonly secret: string;
  /** SHA-256 where the machine has a faster one than ours. */
  readonly digest?: Digest;
  /** For runs that nobody keeps: ids that count, no hashes. */
  readonly sketch?: boolean;
}
export interface OpenOptions extends Making {
  readonly wall: number;
  /** The scenario's files, by their path in its folder. */
  readonly files?: ReadonlyMap<string, FileCard>;
  /** The director's own name for the exercise, in place of the scenario's title. */
  readonly title?: Text;
}
export interface Turn {
  readonly by: Actor;
  /** Unique for the seat: ids rest on it, so that what others did, seen or unseen, does not show in them. */
  readonly commandId: string;
  readonly command: Command;
  /** Wall time, ms since 1970. */
  readonly wall: number;
  /** The acting seat's own uploads, by id; from whoever keeps the bytes, never from the client. */
  readonly uploads?: ReadonlyMap<string, FileCard>;
}
export type Answer =
  /** `events`: ids that the acting seat holds, the main one first. */
  { readonly ok: true; readonly at: Ms; readonly events: readonly Id[] } | { readonly ok: false; readonly rejection: Rejection };
export interface Outcome {
  readonly events: readonly Recorded[];
  readonly answer: Answer;
}

/** Who may give which commands, beyond what each room asks. */
const LISTENERS: Readonly<Record<string, readonly string[]>> = {
  evaluators: ['TakeSeat', 'LeaveSeat', 'HandOver', 'WriteNote', 'RaiseEmergency', 'AnswerRoll'],
  observers: [],
  public: [],
};

/**
 * An exercise at the head of its record: the one way in. It mutates; if what it gives cannot be kept, throw it away and
 * fold the record anew. Pure: wall time and secret come in with the call.
 */
export class Exercise {
  readonly world: World = emptyWorld();
  readonly roster: Roster;
  readonly #ids: IdMaker;
  readonly #digest: Digest;
  readonly #sketch: boolean;
  readonly #graph = new Graph();
  readonly #alarms = new Heap<{ room: RoomName; key: string }>();
  readonly #look: { readonly world: World; readonly roster: Roster; now: Ms };
  readonly #context: Context & { now: Ms; wall: number };
  readonly #holders = new Map<Id, ReadonlySet<Address>>();
  #position = 0;
  #hash = GENESIS;
  #now: Ms = 0;
  #wall = 0;
  #lastWall = 0;
  #made: Recorded[] = [];
  #overflow = false;
  #files: ReadonlyMap<string, FileCard> = NONE;
  #uploads: ReadonlyMap<string, FileCard> = NONE;

  private constructor(roster: Roster, options: Making) {
    this.roster = roster;
    this.#digest = options.digest ?? hashText;
    this.#sketch = options.sketch === true;
    this.#ids = new IdMaker(options.secret, this.#sketch, this.#digest);
    this.#look = { world: this.world, roster, now: 0 };
    this.#context = this.#surroundings();
  }

  /** Opens an exercise: the scenario enters as addressed events; the clock has not started. */
  static open(scenario: Scenario, options: OpenOptions): { exercise: Exercise; events: Recorded[] } {
    const known = options.sketch ? knownOpening(scenario, options) : undefined;
    const exercise = new Exercise(known?.roster ?? rosterOf(scenario), options);
    exercise.#files = options.files ?? NONE;
    exercise.#begin(options.wall);
    if (known) exercise.#openAgain(known);
    else exercise.#brief(scenario, options);
    return { exercise, events: exercise.#made };
  }

  #brief(scenario: Scenario, options: OpenOptions): void {
    this.#ids.begin('opening');
    const named = options.title === undefined ? scenario : { ...scenario, title: options.title };
    for (const [, room] of roomEntries) for (const draft of room.brief?.(named, this.#context) ?? []) this.#append(draft as Draft);
    if (this.#sketch) rememberOpening(scenario, { options, roster: this.roster, events: this.#made, counted: this.#ids.counted });
  }

  /** A sketch's ids do not rest on its secret: the same opening is the same events. */
  #openAgain({ events, counted }: Opening): void {
    for (const r of events) this.#accept(r, this.roster.audience(r.to));
    this.#made = [...events];
    this.#ids.counted = counted;
  }

  /** Folds a record. @throws RangeError if it does not begin as a record does. */
  static from(events: Iterable<Recorded>, options: Making): Exercise {
    const all = [...events];
    const exercise = new Exercise(rosterOfRecord(all.slice(0, 2).map((r) => r.event as SeatEvent)), options);
    for (const r of all) exercise.#accept(r, exercise.roster.audience(r.to));
    exercise.#forgetPast();
    return exercise;
  }

  get position(): number {
    return this.#position;
  }
  /** The hash of the last event. */
  get hash(): string {
    return this.#hash;
  }

  /** Scenario time at a wall time, never before the last event. */
  now(wall: number): Ms {
    return Math.max(this.#now, scenarioNow(this.world, wall));
  }

  /** The wall time at which the next thing is due while the clock runs; it happens in the millisecond after it. */
  nextWall(): number | undefined {
    const due = this.#nextDue();
    return due === undefined || clockStatus(this.world) !== 'running'
      ? undefined
      : wallOf(this.world, Math.max(Math.floor(due), this.#now) + 1);
  }

  /** True if the viewer was given the thing named by this id. */
  holds(viewer: Address, id: Id): boolean {
    return this.#holders.get(id)?.has(viewer) === true;
  }

  /** Lets everything happen that was due before the scenario time of `wall`. */
  tick(wall: number): readonly Recorded[] {
    const now = this.now(wall);
    this.#begin(wall);
    this.#drain(now, wall);
    return this.#made;
  }

  /**
   * After an outage: pauses a running exercise at its last durable time (or at the later wall time `alive`), rounded up:
   * everybody sees it, and it must not tell when something hidden happened. No time that people set lies between.
   */
  interrupt(wall: number, alive?: number, reason: PauseReason = 'restart'): readonly Recorded[] {
    this.#begin(wall);
    if (clockStatus(this.world) !== 'running') return this.#made;
    const at = grained(this.now(alive ?? 0));
    this.#drain(at, wall);
    this.#stamp(at, wall);
    this.#run(pause(this.#context, reason));
    return this.#made;
  }

  /** Takes one command: events and an answer. A rejected command adds nothing but what was due before it. */
  take(turn: Turn): Outcome {
    const wall = turn.wall;
    const start = this.now(wall);
    this.#begin(wall);
    let drafts = this.#judge(turn, start);
    // ENDEX stamps T + 1 ms, so that what is due at T happens and what ends at T has ended. Only if it may: what is refused moves nothing.
    if (turn.command.type === 'EndExercise' && !isRejection(drafts)) drafts = this.#judge(turn, start + 1);
    if (isRejection(drafts)) return { events: this.#made, answer: { ok: false, rejection: drafts } };
    const first = this.#made.length;
    this.#run(drafts);
    if (turn.command.type === 'JumpClock') this.#drain(turn.command.to + AFTER, wall);
    const told = this.#made.slice(first).filter(({ id, event }) => event.type !== 'HandChanged' && this.holds(turn.by.seat, id));
    return { events: this.#made, answer: { ok: true, at: this.now(wall), events: told.map(({ id }) => id) } };
  }

  /** What the command comes to at a time, once everything due before has happened. */
  #judge(turn: Turn, now: Ms): Draft[] | Rejection {
    this.#drain(now, turn.wall);
    this.#stamp(now, turn.wall, `${turn.by.seat} ${turn.commandId}`);
    this.#uploads = turn.uploads ?? NONE;
    const drafts = this.#decide(turn);
    this.#uploads = NONE;
    return drafts;
  }

  #decide({ by, command }: Turn): Draft[] | Rejection {
    const [kind] = split(by.seat);
    const room = commandRoom(command.type)?.[1];
    if (!room?.decide) return { code: 'no-such-command', message: `There is no command “${command.type}”.` };
    const listener = LISTENERS[kind];
    if (listener && !listener.includes(command.type)) return { code: 'not-for-you', message: 'This seat watches. It cannot do that.' };
    const seated = isSeated(this.world.seats, by.seat, by.person);
    if (command.type !== 'TakeSeat' && !seated) return { code: 'take-your-seat', message: 'Take your seat first: give your name.' };
    const drafts = room.decide(this.#context, command as never, by) as Draft[] | Rejection;
    if (isRejection(drafts) || drafts.length === 0 || command.type === 'TakeSeat') return drafts;
    const hand = handChange(this.#context, by);
    return hand ? [hand, ...drafts] : drafts;
  }

  #begin(wall: number): void {
    this.#made = [];
    this.#overflow = false;
    this.#stamp(this.#now, wall);
  }

  /** Stamps what comes next. */
  #stamp(now: Ms, wall: number, cause?: string): void {
    this.#moveTo(now);
    this.#wall = Math.max(wall, this.#lastWall);
    this.#context.wall = this.#wall;
    this.#ids.begin(cause);
  }

  #moveTo(now: Ms): void {
    this.#now = now;
    this.#look.now = now;
    this.#context.now = now;
  }

  #nextDue(): Ms | undefined {
    const alarm = this.#alarms.peek()?.at;
    const time = this.#graph.nextTime();
    return alarm === undefined ? time : time === undefined ? alarm : Math.min(alarm, time);
  }

  /** Everything due before `until`, instant by instant, each run until quiet. */
  #drain(until: Ms, arrived: number): void {
    for (let due = this.#nextDue(); due !== undefined && due < until; due = this.#nextDue()) {
      const at = Math.max(Math.ceil(due), this.#now);
      this.#stamp(at, Math.min(arrived, this.#wallAt(at, arrived)));
      const risen = this.#graph.advance(this.#look);
      const rings = risen.length === 0 && (this.#alarms.peek()?.at ?? Number.POSITIVE_INFINITY) <= at;
      const alarm = rings ? this.#alarms.pop() : undefined;
      const rung = alarm && roomNamed(alarm.item.room).react?.(this.#context, { alarm: alarm.item.key });
      this.#run(rung ?? NOTHING, risen);
    }
  }

  /**
   * The wall time at which the clock reached `at`: the same whether a timer or the next command noticed. Where it stood there for
   * a while (slow, or paused until this command), the last moment, so that a hidden act meanwhile does not show.
   */
  #wallAt(at: Ms, arrived: number): number {
    if (clockStatus(this.world) !== 'running') return arrived;
    return Math.max(wallOf(this.world, at), wallOf(this.world, at + 1) - 1);
  }

  /** Appends drafts and lets the rooms react, wave after wave, until quiet. Triggers fire on the edge, once per turn. */
  #run(drafts: readonly Draft[], risen: readonly string[] = NOTHING): void {
    const fired: string[] = [];
    let wave = drafts;
    let edges = risen;
    while (wave.length > 0 || edges.length > 0) {
      const first = this.#made.length;
      for (const draft of wave) {
        if (this.#made.length >= MOST_EVENTS_PER_TURN) {
          this.#fault();
          return;
        }
        const more = this.#append(draft);
        if (more.length > 0) edges = [...edges, ...more];
      }
      wave = this.#reactions(first, edges, fired);
      edges = NOTHING;
    }
  }

  /** What the rooms answer to the events made since `first`, and to conditions that have just become true. */
  #reactions(first: number, edges: readonly string[], fired: string[]): readonly Draft[] {
    let next: Draft[] | undefined;
    for (let i = first; i < this.#made.length; i++) {
      const r = this.#made[i] as Recorded;
      for (const [, room] of roomsHearing(r.event.type)) {
        next ??= [];
        next.push(...(room.react?.(this.#context, { event: r.event, meta: r }) ?? NOTHING));
      }
    }
    for (const edge of edges) {
      if (fired.includes(edge)) continue;
      fired.push(edge);
      const slash = edge.indexOf('/');
      next ??= [];
      const room = roomNamed(edge.slice(0, slash) as RoomName);
      next.push(...(room.react?.(this.#context, { guard: edge.slice(slash + 1) }) ?? NOTHING));
    }
    return next ?? NOTHING;
  }

  /** A loop becomes a recorded fault and a paused clock. */
  #fault(): void {
    if (this.#overflow) return;
    this.#overflow = true;
    this.#append({ event: { type: 'FaultRecorded', what: `more than ${MOST_EVENTS_PER_TURN} events in one turn` }, to: ['control'] });
    for (const draft of pause(this.#context, 'fault')) this.#append(draft);
  }

  /** Puts a draft on the record; gives the guards that became true. */
  #append(draft: Draft): readonly string[] {
    const audience = this.roster.audience(draft.to);
    const room = eventRoom(draft.event.type)[1];
    this.#within(draft.event, audience, room.introduces?.(draft.event) ?? NOTHING);
    // The one time that an event is written as JSON. A sketch keeps no bytes.
    const json = this.#sketch ? '' : JSON.stringify(draft.event);
    const id = draft.id ?? this.#ids.event(json, this.#now, (known) => this.#holders.has(known));
    if (this.#holders.has(id)) throw new RangeError('an id was used twice: a command id came again');
    const place = { n: this.#position + 1, id, at: this.#now, wall: this.#wall, to: audience.addresses };
    const made = this.#sketch ? { ...place, event: draft.event } : recorded(place, json);
    const risen = this.#accept(made, audience);
    this.#made.push(made);
    return risen;
  }

  /** Folds one event and everything that rests on it; gives the guards that became true. */
  #accept(r: Recorded, audience: Audience): readonly string[] {
    const [name, room] = eventRoom(r.event.type);
    this.#holders.set(r.id, audience.viewers);
    for (const brought of room.introduces?.(r.event) ?? []) {
      const before = this.#holders.get(brought);
      this.#holders.set(brought, before ? new Set([...before, ...audience.viewers]) : audience.viewers);
    }
    room.evolve(this.world[name] as never, r.event, r);
    this.#position = r.n;
    if (!this.#sketch) this.#hash = link(this.#hash, r, this.#digest);
    if (r.at > this.#now) this.#moveTo(r.at);
    this.#lastWall = Math.max(this.#lastWall, r.wall);
    const look = this.#look;
    for (const guard of room.guards?.(r.event) ?? []) this.#graph.add(`${name}/${guard.key}`, guard.when, look);
    for (const alarm of room.alarms?.(r.event) ?? [])
      this.#alarms.push(alarm.after ? alarm.at + AFTER : alarm.at, { room: name, key: alarm.key });
    const touched = room.touches?.(r.event, this.world);
    return touched && touched.length > 0 ? this.#graph.touch(touched, r.event, r, look) : NOTHING;
  }

  /** Refuses an event whose audience is not within the audience of everything that it refers to. */
  #within(event: AnyEvent, { viewers }: Audience, brought: readonly Id[]): void {
    const viewer = stranger(event, viewers, this.#holders, brought);
    if (viewer !== undefined) throw new AudienceError(event.type, viewer);
  }

  /** After folding a record: what was due before its last event has happened; after a jump, also what was due at its end. */
  #forgetPast(): void {
    const jumped = this.world.clock.jumps.at(-1)?.to === this.#now;
    this.#graph.advance({ ...this.#look, now: jumped ? this.#now : this.#now - 1 });
    for (let next = this.#alarms.peek(); next && Math.ceil(next.at) < this.#now; next = this.#alarms.peek()) this.#alarms.pop();
  }

  /** One for all turns: rooms look at it while they decide and keep nothing of it. */
  #surroundings(): Context {
    return {
      world: this.world,
      roster: this.roster,
      now: 0,
      wall: 0,
      id: () => this.#ids.thing(),
      idsOf: (thing) => this.#ids.of(thing),
      holds: (viewer, id) => this.holds(viewer, id),
      holdersAmong: (to, id) => [...this.roster.audience(to).viewers].filter((v) => this.holds(v, id)),
      upload: (id) => this.#uploads.get(id),
      file: (path) => this.#files.get(path),
      holdsTrue: (when) => evaluate(this.#look, when),
    };
  }
}
