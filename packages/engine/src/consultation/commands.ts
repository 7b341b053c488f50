import { z } from 'zod';
import { acts, address, doneAt, houseMark, maybeTexts, moment, ref, texts } from '../fields.ts';
import { labelText } from '../labels/section.ts';
import { ACT_NAMES, BASES, FORMS, PROCEDURE_NAMES, SHOWN } from './words.ts';

/** Control: the seat for which it acts, of a party that it plays or (a party’s own controllers) with nobody at it. */
const speaker = address.optional();
export const consultationCommands = {
  OpenMatter: z
    .strictObject({
      type: z.literal('OpenMatter'),
      /** A forum of the seat; or `with`, whom to ask in a forum of its own, which the asker chairs. */
      forum: ref('forum').optional(),
      with: z.array(address).min(1).max(40).optional(),
      procedure: z.enum(PROCEDURE_NAMES).default('consultation'),
      form: z.enum(FORMS).optional(),
      title: texts(300),
      text: texts(20_000),
      label: labelText.optional(),
      /** How far the own decision is. */
      basis: z.enum(BASES).optional(),
      /** One of those that the forum is to be asked about before a decision. */
      subject: ref('subject').optional(),
      /** Until when, ms from STARTEX. */
      due: moment.optional(),
      shown: z.enum(SHOWN).default('come'),
      unconfirmed: z.enum(['lapses', 'stands']).optional(),
      /** A text on the forum’s table, as it stands now. */
      on: ref('table-text').optional(),
      /** A decision of the own side, of which this informs. */
      decision: ref('decision').optional(),
      speaker,
    })
    .register(acts, { brings: 'matter' }),
  ActInMatter: z.strictObject({
    type: z.literal('ActInMatter'),
    matter: ref('matter'),
    act: z.enum(ACT_NAMES),
    text: maybeTexts(20_000),
    /** The digest of the text that is signed. */
    on: houseMark(64).optional(),
    /** The paragraph to which a reservation or statement belongs. */
    paragraph: houseMark(20).optional(),
    speaker,
  }),
  ProlongMatter: z.strictObject({ type: z.literal('ProlongMatter'), matter: ref('matter'), due: moment, speaker }),
  KeepPosition: z
    .strictObject({
      type: z.literal('KeepPosition'),
      matter: ref('matter'),
      /** What the own side would do; `no-objection`: to stay silent. */
      act: z.enum([...ACT_NAMES, 'no-objection']),
      text: maybeTexts(20_000),
      speaker,
    })
    .register(acts, { brings: 'draft' }),
  DropPosition: z.strictObject({ type: z.literal('DropPosition'), draft: ref('draft'), speaker }),
  RecordDecision: z
    .strictObject({
      type: z.literal('RecordDecision'),
      title: texts(300),
      text: texts(20_000),
      /** Under which authority. */
      authority: maybeTexts(1_000),
      subject: ref('subject').optional(),
      /** The matters after which it was taken. */
      after: z.array(ref('matter')).max(20).default([]),
      /** Whom of the own side it is told; absent: all of it. */
      to: z.array(address).min(1).max(50).optional(),
      /** If it was taken before now, ms from STARTEX. */
      happened: doneAt.optional(),
      speaker,
    })
    .register(acts, { brings: 'decision' }),
  SetSubject: z
    .strictObject({ type: z.literal('SetSubject'), decision: ref('decision'), subject: ref('subject').optional() })
    .register(acts, { control: true }),
};
export type ConsultationCommand = z.infer<(typeof consultationCommands)[keyof typeof consultationCommands]>;
