import type { AttachmentEvent, AttachmentsState } from './attachments/language.ts';
import type { ClockCommand } from './clock/commands.ts';
import type { ClockEvent, ClockState } from './clock/language.ts';
import type { EmergencyCommand } from './emergency/commands.ts';
import type { EmergencyEvent, EmergencyState } from './emergency/language.ts';
import type { ExpectedCommand } from './expected/commands.ts';
import type { ExpectedEvent, ExpectedState } from './expected/language.ts';
import type { InjectCommand } from './injects/commands.ts';
import type { InjectEvent, InjectsState } from './injects/language.ts';
import type { MessageCommand } from './messages/commands.ts';
import type { MessageEvent, MessagesState } from './messages/language.ts';
import type { MilestoneCommand } from './milestones/commands.ts';
import type { MilestoneEvent, MilestonesState } from './milestones/language.ts';
import type { MoveEvent, MovesState } from './moves/language.ts';
import type { SeatCommand } from './seats/commands.ts';
import type { SeatEvent, SeatsState } from './seats/language.ts';
import type { SharingCommand } from './sharing/commands.ts';
import type { SharingEvent } from './sharing/language.ts';
import type { SharingState } from './sharing/state.ts';
import type { TakingCommand } from './takings/commands.ts';
import type { TakingEvent, TakingsState } from './takings/language.ts';

/** What a seat (or lead control) knows: the fold of the events addressed to it. */
export interface World {
  readonly seats: SeatsState;
  readonly clock: ClockState;
  readonly moves: MovesState;
  readonly milestones: MilestonesState;
  readonly sharing: SharingState;
  readonly injects: InjectsState;
  readonly expected: ExpectedState;
  readonly messages: MessagesState;
  readonly emergency: EmergencyState;
  readonly takings: TakingsState;
  readonly attachments: AttachmentsState;
}
export type RoomName = keyof World;
export type AnyEvent =
  | SeatEvent
  | ClockEvent
  | MoveEvent
  | MilestoneEvent
  | SharingEvent
  | InjectEvent
  | ExpectedEvent
  | MessageEvent
  | EmergencyEvent
  | TakingEvent
  | AttachmentEvent;
export type Command =
  | SeatCommand
  | ClockCommand
  | MilestoneCommand
  | SharingCommand
  | InjectCommand
  | ExpectedCommand
  | MessageCommand
  | EmergencyCommand
  | TakingCommand;
