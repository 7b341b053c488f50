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

/** A seat's opaque path. */
export interface DoorRow {
  readonly door: string;
  readonly exercise: string;
  readonly viewer: Address;
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

/**
 * Where records, receipts and doors are kept. `append` returns only when everything is durable.
 * One contract suite (contract.ts) holds for every store.
 */
export interface Store extends FileStore {
  /** Adds an exercise with its first records, all or nothing. */
  create(exercise: ExerciseRow, records: readonly StoredRecord[]): void;
  exercises(): ExerciseRow[];
  /**
   * Adds to a record, all or nothing.
   * @throws PositionConflict if the record does not end at `expected`; DiskFault if nothing can be kept any more.
   */
  append(exercise: string, expected: number, turn: Turn): void;
  /** Records after position `after`, oldest first, at most `limit`. */
  read(exercise: string, after: number, limit: number): StoredRecord[];
  receipt(exercise: string, seat: Address, commandId: string): Receipt | undefined;
  /** Notes, outside the records, that exercises ran at this wall time; one write for all. @throws DiskFault */
  beat(exercises: readonly string[], wall: number): void;
  /** The wall time at which an exercise was last known to run; undefined if it never did. */
  alive(exercise: string): number | undefined;
  /** Writes something and takes it back, to see whether there is room again. @throws DiskFault if there is not. */
  tryRoom(): void;

  /** The door of a viewer; `made` is kept if there is none yet. */
  door(exercise: string, viewer: Address, made: string): string;
  doorAt(door: string): DoorRow | undefined;

  /** Puts a link in place of the viewer's old one. `token` is a SHA-256. */
  putLink(exercise: string, viewer: Address, token: string): void;
  dropLink(exercise: string, viewer: Address): void;
  linkAt(token: string): { exercise: string; viewer: Address } | undefined;
  linked(exercise: string): Address[];

  putSession(session: SessionRow): void;
  /** The session with this cookie, whatever its expiry. */
  sessionAt(token: string): SessionRow | undefined;
  session(id: string): SessionRow | undefined;
  sessions(exercise: string, viewer?: Address): SessionRow[];
  dropSessions(ids: readonly string[]): void;
  /** Lets go of sessions, the director's too, whose time is over. */
  dropExpired(now: number): void;

  /** Keeps one director link (SHA-256); the old one is void. */
  putDirectorLink(token: string): void;
  /** True once, if the link is the kept one: it is spent by asking. */
  spendDirectorLink(token: string): boolean;
  putDirectorSession(token: string, expiresAt: number): void;
  /** When the director's session ends; undefined if there is none. */
  directorSession(token: string): number | undefined;
  directorSessions(): number;
  /** Ends what directors opened: their own sessions and those at lead control that they opened from the lobby. */
  dropDirectors(): void;

  close(): void;
}
