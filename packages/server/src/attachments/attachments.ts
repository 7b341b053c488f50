import { createHash } from 'node:crypto';
import type { Roster } from '@entente/engine';
import { DamagedFile, type Incoming, incoming, isDocument, type ScenarioFile } from '@entente/scenario';
import { Aside, NotDone } from '../aside/aside.ts';
import type { WallClock } from '../clock.ts';
import { bodyName } from '../demonstration/passing.ts';
import { opaque, type Randomness } from '../randomness.ts';
import type { FileStore } from '../store/files.ts';
import { DiskFault, type SessionRow, type Store } from '../store/store.ts';
import { FILE_LIMITS, roomOf, TIDY_EVERY_MS, TIDY_ON_MS, UNUSED_MS } from './limits.ts';
import { Pace } from './pace.ts';

/** Why a file was not taken. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code:
    | 'file-too-large'
    | 'too-many-files'
    | 'too-fast'
    | 'no-room'
    | 'no-room-party'
    | 'file-damaged'
    | 'file-locked'
    | 'file-uncleanable'
    | 'disk';
  /** What was passed: megabytes, or the seconds to wait. */
  readonly limit: number | undefined;

  constructor(code: Refused['code'], limit?: number) {
    super(code);
    this.code = code;
    this.limit = limit;
  }
}

/** What an upload is answered: its id, to name in a command, and what was found out about it. */
export interface UploadCard {
  readonly upload: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** Where a file goes: the exercise’s own files, and who is who in it. */
interface Place {
  readonly files: FileStore;
  readonly roster: Roster;
}
const MB = 1024 * 1024;

/** Bytes on their way in, by seat: they count before they are kept. */
class Underway {
  readonly #bytes = new Map<string, number>();
  of(key: string): number {
    return this.#bytes.get(key) ?? 0;
  }
  add(key: string, bytes: number): void {
    const sum = this.of(key) + bytes;
    if (sum > 0) this.#bytes.set(key, sum);
    else this.#bytes.delete(key);
  }
}

/** Takes files in, within bounds, and lets go of what nobody used. Whom they may go to is for `LiveExercise.attachment` to say. */
export class Attachments {
  readonly #store: Store;
  readonly #clock: WallClock;
  readonly #randomness: Randomness;
  readonly #underway = new Underway();
  readonly #pace: Pace;
  /** Apart from what the director asks for. */
  readonly #aside = new Aside();
  #timer: unknown;
  #closed = false;

  constructor(store: Store, clock: WallClock, randomness: Randomness) {
    this.#store = store;
    this.#clock = clock;
    this.#randomness = randomness;
    this.#pace = new Pace(clock, FILE_LIMITS.burst, FILE_LIMITS.perSecond);
  }

  /** Lets go of what a crash left unfinished, and from now on of what nobody uses. */
  async begin(): Promise<void> {
    await this.#store.dropUnfinished();
    await this.#tidy();
  }

  /**
   * Takes a file in, piece by piece: found out what it is, freed of a picture's hidden details, kept for the session
   * until a command uses it. One that stops half-way leaves nothing. The same bytes as before are written all the same,
   * so that nobody learns that they were there. `judge` throws if the session may no more; it is asked at each piece and at
   * the last moment. `announced`: bytes, if the sender said how many. @throws Refused
   */
  async take(
    place: Place,
    session: SessionRow,
    name: string,
    source: AsyncIterable<Uint8Array>,
    { judge = () => {}, announced = 0 }: { readonly judge?: () => void; readonly announced?: number } = {},
  ): Promise<UploadCard> {
    const { files } = place;
    await this.#check(place, session, 0, announced);
    const body = bodyName(session.exercise, opaque(this.#randomness, 128));
    let arrived = 0;
    const count = async (bytes: number) => {
      judge();
      arrived += bytes;
      this.#underway.add(seatOf(session), bytes);
      this.#pace.spend(seatOf(session), bytes);
      await this.#check(place, session, arrived, 0);
    };
    try {
      const file = await incoming(name, counted(source, count));
      const { size, content } = await this.#write(files, body, isDocument(file.type()) ? this.#cleaned(file, session) : file.pieces);
      const upload = opaque(this.#randomness, 128);
      const card = { name: file.name, type: file.type(), size };
      const { id, exercise, viewer } = session;
      judge();
      await files.keepUpload({ id: upload, exercise, session: id, viewer, ...card, content, madeAt: this.#clock.now(), used: false }, body);
      // The session may have ended while the disk worked: what was kept for it goes with the next tidying.
      judge();
      return { upload, ...card };
    } catch (why) {
      await this.#forget(files, body);
      if (why instanceof DamagedFile) throw new Refused('file-damaged');
      throw why instanceof DiskFault ? new Refused('disk') : why;
    } finally {
      this.#underway.add(seatOf(session), -arrived);
      // A small file costs a whole piece, so that not even the smallest come without end.
      this.#pace.spend(seatOf(session), Math.max(0, FILE_LIMITS.piece - arrived));
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#clock.clearTimer(this.#timer);
    await this.#aside.close();
  }

  /** `more`: bytes that are still to come. */
  async #check({ files, roster }: Place, session: SessionRow, arrived: number, more: number): Promise<void> {
    const { exercise, viewer } = session;
    if (arrived + more > FILE_LIMITS.each) throw new Refused('file-too-large', FILE_LIMITS.each / MB);
    const wait = this.#pace.wait(seatOf(session), more);
    if (wait > 0) throw new Refused('too-fast', wait);
    // What is on its way is counted before what is kept: what moves from one to the other meanwhile counts twice, never not at all.
    const coming = (seat: string): number => this.#underway.of(seatOf({ exercise, viewer: seat }));
    const own = coming(viewer) + more;
    const room = roomOf(viewer, roster);
    const all = room.party?.viewers.reduce((sum, seat) => sum + coming(seat), more) ?? 0;
    if ((await files.waitingBytes(exercise, viewer)) + own > FILE_LIMITS.waiting)
      throw new Refused('too-many-files', FILE_LIMITS.waiting / MB);
    if ((await files.fileBytes(exercise, [viewer])) + own > room.own) throw new Refused('no-room', Math.floor(room.own / MB));
    if (!room.party) return;
    const { viewers, most } = room.party;
    if ((await files.fileBytes(exercise, viewers)) + all > most) throw new Refused('no-room-party', Math.floor(most / MB));
  }

  /** A document has to be there whole before anything can be taken out of it, and it takes long: others are served meanwhile. */
  async *#cleaned(file: Incoming, session: SessionRow): AsyncGenerator<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for await (const piece of file.pieces) pieces.push(Uint8Array.from(piece));
    try {
      yield await this.#aside.do({ kind: 'document', type: file.type(), bytes: Buffer.concat(pieces) }, seatOf(session));
    } catch (why) {
      if (!(why instanceof NotDone)) throw why;
      const { code } = why.failed;
      throw new Refused(code === 'file-locked' || code === 'file-uncleanable' ? code : 'file-damaged');
    }
  }

  async #write(files: FileStore, body: string, pieces: AsyncIterable<Uint8Array>): Promise<{ size: number; content: string }> {
    const hash = createHash('sha256');
    let size = 0;
    let n = 0;
    let held: Uint8Array[] = [];
    let length = 0;
    const flush = async (all: Buffer) => {
      await files.addPiece(body, n++, all);
      hash.update(all);
      size += all.length;
    };
    for await (const piece of pieces) {
      held.push(Buffer.from(piece));
      length += piece.length;
      if (length < FILE_LIMITS.piece) continue;
      const all = Buffer.concat(held);
      let at = 0;
      for (; at + FILE_LIMITS.piece <= all.length; at += FILE_LIMITS.piece) await flush(all.subarray(at, at + FILE_LIMITS.piece));
      held = [all.subarray(at)];
      length = all.length - at;
    }
    if (length > 0) await flush(Buffer.concat(held));
    return { size, content: hash.digest('hex') };
  }

  /** A disk that fails must not hide why the upload did; the next start lets go of what is left. */
  async #forget(files: FileStore, body: string): Promise<void> {
    try {
      await files.dropBody(body);
    } catch {}
  }

  async #tidy(): Promise<void> {
    this.#pace.tidy();
    let more = false;
    try {
      more = await this.#store.tidyFiles(this.#clock.now() - UNUSED_MS);
    } catch {
      // A disk that fails shows where something is to be kept; tidying can wait.
    }
    if (!this.#closed) this.#timer = this.#clock.setTimer(more ? TIDY_ON_MS : TIDY_EVERY_MS, () => void this.#tidy());
  }
}

/** Whoever comes in by whatever link and browser: a seat’s bounds are those of the seat. */
function seatOf({ exercise, viewer }: Pick<SessionRow, 'exercise' | 'viewer'>): string {
  return `${exercise} ${viewer}`;
}

async function* counted(source: AsyncIterable<Uint8Array>, count: (bytes: number) => Promise<void>): AsyncGenerator<Uint8Array> {
  // Not `for await` over the stream itself: leaving it early would cut the line before the answer is out.
  const pieces = source[Symbol.asyncIterator]();
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    await count(next.value.length);
    yield next.value;
  }
}

/** Keeps a scenario's files for an exercise made of it. @throws DiskFault */
export async function keepFiles(
  { store, clock }: { store: Store; clock: WallClock },
  randomness: Randomness,
  exercise: string,
  files: Iterable<ScenarioFile>,
): Promise<void> {
  for (const { name, type, size, content, bytes } of files) {
    const body = opaque(randomness, 128);
    for (let n = 0; n * FILE_LIMITS.piece < bytes.length; n++)
      await store.addPiece(body, n, bytes.subarray(n * FILE_LIMITS.piece, (n + 1) * FILE_LIMITS.piece));
    const about = { name, type, size, content, madeAt: clock.now() };
    await store.keepUpload({ id: opaque(randomness, 128), exercise, session: undefined, viewer: undefined, ...about, used: true }, body);
  }
}

/** The bytes with this hash, piece by piece as the reader takes them; undefined if they are not there. */
export async function bytesOf(files: FileStore, content: string, size: number): Promise<AsyncIterable<Uint8Array> | undefined> {
  const first = await files.piece(content, 0);
  if (size > 0 && first === undefined) return undefined;
  return (async function* () {
    for (let n = 0, piece = first; piece; piece = await files.piece(content, ++n)) yield piece;
  })();
}
