import { z } from 'zod';
import { type Act, acts } from './fields.ts';
import { commands } from './schemas.ts';
import type { Command } from './world.ts';

type Commands = { readonly [T in Command['type']]: z.ZodType<Extract<Command, { type: T }>, unknown> };
/** Each schema gives its command, no less. To compare what they give is a tenth of the work of comparing the schemas themselves. */
type Gives<T extends keyof typeof commands> = z.output<(typeof commands)[T]> extends Extract<Command, { type: T }> ? T : never;

/** The schema of every command of every room. They are asked at the doors only, and a browser has none of them. */
export const COMMANDS: Commands = commands satisfies { readonly [T in Command['type']]: (typeof commands)[Gives<T>] } as never;

/** A command as somebody writes it: what has a default may be left out. */
export type CommandInput = z.input<(typeof commands)[keyof typeof commands]>;

/** What a command is, beside what its fields mean. */
export function actOf(type: string): Act {
  return (Object.hasOwn(COMMANDS, type) && acts.get(COMMANDS[type as Command['type']])) || {};
}

/** Every command of every room, told apart by `type`. */
export const commandSchema = z.discriminatedUnion('type', Object.values(COMMANDS) as never) as unknown as z.ZodType<Command, unknown>;
