import { z } from 'zod';
import { acts, maybeNameWords, nameWords, ref } from '../fields.ts';

const name = nameWords(80);
export const seatCommands = {
  TakeSeat: z.strictObject({ type: z.literal('TakeSeat'), name, function: maybeNameWords(80) }).register(acts, { quiet: true }),
  LeaveSeat: z.strictObject({ type: z.literal('LeaveSeat') }).register(acts, { quiet: true }),
  HandOver: z.strictObject({ type: z.literal('HandOver'), name, function: maybeNameWords(80) }).register(acts, { quiet: true }),
  CallRoll: z.strictObject({ type: z.literal('CallRoll') }).register(acts, { control: true }),
  AnswerRoll: z.strictObject({ type: z.literal('AnswerRoll'), roll: ref('roll') }).register(acts, { quiet: true }),
};
export type SeatCommand = z.infer<(typeof seatCommands)[keyof typeof seatCommands]>;
