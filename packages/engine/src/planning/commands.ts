import { z } from 'zod';
import { acts, address, houseMark, maybeTexts, moment, party, ref, texts } from '../fields.ts';
import { labelText } from '../labels/section.ts';
import { stepCard, stepTerms } from '../steps/fields.ts';
import { MOST_STEPS } from '../steps/terms.ts';
import { WEIGHTS } from './language.ts';

/** Control: the seat for which it acts, of a party that it plays or (a party’s own controllers) with nobody at it. */
const speaker = address.optional();
const card = {
  name: texts(300),
  text: maybeTexts(5_000),
  assumptions: z.array(texts(1_000)).max(20).default([]),
  risks: z.array(texts(1_000)).max(20).default([]),
  contributions: z
    .array(z.strictObject({ party, text: texts(1_000) }))
    .max(12)
    .default([]),
  steps: z.array(stepCard).max(MOST_STEPS).default([]),
};
const cell = z.strictObject({ option: ref('option'), criterion: ref('criterion') });

export const planningCommands = {
  OpenBoard: z
    .strictObject({ type: z.literal('OpenBoard'), forum: ref('forum'), name: texts(300), speaker })
    .register(acts, { brings: 'board' }),
  ProposeCriterion: z
    .strictObject({ type: z.literal('ProposeCriterion'), board: ref('board'), name: texts(300), speaker })
    .register(acts, { brings: 'criterion' }),
  TakeCriterion: z.strictObject({ type: z.literal('TakeCriterion'), criterion: ref('criterion'), speaker }),
  DropCriterion: z.strictObject({ type: z.literal('DropCriterion'), criterion: ref('criterion'), speaker }),
  TableOption: z
    .strictObject({ type: z.literal('TableOption'), board: ref('board'), ...card, speaker })
    .register(acts, { brings: 'option' }),
  /** The whole option anew. `version`: the one that was read; a change of an older one is refused. */
  ChangeOption: z.strictObject({
    type: z.literal('ChangeOption'),
    option: ref('option'),
    version: z.number().int().min(1),
    ...card,
    speaker,
  }),
  DropOption: z.strictObject({ type: z.literal('DropOption'), option: ref('option'), speaker }),
  /** For the own side alone. From 1, poor, to 5, good; absent: taken back. */
  KeepScore: z.strictObject({
    type: z.literal('KeepScore'),
    option: ref('option'),
    criterion: ref('criterion'),
    score: z.number().int().min(1).max(5).optional(),
    reason: maybeTexts(2_000),
    speaker,
  }),
  /** For the own side alone; absent: taken back. */
  KeepWeight: z.strictObject({
    type: z.literal('KeepWeight'),
    criterion: ref('criterion'),
    weight: z.enum(WEIGHTS).optional(),
    speaker,
  }),
  /** For the own side alone: why it cannot accept the option; empty: taken back. */
  KeepRedLine: z.strictObject({ type: z.literal('KeepRedLine'), option: ref('option'), text: maybeTexts(2_000), speaker }),
  /** Tells the others what is ticked, and nothing else. */
  TellAssessment: z.strictObject({
    type: z.literal('TellAssessment'),
    board: ref('board'),
    scores: z.array(cell).max(500).default([]),
    reasons: z.array(cell).max(500).default([]),
    weights: z.array(ref('criterion')).max(50).default([]),
    redLines: z.array(ref('option')).max(50).default([]),
    speaker,
  }),
  AskScores: z.strictObject({ type: z.literal('AskScores'), board: ref('board'), due: moment.optional(), speaker }),
  /** Puts the option on the table as a text: its steps are paragraphs of it. */
  TablePlan: z
    .strictObject({
      type: z.literal('TablePlan'),
      option: ref('option'),
      /** The one that was read. */
      version: z.number().int().min(1).optional(),
      title: texts(300),
      label: labelText.optional(),
      /** What the plan says before its steps. */
      paragraphs: z.array(texts(5_000)).max(30).default([]),
      speaker,
    })
    .register(acts, { brings: 'table-text' }),
  /** A step of the own side’s, outside the text. */
  KeepOwnStep: z
    .strictObject({
      type: z.literal('KeepOwnStep'),
      of: ref('table-text'),
      text: texts(2_000),
      terms: stepTerms,
      /** Steps of the plan, of the own lead, that wait for it. */
      before: z.array(houseMark(20)).max(50).default([]),
      instead: ref('own-step').optional(),
      speaker,
    })
    .register(acts, { brings: 'own-step' }),
  MarkOwnStep: z.strictObject({
    type: z.literal('MarkOwnStep'),
    own: ref('own-step'),
    is: z.enum(['started', 'done', 'dropped']),
    speaker,
  }),
  /** An item that the side keeps beside the plan; for itself alone. */
  LinkAnnex: z.strictObject({ type: z.literal('LinkAnnex'), of: ref('table-text'), item: ref('item'), speaker }),
};
export type PlanningCommand = z.infer<(typeof planningCommands)[keyof typeof planningCommands]>;
