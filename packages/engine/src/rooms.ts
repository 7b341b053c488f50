import { attachmentsRoom } from './attachments/attachments.ts';
import { clockRoom } from './clock/clock.ts';
import { consultationRoom } from './consultation/consultation.ts';
import { emergencyRoom } from './emergency/emergency.ts';
import { executionRoom } from './execution/execution.ts';
import { expectedRoom } from './expected/expected.ts';
import { injectsRoom } from './injects/injects.ts';
import { messagesRoom } from './messages/messages.ts';
import { milestonesRoom } from './milestones/milestones.ts';
import { movesRoom } from './moves/moves.ts';
import { planningRoom } from './planning/planning.ts';
import { seatsRoom } from './seats/seats.ts';
import { sharingRoom } from './sharing/sharing.ts';
import { statementsRoom } from './statements/statements.ts';
import { takingsRoom } from './takings/takings.ts';
import { translationsRoom } from './translations/translations.ts';
import type { RoomName } from './world.ts';

/**
 * The rooms, in the order in which they brief and react. A new room is one folder, one line here and, if it has commands, a
 * section of the scenario or something that conditions may ask, one in `schemas.ts`.
 */
export const ROOMS = {
  seats: seatsRoom,
  clock: clockRoom,
  moves: movesRoom,
  milestones: milestonesRoom,
  sharing: sharingRoom,
  injects: injectsRoom,
  expected: expectedRoom,
  messages: messagesRoom,
  consultation: consultationRoom,
  statements: statementsRoom,
  planning: planningRoom,
  execution: executionRoom,
  emergency: emergencyRoom,
  takings: takingsRoom,
  translations: translationsRoom,
  attachments: attachmentsRoom,
} as const satisfies Record<RoomName, unknown>;
