import { z } from 'zod';
import { acts, address, houseMark, maybeTexts, moment, ref, texts } from '../fields.ts';
import { ATTRIBUTIONS, FLAGS, POSTURES, STANCES } from './words.ts';

/** What is said in public, what outlets ask and report, and what lead control makes of it. */

/** Control: the entity or the seat for which it speaks. */
const speaker = address.optional();
export const claimsField = z
  .array(
    z.strictObject({
      topic: houseMark(64),
      stance: z.enum(STANCES),
      term: houseMark(64).optional(),
      /** Of a report: it puts this in the speaker’s mouth. */
      quoted: z.literal(true).optional(),
    }),
  )
  .max(20);

export const statementCommands = {
  Speak: z
    .strictObject({
      type: z.literal('Speak'),
      text: texts(20_000),
      attribution: z.enum(ATTRIBUTIONS).default('on-record'),
      posture: z.enum(POSTURES).default('active'),
      /** Off the record: the outlet to which it is said. */
      outlet: address.optional(),
      venue: maybeTexts(200),
      /** The question that it answers; or `asked`, one that was put off the system, word for word. */
      question: ref('press-question').optional(),
      asked: z.strictObject({ by: address, text: texts(2_000) }).optional(),
      /** The line that it uses, which brings its claims. */
      line: ref('line').optional(),
      /** What the speaker means by it: for its own side. */
      claims: claimsField.optional(),
      /** What its side said before, or a report, that it sets right. */
      corrects: ref('said').optional(),
      /** The press conference at which it is said. */
      conference: ref('conference').optional(),
      speaker,
    })
    .register(acts, { brings: 'said' }),
  PutQuestion: z
    .strictObject({
      type: z.literal('PutQuestion'),
      /** The outlet that asks. */
      speaker: address,
      to: z.array(address).min(1).max(20),
      text: texts(2_000),
      venue: maybeTexts(200),
      due: moment.optional(),
    })
    .register(acts, { control: true, brings: 'press-question' }),
  DropQuestion: z.strictObject({ type: z.literal('DropQuestion'), question: ref('press-question'), speaker }),
  PublishReport: z
    .strictObject({
      type: z.literal('PublishReport'),
      /** The outlet that reports. */
      speaker: address,
      title: texts(300),
      text: maybeTexts(20_000),
      /** What it has read. */
      reads: z.array(ref('said')).max(20).default([]),
      corrects: ref('said').optional(),
      /** What it says. */
      claims: claimsField.optional(),
    })
    .register(acts, { control: true, brings: 'said' }),
  /** What lead control hears in it; the last counts. Without claims: nothing, as if it had not been coded. */
  CodeSaid: z
    .strictObject({ type: z.literal('CodeSaid'), said: ref('said'), claims: claimsField.optional() })
    .register(acts, { control: true }),
  /** What a press desk hears in it, for its own side. */
  KeepReading: z.strictObject({ type: z.literal('KeepReading'), said: ref('said'), claims: claimsField, speaker }),
  JudgeFlag: z
    .strictObject({
      type: z.literal('JudgeFlag'),
      said: ref('said'),
      /** The other statement, the line, or what a report had read. */
      with: ref('flagged'),
      flag: z.enum(FLAGS),
      right: z.boolean(),
    })
    .register(acts, { control: true }),
  /** Tells that a term is easily mistaken, and for what. */
  TellPair: z
    .strictObject({ type: z.literal('TellPair'), term: houseMark(64), to: z.array(address).min(1).max(50) })
    .register(acts, { control: true }),
  ReleaseCodings: z.strictObject({ type: z.literal('ReleaseCodings') }).register(acts, { control: true }),
};
export type StatementCommand = z.infer<(typeof statementCommands)[keyof typeof statementCommands]>;
