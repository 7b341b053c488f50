import type { Address, Answer, Command, Id } from '@entente/engine';
import type { Receipt, Seating } from '../store/store.ts';

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

/** A command at the door of its exercise. */
export interface Submission {
  readonly seat: Address;
  readonly session: string;
  readonly person: Id | undefined;
  readonly commandId: string;
  readonly command: Command;
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
      return { ...at, person: undefined };
    case 'HandOver':
      return { ...at, person: main, ...(person === undefined ? {} : { handedOverBy: person }) };
    default:
      return undefined;
  }
}
