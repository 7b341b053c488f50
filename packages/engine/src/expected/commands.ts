import { z } from 'zod';
import { acts, doneAt, maybeWords, ref } from '../fields.ts';

export const expectedCommands = {
  JudgeExpected: z
    .strictObject({
      type: z.literal('JudgeExpected'),
      expected: ref('expected'),
      verdict: z.enum(['met', 'partly', 'not']),
      /** When it was done, scenario ms, if earlier than now. */
      at: doneAt.optional(),
      note: maybeWords(2_000),
    })
    .register(acts, { control: true }),
};
export type ExpectedCommand = z.infer<(typeof expectedCommands)[keyof typeof expectedCommands]>;
