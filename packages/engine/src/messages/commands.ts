import { z } from 'zod';
import { acts, address, maybeTexts, ref, texts, uploads, words } from '../fields.ts';
import { CHANNELS } from '../kinds.ts';
import { labelText } from '../labels/section.ts';
import { PURPOSES } from './language.ts';

export const messageCommands = {
  SendMessage: z.strictObject({
    type: z.literal('SendMessage'),
    /** seat:…, cell:…, party:…, `control` (or `control:PARTY`), `entity:ID` (the SimCell answers), `everyone` (control, in its own name). In public one speaks by `Speak`. */
    to: z.array(address).min(1).max(50),
    subject: maybeTexts(300),
    text: texts(20_000),
    purpose: z.enum(PURPOSES).default('inform'),
    channel: z.enum(CHANNELS).default('message'),
    /** Absent: the policy’s usual one. */
    label: labelText.optional(),
    /** What this answers, a message or a delivered inject; or what it is about, such as a step. */
    about: ref('thing').optional(),
    /** Ids of the seat's own uploads. */
    attachments: uploads,
    /** Control only: `entity:ID`, or a seat of a party that control plays. */
    speaker: address.optional(),
  }),
  ReadMessage: z.strictObject({ type: z.literal('ReadMessage'), message: ref('message') }).register(acts, { quiet: true }),
  AcknowledgeMessage: z.strictObject({ type: z.literal('AcknowledgeMessage'), message: ref('message') }),
  WriteNote: z.strictObject({ type: z.literal('WriteNote'), text: words(20_000), about: ref('thing').optional(), attachments: uploads }),
};
export type MessageCommand = z.infer<(typeof messageCommands)[keyof typeof messageCommands]>;
