import type { Fact, Id } from '../fact.ts';

/** Files on injects, messages and notes. Their bytes lie in the store under their content's hash; events carry cards. */

/** A file as it came in; handed in with the turn by whoever keeps the bytes, never by a client. */
export interface FileCard {
  readonly name: string;
  /** Media type, found out from the bytes, not believed. */
  readonly type: string;
  readonly size: number;
  /** SHA-256 of the bytes, 64 hex digits. Lead control only. */
  readonly content: string;
}

/** A file as an event gives it to its audience: under an address of that event's own. */
export interface AttachmentCard {
  readonly id: Id;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** SHA-256 over the address and the content's hash: whoever holds the file can check it, nobody else can guess it. */
  readonly digest: string;
}

export type AttachmentEvent =
  /** To lead control: which bytes lie behind an address. */
  { readonly type: 'AttachmentKept'; readonly attachment: Id; readonly content: string };

export interface AttachmentsState {
  readonly kept: Map<Id, Fact & { readonly content: string }>;
}
