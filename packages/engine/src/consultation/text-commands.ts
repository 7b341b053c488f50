import { z } from 'zod';
import { acts, address, houseMark, maybeTexts, ref, texts } from '../fields.ts';
import { labelText } from '../labels/section.ts';
import { stepCard, stepTerms } from '../steps/fields.ts';
import { MOST_STEPS } from '../steps/terms.ts';

const speaker = address.optional();
const place = {
  /** A paragraph of the text as it stands; with `after`, a new one that somebody has worded already. */
  paragraph: houseMark(20).optional(),
  /** A new paragraph, after this one, or at the `start`. */
  after: houseMark(20).optional(),
  /** Absent: the paragraph is left out. */
  words: maybeTexts(5_000),
  /** Of a step: what it says besides its words. */
  step: stepTerms.optional(),
};

export const textCommands = {
  TableText: z
    .strictObject({
      type: z.literal('TableText'),
      forum: ref('forum'),
      title: texts(300),
      label: labelText.optional(),
      paragraphs: z.array(texts(5_000)).min(1).max(60),
      /** Of a plan: its steps, in order, after its paragraphs. */
      steps: z.array(stepCard).max(MOST_STEPS).optional(),
      speaker,
    })
    .register(acts, { brings: 'table-text' }),
  /** `version`: the one that was read; a wording on an older one is refused. */
  SetWording: z
    .strictObject({ type: z.literal('SetWording'), of: ref('table-text'), version: z.number().int().min(1), ...place, speaker })
    .register(acts, { brings: 'bracket' }),
  TakeWording: z.strictObject({ type: z.literal('TakeWording'), bracket: ref('bracket'), speaker }),
  DropWording: z.strictObject({ type: z.literal('DropWording'), bracket: ref('bracket'), speaker }),
  CertifyLanguages: z.strictObject({ type: z.literal('CertifyLanguages'), of: ref('table-text'), digest: houseMark(64), speaker }),
  KeepWording: z.strictObject({ type: z.literal('KeepWording'), of: ref('table-text'), ...place, speaker }),
};
export type TextCommand = z.infer<(typeof textCommands)[keyof typeof textCommands]>;
