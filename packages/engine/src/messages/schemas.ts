import { messageAsks } from './asks.ts';
import { messageCommands } from './commands.ts';

export const messagesSchemas = { commands: messageCommands, asks: messageAsks };
