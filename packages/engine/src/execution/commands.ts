import { z } from 'zod';
import { acts, address, doneAt, maybeTexts, moment, party, ref, texts } from '../fields.ts';

/** Control: the seat for which it acts, of a party that it plays or (a party’s own controllers) with nobody at it. */
const speaker = address.optional();
const task = ref('task');
/** When it was, if it is reported later, ms from STARTEX. */
const happened = doneAt.optional();

export const executionCommands = {
  /** A chair’s; lead control’s own (without `speaker`) also of a plan that is not agreed, which is marked. */
  ActivatePlan: z.strictObject({ type: z.literal('ActivatePlan'), of: ref('table-text'), speaker }),
  GiveWord: z.strictObject({ type: z.literal('GiveWord'), task, speaker }),
  StartStep: z.strictObject({ type: z.literal('StartStep'), task, happened, speaker }),
  /** The latest report: when it is expected to end, or how it stands. */
  ReportStep: z.strictObject({ type: z.literal('ReportStep'), task, ends: moment.optional(), text: maybeTexts(2_000), speaker }),
  /** `on`: the other side for which it waits. */
  BlockStep: z.strictObject({ type: z.literal('BlockStep'), task, on: party.optional(), text: maybeTexts(2_000), speaker }),
  UnblockStep: z.strictObject({ type: z.literal('UnblockStep'), task, speaker }),
  FinishStep: z.strictObject({ type: z.literal('FinishStep'), task, happened, text: maybeTexts(2_000), speaker }),
  FailStep: z.strictObject({ type: z.literal('FailStep'), task, text: texts(2_000), speaker }),
  HandOverStep: z.strictObject({ type: z.literal('HandOverStep'), task, to: address, speaker }),
  /** Lead control’s: told to the lead’s side alone. */
  HinderStep: z
    .strictObject({
      type: z.literal('HinderStep'),
      task,
      /** Until when; absent: until it is lifted. */
      until: moment.optional(),
      /** For good. */
      fails: z.literal(true).optional(),
      text: texts(2_000),
    })
    .register(acts, { control: true }),
  LiftHindrance: z.strictObject({ type: z.literal('LiftHindrance'), task }).register(acts, { control: true }),
};
export type ExecutionCommand = z.infer<(typeof executionCommands)[keyof typeof executionCommands]>;
