import type { Address } from '../audience.ts';
import type { Condition } from '../conditions.ts';
import type { Fact, Id, Ms, Text } from '../fact.ts';
import type { After } from '../fields.ts';
import type { Lookup } from '../lookup.ts';

/** Expected actions: MSEL events delivered to nobody; the record sees them, or a controller judges. */

export interface ExpectedCard {
  readonly number: string;
  readonly scenario?: string | undefined;
  readonly by: Address;
  readonly text: Text;
  readonly within: Ms;
  /** When the time allowed begins, if known from the start. */
  readonly at?: Ms | undefined;
  readonly task?: string | undefined;
  readonly objective?: string | undefined;
  /** True if the record sees it by itself. */
  readonly bySight: boolean;
  readonly controller: Address;
}
export type ExpectedEvent =
  /** To lead control. */
  | {
      readonly type: 'ExpectedPlanned';
      readonly expected: Id;
      readonly card: ExpectedCard;
      readonly after?: After | undefined;
      readonly seen?: Condition | undefined;
      /** What one must know to do it: scenario items, or ITEM/PORTION. */
      readonly needs?: readonly string[] | undefined;
    }
  /** To the controllers and evaluators of the party that should act. */
  | {
      readonly type: 'ExpectedShown';
      readonly expected: Id;
      readonly party: string;
      readonly card: ExpectedCard;
      /** What it comes after, by its id on the record, if that is theirs to know. */
      readonly after?: After | undefined;
      /** What the record looks for, if all of it is theirs to know: they are told at once. */
      readonly seen?: Condition | undefined;
      /** True if what the record looks for is not theirs to know: they are told at the deadline. */
      readonly atDeadline?: true | undefined;
    }
  /** The time allowed has begun. To those who know the time, and to the hand that its author named. */
  | { readonly type: 'ExpectedOpened'; readonly expected: Id; readonly from: Ms; readonly deadline: Ms }
  /** The record saw it. At once, to those who can read what it looks for and were told that the time began. */
  | { readonly type: 'ExpectedSeen'; readonly expected: Id; readonly late: boolean }
  | {
      readonly type: 'ExpectedJudged';
      readonly expected: Id;
      readonly verdict: 'met' | 'partly' | 'not';
      readonly done: Ms;
      /** False where somebody is told of it who does not know the deadline; `expectedStatus` says it to those who do. */
      readonly late: boolean;
      readonly by: Address;
      readonly note?: string | undefined;
    }
  /** The time allowed has passed; `jumped`: by a jump of control’s, so that nobody missed it. To those who were told that it began. */
  | { readonly type: 'ExpectedMissed'; readonly expected: Id; readonly jumped?: true | undefined }
  /** To a party that was not told when the record saw it: that it did, just after the deadline, or at ENDEX if it was late. */
  | { readonly type: 'ExpectedReported'; readonly expected: Id; readonly late: boolean };

export interface ExpectedRow {
  plan?: Fact & {
    readonly card: ExpectedCard;
    readonly after?: After | undefined;
    readonly seen?: Condition | undefined;
    readonly needs?: readonly string[] | undefined;
  };
  /** By party. Hardly ever another, so that it is made anew then. */
  shown: ReadonlyMap<
    string,
    Fact & {
      readonly card: ExpectedCard;
      readonly after?: After | undefined;
      readonly seen?: Condition | undefined;
      readonly atDeadline?: true | undefined;
    }
  >;
  opened?: Fact & { readonly from: Ms; readonly deadline: Ms };
  seen?: Fact & { readonly at: Ms; readonly late: boolean };
  judged?: Fact & {
    readonly verdict: 'met' | 'partly' | 'not';
    readonly at: Ms;
    readonly done: Ms;
    readonly late: boolean;
    readonly by: Address;
    readonly note?: string | undefined;
  };
  missed?: Fact & { readonly at: Ms; readonly jumped?: true | undefined };
  reported?: Fact & { readonly at: Ms; readonly late: boolean };
}
export interface ExpectedState {
  readonly rows: Map<Id, ExpectedRow>;
  /** Rows by their name in the scenario, and by what they come after. */
  readonly named: Lookup;
  readonly following: Lookup;
}
/** The one status that screens show. `passed`: a jump of control’s passed its deadline, so that it is in no rate. */
export type ExpectedStatus = 'planned' | 'open' | 'met' | 'late' | 'partly' | 'not' | 'missed' | 'passed';
