import { statementAsks } from './asks.ts';
import { statementCommands } from './commands.ts';
import { deskCommands } from './desk-commands.ts';
import { statementsSections } from './section.ts';

export const statementsSchemas = {
  commands: { ...statementCommands, ...deskCommands },
  sections: statementsSections,
  asks: statementAsks,
};
