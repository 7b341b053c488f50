import { z } from 'zod';
import { roomEntries } from './exercise.ts';
import type { Command } from './world.ts';

const schemas = roomEntries.flatMap(([, room]) => Object.values(room.commands as Record<string, z.ZodObject>));
/** Every command of every room, told apart by `type`. Parses at the doors only. */
export const commandSchema = z.discriminatedUnion('type', schemas as never) as unknown as z.ZodType<Command, unknown>;
