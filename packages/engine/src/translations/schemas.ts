import { translationCommands } from './commands.ts';

export const translationsSchemas = { commands: translationCommands };
