import { executionAsks } from './asks.ts';
import { executionCommands } from './commands.ts';

export const executionSchemas = { commands: executionCommands, asks: executionAsks };
