import { z } from 'zod';
import type { After } from '../after.ts';
import type { Address } from '../audience.ts';
import type { Condition } from '../conditions.ts';
import { maybeWords } from '../fields.ts';
import type { Fact, Id, Ms, Text } from '../room.ts';

/** Expected actions: MSEL events delivered to nobody; the record sees them, or a controller judges. */
export const expectedCommands = {
  JudgeExpected: z.strictObject({
    type: z.literal('JudgeExpected'),
    expected: z.string().max(40),
    verdict: z.enum(['met', 'partly', 'not']),
    /** When it was done, scenario ms, if earlier than now. */
    at: z.number().int().min(0).optional(),
    note: maybeWords(2_000),
  }),
};
export type ExpectedCommand = z.infer<(typeof expectedCommands)[keyof typeof expectedCommands]>;

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
  | { readonly type: 'ExpectedShown'; readonly expected: Id; readonly party: string; readonly card: ExpectedCard }
  /** The time allowed has begun. */
  | { readonly type: 'ExpectedOpened'; readonly expected: Id; readonly from: Ms; readonly deadline: Ms }
  /** The record saw it. */
  | { readonly type: 'ExpectedSeen'; readonly expected: Id; readonly late: boolean }
  | {
      readonly type: 'ExpectedJudged';
      readonly expected: Id;
      readonly verdict: 'met' | 'partly' | 'not';
      readonly done: Ms;
      readonly late: boolean;
      readonly by: Address;
      readonly note?: string | undefined;
    }
  /** The time allowed has passed. */
  | { readonly type: 'ExpectedMissed'; readonly expected: Id };

export interface ExpectedRow {
  plan?: Fact & {
    readonly card: ExpectedCard;
    readonly after?: After | undefined;
    readonly seen?: Condition | undefined;
    readonly needs?: readonly string[] | undefined;
  };
  readonly shown: Map<string, Fact & { readonly card: ExpectedCard }>;
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
  missed?: Fact & { readonly at: Ms };
}
export interface ExpectedState {
  readonly rows: Map<Id, ExpectedRow>;
}
/** The one status that screens show. `judge`: its time has come and a controller must say. */
export type ExpectedStatus = 'planned' | 'open' | 'met' | 'late' | 'partly' | 'not' | 'missed';
