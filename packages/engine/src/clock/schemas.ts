import { clockCommands } from './commands.ts';

export const clockSchemas = { commands: clockCommands };
