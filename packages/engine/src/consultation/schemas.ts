import { consultationAsks } from './asks.ts';
import { consultationCommands } from './commands.ts';
import { consultationSections } from './section.ts';
import { textCommands } from './text-commands.ts';

export const consultationSchemas = {
  commands: { ...consultationCommands, ...textCommands },
  sections: consultationSections,
  asks: consultationAsks,
};
