/** A file that a seat has uploaded, or that came with the scenario. */
export interface UploadRow {
  readonly id: string;
  readonly exercise: string;
  /** The session that it belongs to until a command uses it; undefined: it came with the scenario. */
  readonly session: string | undefined;
  /** Whose room it takes up; undefined: nobody’s, since it came with the scenario or before this was kept. */
  readonly viewer: string | undefined;
  readonly name: string;
  /** Media type, found out from the bytes. */
  readonly type: string;
  readonly size: number;
  /** SHA-256 of the bytes, 64 hex digits. */
  readonly content: string;
  readonly madeAt: number;
  /** True once an event gave it to somebody: it is kept for good. */
  readonly used: boolean;
}

/**
 * Where the bytes of attachments lie: under their content's hash, in pieces of one length, in the same data file.
 * What is written is always written whole; that the same bytes were there already shows in nothing but `tidyFiles`.
 */
export interface FileStore {
  /** Adds a piece of a body that is being written, in order from 0. @throws DiskFault */
  addPiece(body: string, n: number, bytes: Uint8Array): Promise<void>;
  /** Takes back a body that was not finished. */
  dropBody(body: string): Promise<void>;
  /** Finishes a body as an upload; durable when it returns. @throws DiskFault */
  keepUpload(upload: UploadRow, body: string): Promise<void>;
  upload(id: string): Promise<UploadRow | undefined>;
  /** Bytes that a viewer has uploaded and nobody has used. */
  waitingBytes(exercise: string, viewer: string): Promise<number>;
  /** Bytes that viewers have uploaded, waiting ones included; the same file given twice counts twice. */
  fileBytes(exercise: string, viewers: readonly string[]): Promise<number>;
  /** The nth piece (from 0) of the bytes with this hash; undefined after the last. */
  piece(content: string, n: number): Promise<Uint8Array | undefined>;
  /**
   * Lets go of uploads that nobody used: made before a time, or of sessions that have ended; and of bytes that lie
   * there twice or belong to nothing. Bodies being written stay, and for that time files of an exercise that is being made. True if some bytes were left for the next time.
   */
  tidyFiles(madeBefore: number): Promise<boolean>;
  /** At the start: lets go of bodies that a crash left unfinished. */
  dropUnfinished(): Promise<void>;
}

/** What a commit does with uploads, within its own transaction. */
export interface Spending {
  /** Marks uploads as used. @throws PositionConflict if one is there no more */
  spend(uploads: readonly string[]): void;
  /** Lets go of what was uploaded in an exercise and not used. */
  dropWaiting(exercise: string): void;
}
