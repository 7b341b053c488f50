import type { Address, Id } from '@entente/engine';
import type { FileStore } from './files.ts';

/** One entry of a record as it lies on disk: the bytes that were hashed, and their link in the chain. */
export interface StoredRecord {
  /** Position in the record: 1, 2, 3… */
  readonly n: number;
  readonly hash: string;
  readonly body: string;
}

/** What a command was answered, so that a repeat gets the same answer and does nothing. */
export interface Receipt {
  readonly seat: Address;
  readonly commandId: string;
  /** Of the command, so that the same id with another command is noticed. */
  readonly digest: string;
  /** The answer as JSON. */
  readonly answer: string;
}

/** Who sits at a session from this turn on. */
export interface Seating {
  readonly session: string;
  readonly viewer: Address;
  readonly person: Id | undefined;
  /** Who sat there until now and does no more: the session, and every other one of this person, ends with the same commit. */
  readonly left?: Id | undefined;
  /**
   * A hand-over: the next person's session begins with the same commit. The seat's join link ends, since the one before may
   * have kept it, and so does whoever came in by it and has not said who they are.
   */
  readonly heir?: SessionRow | undefined;
}

export interface ExerciseRow {
  readonly id: string;
  /** The scenario's own id. */
  readonly scenario: string;
  /** The director's own name for it, if given. */
  readonly title: string | undefined;
  readonly secret: string;
  readonly madeAt: number;
}

export interface SessionRow {
  readonly id: string;
  readonly exercise: string;
  readonly viewer: Address;
  /** SHA-256 of the cookie. */
  readonly token: string;
  /** Opened by a join link or taken over by hand; otherwise by the director from the lobby. */
  readonly byLink: boolean;
  readonly person: Id | undefined;
  readonly expiresAt: number;
}

/** What changes with one commit. */
export interface Turn {
  readonly records: readonly StoredRecord[];
  readonly receipts: readonly Receipt[];
  readonly seatings: readonly Seating[];
  /** Uploads that the turn's events give to somebody. */
  readonly uploads?: readonly string[];
  /** The exercise ended: what was uploaded and not used goes. */
  readonly ended?: boolean;
  /** What the lobby says of the exercise after it, as JSON. Without one, the exercise has to be opened to be listed. */
  readonly summary?: string;
}

/** Steps of a commit, in order; the fault test kills the process at each. */
export type Step = 'taken' | 'decided' | 'begun' | 'inserted' | 'committed' | 'told';
export type OnStep = (step: Step) => void;

/** Somebody else wrote to the exercise: what was decided rests on an old position. */
export class PositionConflict extends Error {
  override readonly name = 'PositionConflict';
}

/** The disk is full or failing: nothing more can be kept. */
export class DiskFault extends Error {
  override readonly name = 'DiskFault';
}

/** The data file cannot be used as it is; the message says why and what to do. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
}

/** An exercise as the lobby may list it without opening it. */
export interface Listed {
  readonly row: ExerciseRow;
  /** What was written with the last event of its record, as JSON; undefined if nothing was. */
  readonly summary: string | undefined;
}

/** A session and the opaque path that it is good for. */
export interface Standing extends SessionRow {
  /** Empty if its viewer has no door. */
  readonly door: string;
}

/**
 * Where records, receipts and doors are kept. Every promise resolves when everything is durable, and may take its time: who
 * calls must expect that anything happened meanwhile. One contract suite (contract.ts) holds for every store.
 */
export interface Store extends FileStore {
  /** Adds an exercise with its first records, all or nothing. */
  create(exercise: ExerciseRow, records: readonly StoredRecord[], summary?: string): Promise<void>;
  exercises(): Promise<ExerciseRow[]>;
  exercise(id: string): Promise<ExerciseRow | undefined>;
  /** Every exercise with its summary, oldest first. */
  listed(): Promise<Listed[]>;
  /** Writes the summary of a record that ends at `position`. */
  putSummary(exercise: string, position: number, summary: string): Promise<void>;
  /**
   * Adds to a record, all or nothing.
   * @throws PositionConflict if the record does not end at `expected`, or an upload is there no more; DiskFault if nothing can be kept any more.
   */
  append(exercise: string, expected: number, turn: Turn): Promise<void>;
  /** Records after position `after`, oldest first, at most `limit`. */
  read(exercise: string, after: number, limit: number): Promise<StoredRecord[]>;
  /** The receipts of these commands, in their order; undefined for one that was not answered. */
  receipts(exercise: string, of: readonly Pick<Receipt, 'seat' | 'commandId'>[]): Promise<(Receipt | undefined)[]>;
  /** Notes, outside the records, that exercises ran at this wall time; one write for all. @throws DiskFault */
  beat(exercises: readonly string[], wall: number): Promise<void>;
  /** The wall time at which an exercise was last known to run; undefined if it never did. */
  alive(exercise: string): Promise<number | undefined>;
  /** Writes something and takes it back, to see whether there is room again. @throws DiskFault if there is not. */
  tryRoom(): Promise<void>;

  /** The door of a viewer; `made` is kept if there is none yet. */
  door(exercise: string, viewer: Address, made: string): Promise<string>;

  /** Puts a link in place of the viewer's old one. `token` is a SHA-256. */
  putLink(exercise: string, viewer: Address, token: string): Promise<void>;
  dropLink(exercise: string, viewer: Address): Promise<void>;
  linkAt(token: string): Promise<{ exercise: string; viewer: Address } | undefined>;
  linked(exercise: string): Promise<Address[]>;

  putSession(session: SessionRow): Promise<void>;
  /** The exercise of the session with this cookie (SHA-256). */
  sessionAt(token: string): Promise<string | undefined>;
  /** Sessions with their doors, whatever their expiry: all of them, or those of one exercise. */
  sessions(exercise?: string): Promise<Standing[]>;
  dropSessions(ids: readonly string[]): Promise<void>;
  /** Lets go of sessions, the director's too, whose time is over. */
  dropExpired(now: number): Promise<void>;

  /** Keeps one director link (SHA-256); the old one is void. */
  putDirectorLink(token: string): Promise<void>;
  /** True once, if the link is the kept one: it is spent by asking. */
  spendDirectorLink(token: string): Promise<boolean>;
  putDirectorSession(token: string, expiresAt: number): Promise<void>;
  /** The directors' sessions, by cookie (SHA-256), and when they end. */
  directorSessions(): Promise<ReadonlyMap<string, number>>;
  /** Ends what directors opened: their own sessions and those at lead control that they opened from the lobby. */
  dropDirectors(): Promise<void>;

  close(): Promise<void>;
}
