import { milestoneAsks } from './asks.ts';
import { milestoneCommands } from './commands.ts';
import { milestoneSections } from './section.ts';

export const milestonesSchemas = { commands: milestoneCommands, sections: milestoneSections, asks: milestoneAsks };
