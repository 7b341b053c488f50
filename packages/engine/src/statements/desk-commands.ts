import { z } from 'zod';
import { acts, address, language, maybeTexts, moment, ref, texts, words } from '../fields.ts';
import { claimsField } from './commands.ts';
import { ATTRIBUTIONS, CLEARINGS, POSTURES } from './words.ts';

/** What a press desk does before something is said: it drafts, clears, publishes. */
const speaker = address.optional();
const draft = ref('press-draft');

export const deskCommands = {
  DraftStatement: z
    .strictObject({
      type: z.literal('DraftStatement'),
      attribution: z.enum(ATTRIBUTIONS).default('on-record'),
      posture: z.enum(POSTURES).default('active'),
      outlet: address.optional(),
      venue: maybeTexts(200),
      question: ref('press-question').optional(),
      asked: z.strictObject({ by: address, text: texts(2_000) }).optional(),
      corrects: ref('said').optional(),
      line: ref('line').optional(),
      /** When it is to be published, ms from STARTEX: the clearers’ clocks run back from it. */
      due: moment.optional(),
      speaker,
    })
    .register(acts, { brings: 'press-draft' }),
  /** The whole text in one language. Where clearance was asked, it is asked anew. */
  WordDraft: z.strictObject({
    type: z.literal('WordDraft'),
    draft,
    language,
    text: words(20_000),
    /** Absent: what was claimed before, or what the line claims. */
    claims: claimsField.optional(),
    speaker,
  }),
  AskClearance: z.strictObject({ type: z.literal('AskClearance'), draft, language, speaker }),
  ClearDraft: z.strictObject({
    type: z.literal('ClearDraft'),
    draft,
    language,
    act: z.enum(CLEARINGS),
    /** Of clear-with-edits: the whole text as it is cleared. */
    text: words(20_000).optional(),
    claims: claimsField.optional(),
    /** Why, or what is to change. */
    reason: maybeTexts(2_000),
    speaker,
  }),
  NoteEdit: z.strictObject({ type: z.literal('NoteEdit'), draft, language, speaker }),
  ProlongClearance: z.strictObject({ type: z.literal('ProlongClearance'), draft, language, due: moment, speaker }),
  PublishDraft: z.strictObject({ type: z.literal('PublishDraft'), draft, speaker }).register(acts, { brings: 'said' }),
  DropStatementDraft: z.strictObject({ type: z.literal('DropStatementDraft'), draft, speaker }),
};
export type DeskCommand = z.infer<(typeof deskCommands)[keyof typeof deskCommands]>;
