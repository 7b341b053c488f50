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
import type { TranslationCommand } from './translations/commands.ts';
import type { TranslationEvent, TranslationsState } from './translations/language.ts';

/** What a room knows, what it may be asked to do and what may happen in it. */
interface Language<S, C, E> {
  readonly state: S;
  readonly command: C;
  readonly event: E;
}
/** The languages of all rooms, a line for each. */
interface Languages {
  readonly seats: Language<SeatsState, SeatCommand, SeatEvent>;
  readonly clock: Language<ClockState, ClockCommand, ClockEvent>;
  readonly moves: Language<MovesState, never, MoveEvent>;
  readonly milestones: Language<MilestonesState, MilestoneCommand, MilestoneEvent>;
  readonly sharing: Language<SharingState, SharingCommand, SharingEvent>;
  readonly injects: Language<InjectsState, InjectCommand, InjectEvent>;
  readonly expected: Language<ExpectedState, ExpectedCommand, ExpectedEvent>;
  readonly messages: Language<MessagesState, MessageCommand, MessageEvent>;
  readonly emergency: Language<EmergencyState, EmergencyCommand, EmergencyEvent>;
  readonly takings: Language<TakingsState, TakingCommand, TakingEvent>;
  readonly translations: Language<TranslationsState, TranslationCommand, TranslationEvent>;
  readonly attachments: Language<AttachmentsState, never, AttachmentEvent>;
}
export type RoomName = keyof Languages;
/** What a seat (or lead control) knows: the fold of the events addressed to it. */
export type World = { readonly [N in RoomName]: Languages[N]['state'] };
export type AnyEvent = Languages[RoomName]['event'];
export type Command = Languages[RoomName]['command'];
