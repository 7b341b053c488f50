import { type Answer, bodyOf, type Exercise, hashOf, type Recorded } from '@entente/engine';
import { namedUploads, uploadsFor } from '../attachments/given.ts';
import type { UploadRow } from '../store/files.ts';
import type { Receipt, Seating, Store, StoredRecord } from '../store/store.ts';
import { answerOf, type SessionEnded, type Submission, seatingOf, Unavailable } from './submission.ts';

export interface CommandJob extends Submission {
  readonly digest: string;
  /** True once its session was found to stand when its turn came. */
  stood: boolean;
  answer(answer: Answer): void;
  fail(why: Unavailable | SessionEnded): void;
}
/** Lets time do something to the exercise, outside any command. */
export interface TimeJob {
  readonly act: (head: Exercise) => readonly Recorded[];
  done(): void;
}
export type Job = CommandJob | TimeJob;

/** What the store knows of the commands of a batch: looked up before any of them is decided. */
export interface Known {
  readonly receipts: ReadonlyMap<CommandJob, Receipt>;
  readonly uploads: ReadonlyMap<string, UploadRow>;
}

/** What a batch came to, and what is to be kept of it. */
export class Decided {
  readonly events: Recorded[] = [];
  readonly records: StoredRecord[] = [];
  readonly receipts: Receipt[] = [];
  readonly seatings: Seating[] = [];
  /** Uploads that the commands used. */
  readonly uploads: string[] = [];
  readonly answers = new Map<CommandJob, Answer>();
  readonly #taken = new Map<string, Receipt>();

  /** The receipt of a command that came twice in one batch. */
  receiptOf({ seat, commandId }: CommandJob): Receipt | undefined {
    return this.#taken.get(`${seat} ${commandId}`);
  }

  answer(job: CommandJob, answer: Answer): void {
    const { seat, commandId, digest } = job;
    const receipt = { seat, commandId, digest, answer: JSON.stringify(answer) };
    this.receipts.push(receipt);
    this.#taken.set(`${seat} ${commandId}`, receipt);
    this.answers.set(job, answer);
  }

  keep(events: readonly Recorded[]): void {
    for (const event of events) {
      this.records.push({ n: event.n, hash: hashOf(event), body: bodyOf(event) });
      this.events.push(event);
    }
  }

  /** Nothing has to be written. */
  get empty(): boolean {
    return this.records.length + this.receipts.length === 0;
  }
}

export async function lookUp(store: Store, exercise: string, batch: readonly Job[]): Promise<Known> {
  const receipts = new Map<CommandJob, Receipt>();
  const uploads = new Map<string, UploadRow>();
  const commands = batch.filter((job): job is CommandJob => 'command' in job);
  const found = await store.receipts(exercise, commands);
  for (const [i, job] of commands.entries()) {
    const receipt = found[i];
    if (receipt) receipts.set(job, receipt);
    for (const id of namedUploads(job.command)) {
      const upload = await store.upload(id);
      if (upload) uploads.set(id, upload);
    }
  }
  return { receipts, uploads };
}

/** What a batch is decided on. */
interface Ground {
  head(): Exercise;
  wall(): number;
  /** Throws the head away, with all that was decided on it. */
  broke(why: unknown): Promise<void>;
}

/** Decides a batch. A job that breaks the engine is taken out, and the rest is decided anew. */
export async function decideAll(batch: readonly Job[], known: Known, ground: Ground): Promise<Decided> {
  const broken = new Set<Job>();
  for (;;) {
    const decided = new Decided();
    let current: Job | undefined;
    try {
      const head = ground.head();
      for (const job of batch) {
        current = job;
        if (broken.has(job)) continue;
        if ('act' in job) decided.keep(job.act(head));
        else take(head, decided, job, known, ground.wall());
      }
      return decided;
    } catch (why) {
      if (current === undefined || broken.has(current)) throw why;
      broken.add(current);
      if ('fail' in current) current.fail(new Unavailable('fault'));
      await ground.broke(why);
    }
  }
}

/** Decides one command on the head, if its session stands at this moment. */
function take(head: Exercise, decided: Decided, job: CommandJob, known: Known, wall: number): void {
  const hand = job.hand();
  if (hand === undefined) return;
  job.stood = true;
  const repeat = decided.receiptOf(job) ?? known.receipts.get(job);
  if (repeat) {
    decided.answers.set(job, answerOf(repeat, job.digest));
    return;
  }
  const seated = decided.seatings.findLast((s) => s.session === job.session);
  const person = seated ? seated.person : hand.person;
  const uploads = uploadsFor(job, known.uploads, decided.uploads);
  const { events, answer } = head.take({
    by: { seat: job.seat, ...(person === undefined ? {} : { person }) },
    commandId: job.commandId,
    command: job.command,
    wall,
    uploads,
  });
  if (answer.ok) decided.uploads.push(...uploads.keys());
  decided.keep(events);
  decided.answer(job, answer);
  const seating = answer.ok ? seatingOf(job, answer.events[0], person) : undefined;
  if (seating) decided.seatings.push(seating);
}
