import { z } from 'zod';
import { maybeNameWords, nameWords, ref } from '../fields.ts';

const name = nameWords(80);
export const seatCommands = {
  TakeSeat: z.strictObject({ type: z.literal('TakeSeat'), name, function: maybeNameWords(80) }),
  LeaveSeat: z.strictObject({ type: z.literal('LeaveSeat') }),
  HandOver: z.strictObject({ type: z.literal('HandOver'), name, function: maybeNameWords(80) }),
  CallRoll: z.strictObject({ type: z.literal('CallRoll') }),
  AnswerRoll: z.strictObject({ type: z.literal('AnswerRoll'), roll: ref('roll') }),
};
export type SeatCommand = z.infer<(typeof seatCommands)[keyof typeof seatCommands]>;
