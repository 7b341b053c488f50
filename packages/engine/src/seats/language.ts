import type { Address } from '../audience.ts';
import type { Fact, Id, Ms, Text } from '../fact.ts';
import type { MEDIA, RANKS } from '../kinds.ts';

/** Who and what the exercise is about, and who sits where. */

export interface PartyCard {
  readonly id: string;
  readonly name: Text;
  readonly letter: string;
  readonly capital?: { readonly name: Text; readonly zone: string } | undefined;
  readonly playedByControl: boolean;
}
export interface CellCard {
  readonly id: string;
  readonly party: string;
  readonly name: Text;
  readonly seats: readonly { readonly id: string; readonly name: Text; readonly may: readonly string[] }[];
}
export interface EntityCard {
  readonly id: string;
  readonly name: Text;
  readonly kind: string;
  readonly medium?: (typeof MEDIA)[number] | undefined;
  /** The party for which it speaks in public. */
  readonly speaksFor?: string | undefined;
  readonly rank?: (typeof RANKS)[number] | undefined;
}
export interface ObjectiveCard {
  readonly id: string;
  readonly text: Text;
  readonly tasks: readonly { readonly id: string; readonly text: Text; readonly target?: Ms | undefined }[];
}

export type SeatEvent =
  /** To `public`: what the exercise is. */
  | {
      readonly type: 'ExerciseOpened';
      readonly scenario: string;
      readonly title: Text;
      readonly start: string;
      readonly duration: Ms;
      readonly languages: readonly string[];
      readonly parties: readonly PartyCard[];
    }
  /** To `public`: cells, seats (roles, never persons) and outside entities, so that every screen can say who speaks. */
  | { readonly type: 'DirectoryGiven'; readonly cells: readonly CellCard[]; readonly entities: readonly EntityCard[] }
  /** To control and the parties' controllers and evaluators. */
  | { readonly type: 'ObjectivesGiven'; readonly objectives: readonly ObjectiveCard[] }
  /** What `scope` is told before STARTEX. */
  | { readonly type: 'BriefingGiven'; readonly scope: Address; readonly text: Text }
  | {
      readonly type: 'PersonSeated';
      readonly seat: Address;
      readonly name: string;
      readonly function?: string | undefined;
      readonly takesOverFrom?: Id | undefined;
    }
  | { readonly type: 'PersonLeft'; readonly seat: Address; readonly person: Id }
  /** Who acts for the seat from here on; written before an act whenever it changes. */
  | { readonly type: 'HandChanged'; readonly seat: Address; readonly person: Id }
  | { readonly type: 'RollCalled'; readonly by: Address }
  | { readonly type: 'RollAnswered'; readonly roll: Id; readonly seat: Address };

export interface Person extends Fact {
  readonly id: Id;
  readonly seat: Address;
  readonly name: string;
  readonly function?: string | undefined;
  readonly since: Ms;
  left?: Fact & { readonly at: Ms };
}
export interface Roll extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly by: Address;
  readonly answers: Map<Address, Fact & { readonly at: Ms }>;
}
export interface SeatsState {
  exercise?: Fact & {
    readonly scenario: string;
    readonly title: Text;
    readonly start: string;
    readonly duration: Ms;
    readonly languages: readonly string[];
    readonly parties: readonly PartyCard[];
  };
  directory?: Fact & { readonly cells: readonly CellCard[]; readonly entities: readonly EntityCard[] };
  objectives?: Fact & { readonly list: readonly ObjectiveCard[] };
  readonly briefings: Map<Address, Fact & { readonly text: Text }>;
  readonly people: Map<Id, Person>;
  /** By seat: whose hand acts. */
  readonly hands: Map<Address, Fact & { readonly person: Id }>;
  readonly rolls: Map<Id, Roll>;
}
