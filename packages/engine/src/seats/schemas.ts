import { seatCommands } from './commands.ts';
import { seatSections } from './section.ts';

export const seatsSchemas = { commands: seatCommands, sections: seatSections };
