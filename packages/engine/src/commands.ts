import { z } from 'zod';
import { clockCommands } from './clock/commands.ts';
import { emergencyCommands } from './emergency/commands.ts';
import { expectedCommands } from './expected/commands.ts';
import { type Act, acts } from './fields.ts';
import { injectCommands } from './injects/commands.ts';
import { messageCommands } from './messages/commands.ts';
import { milestoneCommands } from './milestones/commands.ts';
import { seatCommands } from './seats/commands.ts';
import { sharingCommands } from './sharing/commands.ts';
import { takingCommands } from './takings/commands.ts';
import { translationCommands } from './translations/commands.ts';
import type { Command } from './world.ts';

/** The schema of every command of every room. They are asked at the doors only, and a browser has none of them. */
export const COMMANDS: { readonly [T in Command['type']]: z.ZodType<Extract<Command, { type: T }>, unknown> } = {
  ...seatCommands,
  ...clockCommands,
  ...milestoneCommands,
  ...sharingCommands,
  ...injectCommands,
  ...expectedCommands,
  ...messageCommands,
  ...emergencyCommands,
  ...takingCommands,
  ...translationCommands,
};

/** What a command is, beside what its fields mean. */
export function actOf(type: string): Act {
  return (Object.hasOwn(COMMANDS, type) && acts.get(COMMANDS[type as Command['type']])) || {};
}

/** Every command of every room, told apart by `type`. */
export const commandSchema = z.discriminatedUnion('type', Object.values(COMMANDS) as never) as unknown as z.ZodType<Command, unknown>;
