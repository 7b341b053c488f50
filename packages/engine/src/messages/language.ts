import { z } from 'zod';
import { type AttachmentCard, uploads } from '../attachments/language.ts';
import type { Address } from '../audience.ts';
import type { Fact, Id, Ms } from '../fact.ts';
import { address, CHANNELS, maybeWords, ref, words } from '../fields.ts';
import type { Label } from '../labels/policy.ts';
import { labelText } from '../labels/section.ts';
import { PURPOSES, type Purpose } from './asks.ts';

/** Messages between seats, cells and parties; the SimCell speaking as an entity; notes. */
const text = words(20_000);
export const messageCommands = {
  SendMessage: z.strictObject({
    type: z.literal('SendMessage'),
    /** seat:…, cell:…, party:…, `control` (or `control:PARTY`), `entity:ID` (the SimCell answers), `everyone` or `public` (needs the right to speak). */
    to: z.array(address).min(1).max(50),
    subject: maybeWords(300),
    text,
    purpose: z.enum(PURPOSES).default('inform'),
    channel: z.enum(CHANNELS).default('message'),
    /** Absent: the policy’s usual one. */
    label: labelText.optional(),
    /** A message or a delivered inject that this answers. */
    about: ref('thing').optional(),
    /** Ids of the seat's own uploads. */
    attachments: uploads,
    /** Control only: `entity:ID`, or a seat of a party that control plays. */
    speaker: address.optional(),
  }),
  ReadMessage: z.strictObject({ type: z.literal('ReadMessage'), message: ref('message') }),
  AcknowledgeMessage: z.strictObject({ type: z.literal('AcknowledgeMessage'), message: ref('message') }),
  WriteNote: z.strictObject({ type: z.literal('WriteNote'), text, about: ref('thing').optional(), attachments: uploads }),
};
export type MessageCommand = z.infer<(typeof messageCommands)[keyof typeof messageCommands]>;

export type MessageEvent =
  | {
      readonly type: 'MessageSent';
      readonly from: Address;
      readonly to: readonly Address[];
      readonly subject?: string | undefined;
      readonly text: string;
      readonly purpose: Purpose;
      readonly channel: (typeof CHANNELS)[number];
      readonly label: Label;
      readonly attachments?: readonly AttachmentCard[] | undefined;
    }
  /** To those who hold both: this message answers that message or inject. */
  | { readonly type: 'MessageLinked'; readonly message: Id; readonly about: Id }
  /** To lead control: who really wrote it. */
  | { readonly type: 'SpokenFor'; readonly message: Id; readonly by: Address; readonly person?: Id | undefined }
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
  readonly subject?: string | undefined;
  readonly text: string;
  readonly purpose: Purpose;
  readonly channel: (typeof CHANNELS)[number];
  readonly label: Label;
  readonly attachments?: readonly AttachmentCard[] | undefined;
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
