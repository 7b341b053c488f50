import { emergencyCommands } from './commands.ts';

export const emergencySchemas = { commands: emergencyCommands };
