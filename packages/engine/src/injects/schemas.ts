import { injectAsks } from './asks.ts';
import { injectCommands } from './commands.ts';
import { injectSections } from './section.ts';

export const injectsSchemas = { commands: injectCommands, sections: injectSections, asks: injectAsks };
