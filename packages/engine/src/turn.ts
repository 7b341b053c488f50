import type { FileCard } from './attachments/language.ts';
import type { Id, Ms, Rejection } from './fact.ts';
import type { Recorded } from './record.ts';
import type { Actor } from './room.ts';
import type { Command } from './world.ts';

/** One command, as it comes in … */
export interface Turn {
  readonly by: Actor;
  /** Unique for the seat: ids rest on it, so that what others did, seen or unseen, does not show in them. */
  readonly commandId: string;
  readonly command: Command;
  /** Wall time, ms since 1970. */
  readonly wall: number;
  /** The acting seat's own uploads, by id; from whoever keeps the bytes, never from the client. */
  readonly uploads?: ReadonlyMap<string, FileCard>;
}
/** … and what came of it. */
export type Answer =
  /** `events`: ids that the acting seat holds, the main one first. */
  { readonly ok: true; readonly at: Ms; readonly events: readonly Id[] } | { readonly ok: false; readonly rejection: Rejection };
export interface Outcome {
  readonly events: readonly Recorded[];
  readonly answer: Answer;
}
