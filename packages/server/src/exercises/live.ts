import { hash } from 'node:crypto';
import {
  type Address,
  type Answer,
  type AttachmentCard,
  clockStatus,
  type Exercise,
  grained,
  type Id,
  type Roster,
  type World,
  wallOf,
} from '@entente/engine';
import { GivenCards } from '../attachments/given.ts';
import { type ClockReading, Feed } from '../feed/feed.ts';
import { OwnWorlds } from '../feed/own-world.ts';
import { Alarm } from '../scheduler/alarm.ts';
import type { FileStore } from '../store/files.ts';
import { DiskFault, type ExerciseRow, PositionConflict, type Store } from '../store/store.ts';
import { Decided, decideAll, type Job, type Known, lookUp, type TimeJob } from './batch.ts';
import { Committed } from './committed.ts';
import { Exclusive } from './exclusive.ts';
import { type Folded, foldRecord } from './fold.ts';
import { Noted, OwnClock } from './own-clock.ts';
import type { LiveParts } from './parts.ts';
import { answerOf, endsSession, SessionEnded, type Submission, Unavailable } from './submission.ts';
import { type Summary, SummaryText, summaryOf } from './summary.ts';

/** Commands that arrive together share a commit; so many at most. */
const MOST_PER_COMMIT = 256;
/** How often a full disk is tried again. */
const TRY_AGAIN_MS = 3_000;

/**
 * One exercise and its single writer: batch, look up, decide on a speculative head, commit, then tell.
 * Nothing that is not durable is ever shown, answered or fed; rejections wait too, since they may rest on it. The head is the
 * writer's alone while a commit is under way: whoever reads is given what was committed, or waits (`read`).
 */
export class LiveExercise {
  readonly row: ExerciseRow;
  readonly roster: Roster;
  readonly feed: Feed;
  /** What each viewer knows, folded from its own feed. */
  readonly worlds: OwnWorlds;
  readonly #parts: LiveParts;
  readonly #clock: OwnClock;
  readonly #noted: Noted;
  readonly #alarm: Alarm;
  readonly #given: GivenCards;
  readonly #summary = new SummaryText();
  #head: Exercise;
  #committed: Committed;
  #queue: Job[] = [];
  #scheduled = false;
  /** Taken while the head may be ahead of what is durable. */
  readonly #commit = new Exclusive();
  #speculative = false;
  #state: 'open' | 'stopping' | 'stopped' | 'closed' = 'open';
  #tryingAgain: unknown;
  /** Requests under way. */
  readonly #held = new Set<object>();

  private constructor(row: ExerciseRow, parts: LiveParts, { head, events, hash }: Folded, alive: number) {
    this.row = row;
    this.roster = head.roster;
    this.#parts = parts;
    this.#head = head;
    this.#committed = new Committed(head, hash);
    this.#noted = new Noted(row.id, parts.log);
    this.#clock = new OwnClock(parts.clock, Math.max(events.at(-1)?.wall ?? 0, alive));
    this.feed = new Feed(head.roster, this.#clock, (viewer) => this.clock(viewer));
    this.worlds = new OwnWorlds(this.feed);
    this.#given = new GivenCards(head.roster);
    this.feed.append(events);
    this.#given.append(events);
    this.#alarm = new Alarm(this.#clock, () => void this.catchUp());
  }

  /** Folds a stored record. @throws RangeError if the record is damaged. */
  static async open(row: ExerciseRow, parts: LiveParts): Promise<LiveExercise> {
    const folded = await foldRecord(parts.store, row);
    return new LiveExercise(row, parts, folded, (await parts.store.alive(row.id)) ?? 0);
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
  /** When time will do something by itself, by the wall clock, ms; undefined where nothing is due. */
  get nextWall(): number | undefined {
    return this.#head.nextWall();
  }
  /** The hash of the last durable event. */
  get hash(): string {
    return this.#committed.hash;
  }
  get status(): 'ready' | 'running' | 'paused' | 'ended' | 'stopped' {
    return this.#state === 'stopped' ? 'stopped' : this.#committed.status;
  }

  /**
   * Lead control's world, between two commits. Never a source for what a seat is given: that is the feed.
   * @throws RangeError while a commit is under way: ask with `read`.
   */
  get world(): World {
    if (this.#speculative) throw new RangeError('a commit is under way: read the world with `read`');
    return this.#head.world;
  }

  /** What `look` finds in lead control's world as it is durable: at once, or after the commit that is under way. @throws Unavailable if the record cannot be read. */
  async read<T>(look: (world: World, now: number) => T): Promise<T> {
    while (this.#commit.taken) await this.#commit.free();
    if (this.#speculative) throw new Unavailable('stopped');
    return look(this.#head.world, this.clock().now);
  }

  /** An attachment, if the viewer was given it: its card, and the hash of its bytes. What does not exist and what is another's are the same. */
  attachment(viewer: Address, id: Id): { card: AttachmentCard; content: string } | undefined {
    return this.#given.to(viewer, id);
  }

  /** Where the bytes of this exercise's files lie. */
  get files(): FileStore {
    return this.#parts.store;
  }

  /**
   * Scenario time now, as far as it was noted, and the wall time that it belongs to; to lead control also that the machine's
   * clock was set of late.
   */
  clock(viewer?: Address): ClockReading {
    const wall = this.#clock.now();
    const told = { now: Math.min(this.#committed.now(wall), this.#noted.until), wall };
    const { set } = this.#clock;
    return viewer === 'control' && set !== undefined ? { ...told, set } : told;
  }

  machineSet(by: number): void {
    this.#clock.machineSet(by);
    this.feed.beatSoon('control');
  }

  /** Answers after the commit. Rejects with Unavailable if that cannot be said, with SessionEnded if nobody may act any more. */
  submit(submission: Submission): Promise<Answer> {
    if (this.#state !== 'open') return Promise.reject(new Unavailable(this.#state === 'closed' ? 'retry' : this.#state));
    const digest = hash('sha256', JSON.stringify(submission.command), 'base64url');
    return new Promise((resolve, reject) => this.#enqueue({ ...submission, digest, stood: false, answer: resolve, fail: reject }));
  }

  /** Lets everything happen that was due until now. */
  catchUp(): Promise<void> {
    return this.#letTime((live) => live.tick(this.#clock.now()));
  }

  /** After an unplanned stop: a running exercise comes back paused at the last time it was known to run, on the record. */
  async comeBackPaused(): Promise<void> {
    const alive = await this.store.alive(this.row.id);
    await this.#letTime((live) => live.interrupt(this.#clock.now(), alive));
  }

  /** Nothing was served for a while: pauses a running exercise, as after an unplanned stop. */
  stoodStill(): Promise<void> {
    const wall = this.#clock.now();
    return this.#letTime((live) => live.interrupt(wall, wall, 'standstill'));
  }

  /** Takes no more commands, answers those that wait, pauses a running clock on the record, and ends the streams. */
  async stop(): Promise<void> {
    const { order } = this.#parts;
    if (this.#state === 'open') {
      this.#state = 'stopping';
      const wall = this.#clock.now();
      await this.#letTime((live) => (clockStatus(live.world) === 'running' ? live.interrupt(wall, wall) : []));
    }
    // A try to go on may be under way: it is the last.
    await order.run(this.row.id, () => this.#clock.clearTimer(this.#tryingAgain));
    if (this.#state !== 'stopped') this.#state = 'stopping';
    this.#alarm.set(undefined);
    this.feed.endStreams(() => true, 'closed');
  }

  /** True if nobody looks on or is being answered, nothing waits and no time runs. */
  get idle(): boolean {
    const used = this.#held.size > 0 || this.feed.listening > 0;
    return this.#state === 'open' && !this.running && !used && this.#queue.length === 0 && !this.#commit.taken;
  }

  /** Keeps the exercise open, for a request that is under way; gives what says that it is over. */
  hold(): () => void {
    const request = {};
    this.#held.add(request);
    return () => void this.#held.delete(request);
  }

  /** Lets go of an idle exercise: whoever still holds it is told to try again, and finds it opened anew. */
  async close(): Promise<void> {
    this.#state = 'closed';
    await this.#summarise();
  }

  /** What the lobby says of it now; undefined if its record cannot be read. */
  async summary(): Promise<Summary | undefined> {
    return this.read((world, now) => summaryOf(world, now)).catch(() => undefined);
  }

  /** Writes the summary anew: what waits for a hand may have changed since it was written. */
  #summarise(): Promise<void> {
    const { order, store } = this.#parts;
    return order.run(this.row.id, () =>
      store.putSummary(this.row.id, this.#committed.position, this.#summary.anew(this.#head, this.#clock.now())),
    );
  }

  #letTime(act: TimeJob['act']): Promise<void> {
    return new Promise((done) => this.#enqueue({ act, done }));
  }

  #enqueue(job: Job): void {
    this.#queue.push(job);
    this.#schedule();
  }

  /** The next batch begins when everything that came in with the first of it is here, and the one before is done. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      void this.#parts.order.run(this.row.id, () => this.#work());
    });
  }

  async #work(): Promise<void> {
    this.#scheduled = false;
    const last = this.#queue.findIndex((job) => 'command' in job && endsSession(job.command));
    const batch = this.#queue.splice(0, Math.min(MOST_PER_COMMIT, last < 0 ? MOST_PER_COMMIT : last + 1));
    if (this.#queue.length > 0) this.#schedule();
    if (batch.length > 0) await this.#commit.take(() => this.#commitBatch(batch));
  }

  async #commitBatch(batch: readonly Job[]): Promise<void> {
    if (this.#state === 'stopped') {
      this.#turnAway(batch, 'stopped');
      return;
    }
    const { onStep, store } = this.#parts;
    try {
      onStep('taken');
      const known = await lookUp(store, this.row.id, batch);
      const decided = await this.#decide(batch, known);
      onStep('decided');
      await this.#append(decided);
      await this.#note();
      this.#tell(batch, decided);
    } catch (why) {
      await this.#recover(batch, why);
    }
  }

  async #append(decided: Decided): Promise<void> {
    if (decided.empty) return;
    const { events, records, receipts, seatings, uploads } = decided;
    const ended = events.some((e) => e.event.type === 'ExerciseEnded');
    const summary = this.#summary.after(events, this.#head, this.#clock.now());
    await this.store.append(this.row.id, this.#committed.position, { records, receipts, seatings, uploads, ended, summary });
  }

  /** The ten seconds in which a running exercise is are on the disk before anything of them is told. */
  async #note(): Promise<void> {
    if (clockStatus(this.#head.world) !== 'running') return this.#noted.rest();
    const wall = this.#clock.now();
    await this.#noted.note(this.store, this.#head.now(wall), wall);
  }

  #decide(batch: readonly Job[], known: Known): Promise<Decided> {
    return decideAll(batch, known, {
      head: () => {
        this.#speculative = true;
        return this.#head;
      },
      wall: () => this.#clock.now(),
      broke: (why) => {
        this.#parts.log.error({ err: why, exercise: this.row.id }, 'a turn broke; it was undone');
        return this.#reload();
      },
    });
  }

  /** It is durable: feed first, then who sits where, then the answers. */
  #tell(batch: readonly Job[], { events, records, seatings, answers }: Decided): void {
    this.#committed = new Committed(this.#head, records.at(-1)?.hash ?? this.#committed.hash);
    this.#speculative = false;
    this.feed.append(events);
    this.#given.append(events);
    for (const s of seatings) this.feed.seat(s.session, s.person);
    if (seatings.length > 0) this.#parts.onSeated(this.row.id, seatings);
    this.#setAlarm();
    for (const job of batch) {
      const answer = 'act' in job ? undefined : answers.get(job);
      if ('act' in job) job.done();
      else if (answer) job.answer(answer);
      else job.fail(new SessionEnded());
    }
    setImmediate(() => this.#parts.onStep('told'));
  }

  /** The append failed, or seemed to: what the store holds is the truth. */
  async #recover(batch: readonly Job[], why: unknown): Promise<void> {
    const conflict = why instanceof PositionConflict;
    this.#parts.log[conflict ? 'warn' : 'error']({ err: why, exercise: this.row.id }, 'a commit failed; the record is read again');
    try {
      await this.#reload();
      await this.#parts.onDoubt(this.row.id);
      this.#setAlarm();
      for (const job of batch) await this.#answerFromReceipt(job);
      if (why instanceof DiskFault) this.#halt();
    } catch (again) {
      this.#parts.log.error({ err: again, exercise: this.row.id }, 'the record cannot be read');
      this.#halt();
      this.#turnAway(batch, 'stopped');
    }
  }

  async #answerFromReceipt(job: Job): Promise<void> {
    const [receipt] = 'act' in job || !job.stood ? [] : await this.store.receipts(this.row.id, [job]);
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
    this.#trySoon(this.#clock.now());
  }

  #trySoon(since: number): void {
    this.#clock.clearTimer(this.#tryingAgain);
    const again = () => this.#parts.order.run(this.row.id, () => this.#commit.take(() => this.#tryAgain(since)));
    this.#tryingAgain = this.#clock.setTimer(TRY_AGAIN_MS, () => void again());
  }

  /** Goes on if there is room again: paused at the time at which it stopped, on the record. */
  async #tryAgain(since: number): Promise<void> {
    const { log, store } = this.#parts;
    try {
      await store.tryRoom();
      await this.#reload();
      const decided = new Decided();
      this.#speculative = true;
      if (clockStatus(this.#head.world) === 'running') decided.keep(this.#head.interrupt(this.#clock.now(), since));
      await this.#append(decided);
      await this.#note();
      this.#state = 'open';
      this.#tell([], decided);
    } catch (why) {
      log.warn({ err: why, exercise: this.row.id }, 'the data file still cannot be written; it is tried again');
      this.#trySoon(since);
      return;
    }
    this.feed.stop(false);
    log.warn({ exercise: this.row.id }, 'the data file can be written again: the exercise goes on, paused');
  }

  /** Throws the head away and folds what is durable; feeds what was committed without our knowing. */
  async #reload(): Promise<void> {
    const { head, events, hash } = await foldRecord(this.#parts.store, this.row);
    this.#head = head;
    this.#committed = new Committed(head, hash);
    this.#speculative = false;
    this.#noted.rest();
    this.#summary.forget();
    const missed = events.slice(this.feed.position);
    this.feed.append(missed);
    this.#given.append(missed);
  }

  #setAlarm(): void {
    if (this.#state !== 'open' || !this.running) return void this.#alarm.set(undefined);
    // The next ten seconds begin just after their first moment.
    const next = wallOf(this.#head.world, grained(this.clock().now) + 1);
    this.#alarm.set(Math.min(next, this.#head.nextWall() ?? next));
  }
}
