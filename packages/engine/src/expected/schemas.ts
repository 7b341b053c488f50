import { expectedAsks } from './asks.ts';
import { expectedCommands } from './commands.ts';
import { expectedSections } from './section.ts';

export const expectedSchemas = { commands: expectedCommands, sections: expectedSections, asks: expectedAsks };
