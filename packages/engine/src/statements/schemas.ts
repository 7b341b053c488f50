import { agreeCommands, conferenceCommands } from './agree-commands.ts';
import { statementAsks } from './asks.ts';
import { statementCommands } from './commands.ts';
import { deskCommands } from './desk-commands.ts';
import { statementsSections } from './section.ts';

export const statementsSchemas = {
  commands: { ...statementCommands, ...deskCommands, ...agreeCommands, ...conferenceCommands },
  sections: statementsSections,
  asks: statementAsks,
};
