import type { Laws } from './case.ts';
import { CONSULTATION } from './consultation.ts';
import { ATTACHMENTS, CLOCK, EMERGENCY, MILESTONES, MOVES, SEATS } from './exercise.ts';
import { EXPECTED } from './expected.ts';
import { INJECTS } from './injects.ts';
import { MESSAGES } from './messages.ts';
import { EXECUTION, PLANNING } from './planning.ts';
import { SHARING } from './sharing.ts';
import { STATEMENTS } from './statements.ts';
import { TAKINGS } from './takings.ts';
import { TRANSLATIONS } from './translations.ts';

/**
 * The law of audiences: for every event, who may have it, as a function of the scenario and the record so far. It is
 * written from docs/architecture.md, docs/sharing.md and the ADRs, and imports nothing of what it judges.
 */
export const ROOMS_OF_LAW: Readonly<Record<string, Laws>> = {
  seats: SEATS,
  clock: CLOCK,
  moves: MOVES,
  milestones: MILESTONES,
  sharing: SHARING,
  injects: INJECTS,
  expected: EXPECTED,
  messages: MESSAGES,
  consultation: CONSULTATION,
  statements: STATEMENTS,
  planning: PLANNING,
  execution: EXECUTION,
  emergency: EMERGENCY,
  takings: TAKINGS,
  translations: TRANSLATIONS,
  attachments: ATTACHMENTS,
};
export const LAW: Laws = Object.assign({}, ...Object.values(ROOMS_OF_LAW));
