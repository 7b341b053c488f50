import { sharingAsks } from './asks.ts';
import { sharingCommands } from './commands.ts';
import { sharingSections } from './section.ts';

export const sharingSchemas = { commands: sharingCommands, sections: sharingSections, asks: sharingAsks };
