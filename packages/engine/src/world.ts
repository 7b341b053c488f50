import type { AttachmentEvent, AttachmentsState } from './attachments/language.ts';
import type { ClockCommand, ClockEvent, ClockState } from './clock/language.ts';
import type { EmergencyCommand, EmergencyEvent, EmergencyState } from './emergency/language.ts';
import type { ExpectedCommand, ExpectedEvent, ExpectedState } from './expected/language.ts';
import type { InjectCommand, InjectEvent, InjectsState } from './injects/language.ts';
import type { MessageCommand, MessageEvent, MessagesState } from './messages/language.ts';
import type { MilestoneCommand, MilestoneEvent, MilestonesState } from './milestones/language.ts';
import type { MoveEvent, MovesState } from './moves/language.ts';
import type { SeatCommand, SeatEvent, SeatsState } from './seats/language.ts';
import type { SharingCommand, SharingEvent } from './sharing/language.ts';
import type { SharingState } from './sharing/state.ts';

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
  | AttachmentEvent;
export type Command =
  | SeatCommand
  | ClockCommand
  | MilestoneCommand
  | SharingCommand
  | InjectCommand
  | ExpectedCommand
  | MessageCommand
  | EmergencyCommand;
