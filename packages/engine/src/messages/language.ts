import type { AttachmentCard } from '../attachments/language.ts';
import type { Address } from '../audience.ts';
import type { Fact, Id, Ms, Text } from '../fact.ts';
import type { CHANNELS } from '../kinds.ts';
import type { Label } from '../labels/policy.ts';

/** Messages between seats, cells and parties; the SimCell speaking as an entity; notes. */

/** What a message is for. What is consulted on, agreed and decided stands in the room of consultation. */
export const PURPOSES = ['inform', 'ask'] as const;
/** The words of records of earlier versions are among them. */
export type Purpose = (typeof PURPOSES)[number] | 'consult' | 'propose' | 'agree' | 'decline' | 'decide' | 'announce';

export type MessageEvent =
  | {
      readonly type: 'MessageSent';
      readonly from: Address;
      readonly to: readonly Address[];
      readonly subject?: Text | undefined;
      readonly text: Text;
      readonly purpose: Purpose;
      readonly channel: (typeof CHANNELS)[number];
      readonly label: Label;
      readonly attachments?: readonly AttachmentCard[] | undefined;
    }
  /** To those who hold both: this message answers, or is about, that thing. */
  | { readonly type: 'MessageLinked'; readonly message: Id; readonly about: Id }
  /** To those who hold the message: the whole text, with one language more. */
  | {
      readonly type: 'MessageTranslated';
      readonly message: Id;
      readonly language: string;
      readonly subject?: Text | undefined;
      readonly text: Text;
    }
  /** To lead control: who really wrote it. */
  | { readonly type: 'SpokenFor'; readonly message: Id; readonly by: Address; readonly person?: Id | undefined }
  /** Of a question that was put to that seat also to whoever asked. */
  | { readonly type: 'MessageRead'; readonly message: Id; readonly seat: Address }
  /** Also to the sender. */
  | { readonly type: 'MessageAcknowledged'; readonly message: Id; readonly seat: Address }
  /** To the seat that wrote it (and, by closure, its control). */
  | {
      readonly type: 'NoteWritten';
      readonly seat: Address;
      readonly text: string;
      readonly attachments?: readonly AttachmentCard[] | undefined;
    }
  | { readonly type: 'NoteLinked'; readonly note: Id; readonly about: Id };

export interface Message extends Fact {
  readonly id: Id;
  readonly at: Ms;
  /** `seat:…`, `entity:…`, `control` or `control:…`. */
  readonly from: Address;
  readonly to: readonly Address[];
  readonly subject?: Text | undefined;
  readonly text: Text;
  readonly purpose: Purpose;
  readonly channel: (typeof CHANNELS)[number];
  readonly label: Label;
  readonly attachments?: readonly AttachmentCard[] | undefined;
  /** The last language that was added. */
  readonly translated?: (Fact & { readonly at: Ms; readonly language: string }) | undefined;
  about?: (Fact & { readonly id: Id }) | undefined;
  spokenFor?: (Fact & { readonly by: Address; readonly person?: Id | undefined }) | undefined;
  read: ReadonlyMap<Address, Fact & { readonly at: Ms }>;
  acknowledged: ReadonlyMap<Address, Fact & { readonly at: Ms }>;
}
export interface Note extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly seat: Address;
  readonly text: string;
  readonly attachments?: readonly AttachmentCard[] | undefined;
  about?: Fact & { readonly id: Id };
}
export interface MessagesState {
  readonly messages: Map<Id, Message>;
  readonly notes: Map<Id, Note>;
}
