import type { FileCard } from './attachments/language.ts';
import type { Address, Roster } from './audience.ts';
import { clockStatus, jumpsTo, pause, scenarioNow, wallOf } from './clock/clock.ts';
import { grained } from './clock/grain.ts';
import type { PauseReason } from './clock/language.ts';
import { overflow } from './clock/overflow.ts';
import { contextOf, type Files } from './context.ts';
import { commandKind, eventKind, mayCome, roomEntries, roomNamed } from './exercise.ts';
import type { Id, Ms, Rejection } from './fact.ts';
import { AFTER, Ledger, type Opened } from './ledger.ts';
import type { Making, OpenOptions } from './making.ts';
import type { Recorded } from './record.ts';
import { type Context, type Draft, isRejection } from './room.ts';
import { rosterOf, rosterOfRecord } from './roster.ts';
import type { Scenario } from './scenario.ts';
import type { SeatEvent } from './seats/language.ts';
import { isSeated } from './seats/people.ts';
import { handChange } from './seats/seats.ts';
import { knownOpening, type Opening, rememberOpening } from './sketch.ts';
import type { Outcome, Turn } from './turn.ts';
import type { RoomName, World } from './world.ts';

const NONE: ReadonlyMap<string, FileCard> = new Map();
const NOTHING: readonly never[] = [];
/** One turn may make so many events; more is a loop. */
const MOST_EVENTS_PER_TURN = 5_000;
const STOPPED: Rejection = {
  code: 'too-many-events',
  message: 'Something goes round without end, so the clock was paused. Nothing of yours was done: lead control sees the fault.',
};

/**
 * An exercise at the head of its record: the one way in. It mutates; if what it gives cannot be kept, throw it away and
 * fold the record anew. Pure: wall time and secret come in with the call.
 */
export class Exercise {
  readonly world: World;
  readonly roster: Roster;
  readonly #ledger: Ledger;
  readonly #context: Context;
  readonly #files: Files;
  #overflow = false;

  private constructor(roster: Roster, options: Making, folder = NONE, opened?: Opened) {
    this.#ledger = new Ledger(roster, options, opened);
    this.#files = { uploads: NONE, folder };
    this.#context = contextOf(this.#ledger, this.#files);
    this.world = this.#ledger.world;
    this.roster = roster;
  }

  /** Opens an exercise: the scenario enters as addressed events; the clock has not started. */
  static open(scenario: Scenario, options: OpenOptions): { exercise: Exercise; events: Recorded[] } {
    const known = options.sketch ? knownOpening(scenario, options) : undefined;
    const exercise = new Exercise(known?.roster ?? rosterOf(scenario), options, options.files, known?.opened);
    exercise.#begin(options.wall);
    if (known) exercise.#openAgain(known);
    else exercise.#brief(scenario, options);
    return { exercise, events: exercise.#ledger.made };
  }

  #brief(scenario: Scenario, options: OpenOptions): void {
    const ledger = this.#ledger;
    ledger.ids.begin('opening');
    const named = options.title === undefined ? scenario : { ...scenario, title: options.title };
    for (const [, room] of roomEntries) for (const draft of room.brief?.(named, this.#context) ?? []) ledger.append(draft as Draft);
    if (!options.sketch) return;
    const events = ledger.made;
    rememberOpening(scenario, { options, roster: this.roster, events, opened: ledger.still(events), counted: ledger.ids.counted });
  }

  /** A sketch's ids do not rest on its secret: the same opening is the same events. */
  #openAgain({ events, counted }: Opening): void {
    this.#ledger.made = [...events];
    this.#ledger.ids.counted = counted;
  }

  /** Folds a record. @throws RangeError if it does not begin as a record does. */
  static from(events: Iterable<Recorded>, options: Making): Exercise {
    const all = [...events];
    const exercise = new Exercise(rosterOfRecord(all.slice(0, 2).map((r) => r.event as SeatEvent)), options);
    for (const r of all) exercise.#ledger.accept(r);
    if (options.sketch) exercise.#ledger.ids.countOn(all);
    exercise.#ledger.forgetPast();
    return exercise;
  }

  get position(): number {
    return this.#ledger.position;
  }
  /** The hash of the last event. */
  get hash(): string {
    return this.#ledger.hash;
  }

  /** Scenario time at a wall time, never before the last event. */
  now(wall: number): Ms {
    return Math.max(this.#ledger.now, scenarioNow(this.world, wall));
  }

  /** The wall time at which the next thing is due while the clock runs; it happens in the millisecond after it. */
  nextWall(): number | undefined {
    const due = this.#ledger.nextDue();
    return due === undefined || clockStatus(this.world) !== 'running'
      ? undefined
      : wallOf(this.world, Math.max(Math.floor(due), this.#ledger.now) + 1);
  }

  /** True if the viewer was given the thing named by this id. */
  holds(viewer: Address, id: Id): boolean {
    return this.#ledger.holds(viewer, id);
  }

  /** The world as a viewer has it: a look at the whole that shows what was given to it and nothing else. */
  seen(viewer: Address): World {
    return this.#context.seen(viewer);
  }

  /** Lets everything happen that was due before the scenario time of `wall`. */
  tick(wall: number): readonly Recorded[] {
    const now = this.now(wall);
    this.#begin(wall);
    this.#drain(now, wall);
    return this.#ledger.made;
  }

  /**
   * After an outage: pauses a running exercise at its last durable time (or at the later wall time `alive`), rounded up:
   * everybody sees it, and it must not tell when something hidden happened. No time that people set lies between.
   */
  interrupt(wall: number, alive?: number, reason: PauseReason = 'restart'): readonly Recorded[] {
    this.#begin(wall);
    if (clockStatus(this.world) !== 'running') return this.#ledger.made;
    const at = grained(this.now(alive ?? 0));
    this.#drain(at, wall);
    if (this.#overflow) return this.#ledger.made;
    this.#ledger.stamp(at, wall);
    this.#run(pause(this.#context, reason));
    return this.#ledger.made;
  }

  /** Takes one command: events and an answer. A rejected command adds nothing but what was due before it. */
  take(turn: Turn): Outcome {
    const wall = turn.wall;
    const start = this.now(wall);
    this.#begin(wall);
    let drafts = this.#judge(turn, start);
    // ENDEX stamps T + 1 ms, so that what is due at T happens and what ends at T has ended. Only if it may: what is refused moves nothing.
    if (turn.command.type === 'EndExercise' && !isRejection(drafts)) drafts = this.#judge(turn, start + 1);
    if (isRejection(drafts)) return { events: this.#ledger.made, answer: { ok: false, rejection: drafts } };
    const first = this.#ledger.made.length;
    this.#run(drafts);
    const to = jumpsTo(turn.command);
    if (to !== undefined) this.#drain(to + AFTER, wall);
    return { events: this.#ledger.made, answer: { ok: true, at: this.now(wall), events: this.#toldTo(turn.by.seat, first) } };
  }

  /** The ids of what was made since `first` that the seat holds; who acts is no news to it. */
  #toldTo(seat: Address, first: number): Id[] {
    const { made } = this.#ledger;
    let told: Id[] | undefined;
    for (let i = first; i < made.length; i++) {
      const { id, event } = made[i] as Recorded;
      if (event.type === 'HandChanged' || !this.holds(seat, id)) continue;
      if (told) told.push(id);
      else told = [id];
    }
    return told ?? [];
  }

  /** What the command comes to at a time, once everything due before has happened; nothing, if that was a loop. */
  #judge(turn: Turn, now: Ms): Draft[] | Rejection {
    this.#drain(now, turn.wall);
    if (this.#overflow) return STOPPED;
    this.#ledger.stamp(now, turn.wall, turn);
    this.#files.uploads = turn.uploads ?? NONE;
    const drafts = this.#decide(turn);
    this.#files.uploads = NONE;
    // What was decided goes on the record whole, or not at all.
    if (isRejection(drafts) || this.#ledger.made.length + drafts.length <= MOST_EVENTS_PER_TURN) return drafts;
    this.#fault();
    return STOPPED;
  }

  #decide({ by, command }: Turn): Draft[] | Rejection {
    const kind = commandKind(command.type);
    if (!kind?.room.decide) return { code: 'no-such-command', message: `There is no command “${command.type}”.` };
    if (!mayCome(kind, by.seat)) return { code: 'not-for-you', message: 'This seat watches. It cannot do that.' };
    if (!kind.afterEnd && clockStatus(this.world) === 'ended')
      return { code: 'ended', message: 'The exercise has ended. Open the review.' };
    const seated = isSeated(this.world.seats, by.seat, by.person);
    // Observers give no name: they watch, and may only say that something has really happened.
    if (command.type !== 'TakeSeat' && !seated && by.seat !== 'observers')
      return { code: 'take-your-seat', message: 'Take your seat first: give your name.' };
    const drafts = kind.room.decide(this.#context, command as never, by) as Draft[] | Rejection;
    if (isRejection(drafts) || drafts.length === 0 || command.type === 'TakeSeat') return drafts;
    const hand = handChange(this.#context, by);
    return hand ? [hand, ...drafts] : drafts;
  }

  #begin(wall: number): void {
    this.#ledger.made = [];
    this.#overflow = false;
    this.#ledger.stamp(this.#ledger.now, wall);
  }

  /** Everything due before `until`, instant by instant, each run until quiet. After a loop the rest waits, as the clock does. */
  #drain(until: Ms, arrived: number): void {
    const { alarms, graph, look } = this.#ledger;
    for (let due = this.#ledger.nextDue(); due !== undefined && due < until; due = this.#ledger.nextDue()) {
      if (this.#overflow) return;
      const at = Math.max(Math.ceil(due), this.#ledger.now);
      this.#ledger.stamp(at, Math.min(arrived, this.#wallAt(at, arrived)));
      const risen = graph.advance(look);
      const rings = risen.length === 0 && (alarms.peek()?.at ?? Number.POSITIVE_INFINITY) <= at;
      const alarm = rings ? alarms.pop() : undefined;
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
    const ledger = this.#ledger;
    let fired: readonly string[] = NOTHING;
    let wave = drafts;
    let edges = risen;
    while (wave.length > 0 || edges.length > 0) {
      const first = ledger.made.length;
      for (const draft of wave) {
        if (ledger.made.length >= MOST_EVENTS_PER_TURN) {
          this.#fault();
          return;
        }
        const more = ledger.append(draft);
        if (more.length > 0) edges = edges.length > 0 ? [...edges, ...more] : more;
      }
      const firing = edges.length > 0 ? edges.filter((edge, i) => !fired.includes(edge) && edges.indexOf(edge) === i) : NOTHING;
      if (firing.length > 0) fired = [...fired, ...firing];
      edges = NOTHING;
      wave = this.#reactions(first, firing);
    }
  }

  /** What the rooms answer to the events made since `first`, and to conditions that have just become true. */
  #reactions(first: number, firing: readonly string[]): readonly Draft[] {
    const { made } = this.#ledger;
    let next: Draft[] | undefined;
    for (let i = first; i < made.length; i++) {
      const r = made[i] as Recorded;
      for (const room of eventKind(r.event.type).hearers) {
        const answers = room.react?.(this.#context, { event: r.event, meta: r }) ?? NOTHING;
        if (next) next.push(...answers);
        else if (answers.length > 0) next = [...answers];
      }
    }
    for (const edge of firing) {
      const slash = edge.indexOf('/');
      const room = roomNamed(edge.slice(0, slash) as RoomName);
      next ??= [];
      next.push(...(room.react?.(this.#context, { guard: edge.slice(slash + 1) }) ?? NOTHING));
    }
    return next ?? NOTHING;
  }

  /** A loop becomes a recorded fault and a paused clock. */
  #fault(): void {
    if (this.#overflow) return;
    this.#overflow = true;
    this.#ledger.append({
      event: { type: 'FaultRecorded', what: overflow(MOST_EVENTS_PER_TURN) },
      to: ['control'],
    });
    for (const draft of pause(this.#context, 'fault')) this.#ledger.append(draft);
  }
}
