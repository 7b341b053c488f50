import { createHash } from 'node:crypto';
import { DamagedFile, incoming, type ScenarioFile } from '@entente/scenario';
import type { WallClock } from '../clock.ts';
import { bodyName } from '../demonstration/passing.ts';
import { opaque, type Randomness } from '../randomness.ts';
import type { FileStore } from '../store/files.ts';
import { DiskFault, type SessionRow, type Store } from '../store/store.ts';
import { FILE_LIMITS, TIDY_EVERY_MS, UNUSED_MS } from './limits.ts';

/** Why a file was not taken. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: 'file-too-large' | 'too-many-files' | 'no-room' | 'file-damaged' | 'disk';

  constructor(code: Refused['code']) {
    super(code);
    this.code = code;
  }
}

/** What an upload is answered: its id, to name in a command, and what was found out about it. */
export interface UploadCard {
  readonly upload: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** Bytes on their way in, by session and by exercise: they count before they are kept. */
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
  #timer: unknown;

  constructor(store: Store, clock: WallClock, randomness: Randomness) {
    this.#store = store;
    this.#clock = clock;
    this.#randomness = randomness;
    store.dropUnfinished();
    this.#tidy();
  }

  /**
   * Takes a file in, piece by piece: found out what it is, freed of a picture's hidden details, kept for the session
   * until a command uses it. One that stops half-way leaves nothing. The same bytes as before are written all the same,
   * so that nobody learns that they were there. `files`: where the exercise keeps its own. `judge` throws if the session may
   * no more; it is asked at each piece and at the last moment. @throws Refused
   */
  async take(
    files: FileStore,
    session: SessionRow,
    name: string,
    source: AsyncIterable<Uint8Array>,
    judge: () => void = () => {},
  ): Promise<UploadCard> {
    const body = bodyName(session.exercise, opaque(this.#randomness, 128));
    let arrived = 0;
    const count = (bytes: number) => {
      judge();
      arrived += bytes;
      this.#underway.add(session.id, bytes);
      this.#underway.add(session.exercise, bytes);
      this.#check(files, session, arrived);
    };
    try {
      const file = await incoming(name, counted(source, count));
      const { size, content } = await this.#write(files, body, file.pieces);
      const upload = opaque(this.#randomness, 128);
      const card = { name: file.name, type: file.type(), size };
      const { id, exercise } = session;
      judge();
      files.keepUpload({ id: upload, exercise, session: id, ...card, content, madeAt: this.#clock.now(), used: false }, body);
      return { upload, ...card };
    } catch (why) {
      this.#forget(files, body);
      if (why instanceof DamagedFile) throw new Refused('file-damaged');
      throw why instanceof DiskFault ? new Refused('disk') : why;
    } finally {
      this.#underway.add(session.id, -arrived);
      this.#underway.add(session.exercise, -arrived);
    }
  }

  close(): void {
    this.#clock.clearTimer(this.#timer);
  }

  #check(files: FileStore, session: SessionRow, arrived: number): void {
    if (arrived > FILE_LIMITS.each) throw new Refused('file-too-large');
    const waiting = files.waitingBytes(session.id) + this.#underway.of(session.id);
    if (waiting > FILE_LIMITS.waiting) throw new Refused('too-many-files');
    if (files.fileBytes(session.exercise) + this.#underway.of(session.exercise) > FILE_LIMITS.exercise) throw new Refused('no-room');
  }

  async #write(files: FileStore, body: string, pieces: AsyncIterable<Uint8Array>): Promise<{ size: number; content: string }> {
    const hash = createHash('sha256');
    let size = 0;
    let n = 0;
    let held: Uint8Array[] = [];
    let length = 0;
    const flush = (all: Buffer) => {
      files.addPiece(body, n++, all);
      hash.update(all);
      size += all.length;
    };
    for await (const piece of pieces) {
      held.push(Buffer.from(piece));
      length += piece.length;
      if (length < FILE_LIMITS.piece) continue;
      const all = Buffer.concat(held);
      let at = 0;
      for (; at + FILE_LIMITS.piece <= all.length; at += FILE_LIMITS.piece) flush(all.subarray(at, at + FILE_LIMITS.piece));
      held = [all.subarray(at)];
      length = all.length - at;
    }
    if (length > 0) flush(Buffer.concat(held));
    return { size, content: hash.digest('hex') };
  }

  /** A disk that fails must not hide why the upload did; the next start lets go of what is left. */
  #forget(files: FileStore, body: string): void {
    try {
      files.dropBody(body);
    } catch {}
  }

  #tidy(): void {
    try {
      this.#store.tidyFiles(this.#clock.now() - UNUSED_MS);
    } catch {
      // A disk that fails shows where something is to be kept; tidying can wait.
    }
    this.#timer = this.#clock.setTimer(TIDY_EVERY_MS, () => this.#tidy());
  }
}

async function* counted(source: AsyncIterable<Uint8Array>, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  // Not `for await` over the stream itself: leaving it early would cut the line before the answer is out.
  const pieces = source[Symbol.asyncIterator]();
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    count(next.value.length);
    yield next.value;
  }
}

/** Keeps a scenario's files for an exercise made of it. @throws DiskFault */
export function keepFiles(
  { store, clock }: { store: Store; clock: WallClock },
  randomness: Randomness,
  exercise: string,
  files: Iterable<ScenarioFile>,
): void {
  for (const { name, type, size, content, bytes } of files) {
    const body = opaque(randomness, 128);
    for (let n = 0; n * FILE_LIMITS.piece < bytes.length; n++)
      store.addPiece(body, n, bytes.subarray(n * FILE_LIMITS.piece, (n + 1) * FILE_LIMITS.piece));
    const about = { name, type, size, content, madeAt: clock.now() };
    store.keepUpload({ id: opaque(randomness, 128), exercise, session: undefined, ...about, used: true }, body);
  }
}

/** The bytes with this hash, piece by piece as the reader takes them; undefined if they are not there. */
export function bytesOf(files: FileStore, content: string, size: number): Iterable<Uint8Array> | undefined {
  if (size > 0 && files.piece(content, 0) === undefined) return undefined;
  return (function* () {
    for (let n = 0, piece = files.piece(content, 0); piece; piece = files.piece(content, ++n)) yield piece;
  })();
}
