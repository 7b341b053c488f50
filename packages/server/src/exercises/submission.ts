import type { Address, Answer, Command, Id } from '@entente/engine';
import type { Receipt, Seating, SessionRow } from '../store/store.ts';

/** A command could not be answered; it may be sent again with the same id (except `fault`). */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  /** `retry`: it may or may not have happened; `stopped`: the disk fails; `stopping`: the server goes down; `fault`: a mistake of ours. */
  readonly code: 'retry' | 'stopped' | 'stopping' | 'fault';

  constructor(code: Unavailable['code']) {
    super(code);
    this.code = code;
  }
}

/** The session of a command ended before its turn came: nothing happened, and nothing is told. */
export class SessionEnded extends Error {
  override readonly name = 'SessionEnded';
}

/** A command at the door of its exercise. */
export interface Submission {
  readonly seat: Address;
  readonly session: string;
  /** Whose hand it is, asked when its turn has come; undefined: nobody's any more. */
  readonly hand: () => { readonly person: Id | undefined } | undefined;
  readonly commandId: string;
  readonly command: Command;
  /** For a hand-over: the session of who takes the seat over. */
  readonly heir?: SessionRow | undefined;
}

/** What ends a session is the last command of its commit, so that the next is judged by what that commit left. */
export function endsSession({ type }: Command): boolean {
  return type === 'HandOver' || type === 'LeaveSeat';
}

/** The kept answer; another command under the same id is refused. */
export function answerOf(receipt: Receipt, digest: string): Answer {
  if (receipt.digest === digest) return JSON.parse(receipt.answer) as Answer;
  return { ok: false, rejection: { code: 'id-used', message: 'This command id was used for another command. Send it with a new id.' } };
}

/** Taking, leaving and handing over a seat change who sits at the session. `main`: id of the event that says so. */
export function seatingOf(by: Submission, main: Id | undefined, person: Id | undefined): Seating | undefined {
  const at = { session: by.session, viewer: by.seat };
  switch (by.command.type) {
    case 'TakeSeat':
      return { ...at, person: main };
    case 'LeaveSeat':
      return { ...at, person: undefined, left: person };
    case 'HandOver':
      return { ...at, person: main, left: person, heir: by.heir };
    default:
      return undefined;
  }
}
