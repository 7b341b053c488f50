import { z } from 'zod';
import { acts, maybeWords } from '../fields.ts';

export const emergencyCommands = {
  RaiseEmergency: z.strictObject({ type: z.literal('RaiseEmergency'), text: maybeWords(2_000).transform((text) => text ?? '') }),
  StandDown: z.strictObject({ type: z.literal('StandDown') }).register(acts, { control: true }),
};
export type EmergencyCommand = z.infer<(typeof emergencyCommands)[keyof typeof emergencyCommands]>;
