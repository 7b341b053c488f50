import { statementAsks } from './asks.ts';
import { statementCommands } from './commands.ts';
import { statementsSections } from './section.ts';

export const statementsSchemas = { commands: statementCommands, sections: statementsSections, asks: statementAsks };
