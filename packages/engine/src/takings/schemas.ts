import { takingCommands } from './commands.ts';

export const takingsSchemas = { commands: takingCommands };
