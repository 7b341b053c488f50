import { z } from 'zod';
import { ref } from '../fields.ts';

const card = ref('card');
export const takingCommands = {
  /** Also takes over what another controller has taken. */
  TakeCard: z.strictObject({ type: z.literal('TakeCard'), card }),
  GiveCardBack: z.strictObject({ type: z.literal('GiveCardBack'), card }),
};
export type TakingCommand = z.infer<(typeof takingCommands)[keyof typeof takingCommands]>;
