import { planningAsks } from './asks.ts';
import { planningCommands } from './commands.ts';
import { planningSections } from './section.ts';

export const planningSchemas = { commands: planningCommands, sections: planningSections, asks: planningAsks };
