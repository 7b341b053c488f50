import { z } from 'zod';
import { acts, ref } from '../fields.ts';

const card = ref('card');
export const takingCommands = {
  /** Also takes over what another controller has taken. */
  TakeCard: z.strictObject({ type: z.literal('TakeCard'), card }).register(acts, { control: true }),
  /** What others let pass leaves the list of those whose card it is: an expected action, a request, a roll-call. */
  DismissCard: z.strictObject({ type: z.literal('DismissCard'), card }).register(acts, { control: true }),
  GiveCardBack: z.strictObject({ type: z.literal('GiveCardBack'), card }).register(acts, { control: true }),
};
export type TakingCommand = z.infer<(typeof takingCommands)[keyof typeof takingCommands]>;
