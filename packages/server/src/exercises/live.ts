import { hash } from 'node:crypto';
import {
  type Address,
  type Answer,
  type AttachmentCard,
  bodyOf,
  clockStatus,
  type Exercise,
  grained,
  hashOf,
  type Id,
  type Recorded,
  type Roster,
  type World,
  wallOf,
} from '@entente/engine';
import type { FastifyBaseLogger } from 'fastify';
import { GivenCards, uploadsFor } from '../attachments/given.ts';
import type { WallClock } from '../clock.ts';
import { type ClockReading, Feed } from '../feed/feed.ts';
import { OwnWorlds } from '../feed/own-world.ts';
import { Alarm } from '../scheduler/alarm.ts';
import type { FileStore } from '../store/files.ts';
import {
  DiskFault,
  type ExerciseRow,
  type OnStep,
  PositionConflict,
  type Receipt,
  type Seating,
  type Store,
  type StoredRecord,
} from '../store/store.ts';
import { foldRecord } from './fold.ts';
import { Noted, OwnClock } from './own-clock.ts';
import { answerOf, endsSession, SessionEnded, type Submission, seatingOf, Unavailable } from './submission.ts';

/** Commands that arrive together share a commit; so many at most. */
const MOST_PER_COMMIT = 256;
/** How often a full disk is tried again. */
const TRY_AGAIN_MS = 3_000;

export interface LiveParts {
  readonly store: Store;
  readonly clock: WallClock;
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;
  readonly onStep: OnStep;
  /** Told after a commit that changed who sits where, so that sessions that ended with it are shown out. */
  readonly onSeated: () => void;
}

interface CommandJob extends Submission {
  readonly digest: string;
  /** True once its session was found to stand when its turn came. */
  stood: boolean;
  answer(answer: Answer): void;
  fail(why: Unavailable | SessionEnded): void;
}
/** Lets time do something to the exercise, outside any command. */
interface TimeJob {
  readonly act: (head: Exercise) => readonly Recorded[];
  done(): void;
}
type Job = CommandJob | TimeJob;

interface Decided {
  readonly events: Recorded[];
  readonly records: StoredRecord[];
  readonly receipts: Receipt[];
  readonly seatings: Seating[];
  /** Uploads that the commands used. */
  readonly uploads: string[];
  readonly answers: Map<CommandJob, Answer>;
}

/**
 * One exercise and its single writer: batch, decide on a speculative head, commit, then tell.
 * Nothing that is not durable is ever shown, answered or fed; rejections wait too, since they may rest on it.
 */
export class LiveExercise {
  readonly row: ExerciseRow;
  readonly feed: Feed;
  /** What each viewer knows, folded from its own feed. */
  readonly worlds: OwnWorlds;
  readonly #parts: LiveParts;
  readonly #clock: OwnClock;
  readonly #noted: Noted;
  readonly #alarm: Alarm;
  readonly #given = new GivenCards();
  #head: Exercise;
  #hash: string;
  #queue: Job[] = [];
  #scheduled = false;
  #state: 'open' | 'stopping' | 'stopped' = 'open';
  #tryingAgain: unknown;

  /** Folds a stored record. @throws RangeError if the record is damaged. */
  constructor(row: ExerciseRow, parts: LiveParts) {
    this.row = row;
    this.#parts = parts;
    const { head, events, hash } = foldRecord(parts.store, row);
    this.#head = head;
    this.#hash = hash;
    this.#noted = new Noted(row.id, parts.log);
    this.#clock = new OwnClock(parts.clock, Math.max(events.at(-1)?.wall ?? 0, parts.store.alive(row.id) ?? 0));
    this.feed = new Feed(head.roster, this.#clock, (viewer) => this.clock(viewer));
    this.worlds = new OwnWorlds(this.feed);
    this.feed.append(events);
    this.#given.append(events);
    this.#alarm = new Alarm(this.#clock, () => void this.catchUp());
  }

  get id(): string {
    return this.row.id;
  }
  get store(): Store {
    return this.#parts.store;
  }
  get running(): boolean {
    return this.status === 'running';
  }
  get roster(): Roster {
    return this.#head.roster;
  }
  /** Lead control's world. Never a source for what a seat is given: that is the feed. */
  get world(): World {
    return this.#head.world;
  }
  get hash(): string {
    return this.#hash;
  }
  get status(): 'ready' | 'running' | 'paused' | 'ended' | 'stopped' {
    return this.#state === 'stopped' ? 'stopped' : clockStatus(this.#head.world);
  }

  /**
   * An attachment, if the viewer was given it: its card, and the hash of its bytes. The one way out asks `holds`, so
   * that what does not exist and what is another's are the same.
   */
  attachment(viewer: Address, id: Id): { card: AttachmentCard; content: string } | undefined {
    const card = this.#head.holds(viewer, id) ? this.#given.get(id) : undefined;
    const content = this.#head.world.attachments.kept.get(id)?.content;
    return card && content !== undefined ? { card, content } : undefined;
  }

  /** Where the bytes of this exercise's files lie. */
  get files(): FileStore {
    return this.#parts.store;
  }

  /** Scenario time now, and the wall time that it belongs to; to lead control also that the machine's clock was set of late. */
  clock(viewer?: Address): ClockReading {
    const wall = this.#clock.now();
    const reading = { now: this.#head.now(wall), wall };
    const { set } = this.#clock;
    return viewer === 'control' && set !== undefined ? { ...reading, set } : reading;
  }

  machineSet(by: number): void {
    this.#clock.machineSet(by);
    this.feed.beatSoon('control');
  }

  /** Answers after the commit. Rejects with Unavailable if that cannot be said, with SessionEnded if nobody may act any more. */
  submit(submission: Submission): Promise<Answer> {
    if (this.#state !== 'open') return Promise.reject(new Unavailable(this.#state));
    const digest = hash('sha256', JSON.stringify(submission.command), 'base64url');
    return new Promise((resolve, reject) => this.#enqueue({ ...submission, digest, stood: false, answer: resolve, fail: reject }));
  }

  /** Lets everything happen that was due until now. */
  catchUp(): Promise<void> {
    return this.#letTime((live) => live.tick(this.#clock.now()));
  }

  /** After an unplanned stop: a running exercise comes back paused at the last time it was known to run, on the record. */
  async comeBackPaused(): Promise<void> {
    if (!this.running) return;
    const alive = this.store.alive(this.row.id);
    await this.#letTime((live) => live.interrupt(this.#clock.now(), alive));
  }

  /** Nothing was served for a while: pauses a running exercise, as after an unplanned stop. */
  stoodStill(): Promise<void> {
    const wall = this.#clock.now();
    return this.#letTime((live) => live.interrupt(wall, wall, 'standstill'));
  }

  /** Takes no more commands, answers those that wait, pauses a running clock on the record, and ends the streams. */
  async stop(): Promise<void> {
    if (this.#state === 'open') {
      this.#state = 'stopping';
      const wall = this.#clock.now();
      await this.#letTime((live) => (clockStatus(live.world) === 'running' ? live.interrupt(wall, wall) : []));
    }
    this.#clock.clearTimer(this.#tryingAgain);
    this.#alarm.set(undefined);
    this.feed.endStreams(() => true, 'closed');
  }

  #letTime(act: TimeJob['act']): Promise<void> {
    return new Promise((done) => this.#enqueue({ act, done }));
  }

  #enqueue(job: Job): void {
    this.#queue.push(job);
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#work());
  }

  #work(): void {
    this.#scheduled = false;
    while (this.#queue.length > 0) {
      const last = this.#queue.findIndex((job) => 'command' in job && endsSession(job.command));
      this.#commit(this.#queue.splice(0, Math.min(MOST_PER_COMMIT, last < 0 ? MOST_PER_COMMIT : last + 1)));
    }
  }

  #commit(batch: readonly Job[]): void {
    if (this.#state === 'stopped') {
      this.#turnAway(batch, 'stopped');
      return;
    }
    const { onStep, store } = this.#parts;
    try {
      onStep('taken');
      const decided = this.#decide(batch);
      onStep('decided');
      const ended = decided.events.some((e) => e.event.type === 'ExerciseEnded');
      if (decided.records.length + decided.receipts.length > 0) store.append(this.row.id, this.feed.position, { ...decided, ended });
      if (this.running) this.#noted.note(store, this.clock().now, this.#clock.now());
      this.#tell(batch, decided);
    } catch (why) {
      this.#recover(batch, why);
    }
    this.#setAlarm();
  }

  /** Decides a batch on the head. A job that breaks the engine is taken out, and the rest is decided anew. */
  #decide(batch: readonly Job[]): Decided {
    const broken = new Set<Job>();
    for (;;) {
      const decided: Decided = { events: [], records: [], receipts: [], seatings: [], uploads: [], answers: new Map() };
      let current: Job | undefined;
      try {
        for (const job of batch) {
          current = job;
          if (!broken.has(job)) 'act' in job ? this.#keep(decided, job.act(this.#head)) : this.#take(decided, job);
        }
        return decided;
      } catch (why) {
        if (current === undefined || broken.has(current)) throw why;
        this.#parts.log.error({ err: why, exercise: this.row.id }, 'a turn broke; it was undone');
        broken.add(current);
        if ('fail' in current) current.fail(new Unavailable('fault'));
        this.#reload();
      }
    }
  }

  #take(decided: Decided, job: CommandJob): void {
    const hand = job.hand();
    if (hand === undefined) return;
    job.stood = true;
    const repeat =
      decided.receipts.find((r) => r.seat === job.seat && r.commandId === job.commandId) ??
      this.#parts.store.receipt(this.row.id, job.seat, job.commandId);
    if (repeat) {
      decided.answers.set(job, answerOf(repeat, job.digest));
      return;
    }
    const seated = decided.seatings.findLast((s) => s.session === job.session);
    const person = seated ? seated.person : hand.person;
    const uploads = uploadsFor(this.#parts.store, job, decided.uploads);
    const { events, answer } = this.#head.take({
      by: { seat: job.seat, ...(person === undefined ? {} : { person }) },
      commandId: job.commandId,
      command: job.command,
      wall: this.#clock.now(),
      uploads,
    });
    if (answer.ok) decided.uploads.push(...uploads.keys());
    this.#keep(decided, events);
    decided.receipts.push({ seat: job.seat, commandId: job.commandId, digest: job.digest, answer: JSON.stringify(answer) });
    decided.answers.set(job, answer);
    const seating = answer.ok ? seatingOf(job, answer.events[0], person) : undefined;
    if (seating) decided.seatings.push(seating);
  }

  #keep(decided: Decided, events: readonly Recorded[]): void {
    for (const event of events) {
      decided.records.push({ n: event.n, hash: hashOf(event), body: bodyOf(event) });
      decided.events.push(event);
    }
  }

  /** It is durable: feed first, then answer. */
  #tell(batch: readonly Job[], { events, records, seatings, answers }: Decided): void {
    this.#hash = records.at(-1)?.hash ?? this.#hash;
    this.feed.append(events);
    this.#given.append(events);
    for (const s of seatings) this.feed.seat(s.session, s.person);
    if (seatings.length > 0) this.#parts.onSeated();
    for (const job of batch) {
      const answer = 'act' in job ? undefined : answers.get(job);
      if ('act' in job) job.done();
      else if (answer) job.answer(answer);
      else job.fail(new SessionEnded());
    }
    setImmediate(() => this.#parts.onStep('told'));
  }

  /** The append failed, or seemed to: what the store holds is the truth. */
  #recover(batch: readonly Job[], why: unknown): void {
    const conflict = why instanceof PositionConflict;
    this.#parts.log[conflict ? 'warn' : 'error']({ err: why, exercise: this.row.id }, 'a commit failed; the record is read again');
    try {
      this.#reload();
      this.#parts.onSeated();
      for (const job of batch) this.#answerFromReceipt(job);
      if (why instanceof DiskFault) this.#halt();
    } catch (again) {
      this.#parts.log.error({ err: again, exercise: this.row.id }, 'the record cannot be read');
      this.#halt();
      this.#turnAway(batch, 'stopped');
    }
  }

  #answerFromReceipt(job: Job): void {
    const receipt = 'act' in job || !job.stood ? undefined : this.#parts.store.receipt(this.row.id, job.seat, job.commandId);
    if ('act' in job) job.done();
    else if (receipt) job.answer(answerOf(receipt, job.digest));
    else job.fail(new Unavailable('retry'));
  }

  #turnAway(batch: readonly Job[], code: Unavailable['code']): void {
    for (const job of batch) 'act' in job ? job.done() : job.fail(new Unavailable(code));
  }

  /** Nothing can be kept: says so to every screen, takes nothing more, and tries again every few seconds. */
  #halt(): void {
    if (this.#state === 'open')
      this.#parts.log.error(
        { exercise: this.row.id },
        'the exercise has stopped: its data file cannot be written. Free space or repair the disk; it goes on by itself, paused',
      );
    this.#state = 'stopped';
    this.#alarm.set(undefined);
    this.feed.stop(true);
    const since = this.#clock.now();
    this.#clock.clearTimer(this.#tryingAgain);
    this.#tryingAgain = this.#clock.setTimer(TRY_AGAIN_MS, () => this.#tryAgain(since));
  }

  /** Goes on if there is room again: paused at the time at which it stopped, on the record. */
  #tryAgain(since: number): void {
    const { log, store } = this.#parts;
    const clock = this.#clock;
    const again = () => {
      this.#tryingAgain = clock.setTimer(TRY_AGAIN_MS, () => this.#tryAgain(since));
    };
    try {
      store.tryRoom();
      this.#reload();
      const decided: Decided = { events: [], records: [], receipts: [], seatings: [], uploads: [], answers: new Map() };
      if (clockStatus(this.#head.world) === 'running') this.#keep(decided, this.#head.interrupt(clock.now(), since));
      if (decided.records.length > 0) store.append(this.row.id, this.feed.position, decided);
      this.#state = 'open';
      this.#tell([], decided);
    } catch (why) {
      log.warn({ err: why, exercise: this.row.id }, 'the data file still cannot be written; it is tried again');
      again();
      return;
    }
    this.feed.stop(false);
    this.#setAlarm();
    log.warn({ exercise: this.row.id }, 'the data file can be written again: the exercise goes on, paused');
  }

  /** Throws the head away and folds what is durable; feeds what was committed without our knowing. */
  #reload(): void {
    const { head, events, hash } = foldRecord(this.#parts.store, this.row);
    this.#head = head;
    this.#hash = hash;
    const missed = events.slice(this.feed.position);
    this.feed.append(missed);
    this.#given.append(missed);
  }

  #setAlarm(): void {
    if (this.#state !== 'open' || !this.running) {
      this.#alarm.set(undefined);
      return;
    }
    // The next ten seconds begin just after their first moment.
    const next = wallOf(this.#head.world, grained(this.clock().now) + 1);
    this.#alarm.set(Math.min(next, this.#head.nextWall() ?? next));
  }
}
