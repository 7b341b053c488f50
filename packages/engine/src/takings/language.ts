import { z } from 'zod';
import type { Address } from '../audience.ts';
import type { Fact, Id, Ms } from '../fact.ts';
import { ref } from '../fields.ts';

/** Which controller has taken what waits for a hand, so that two of them do not both answer. Nothing rests on it. */
const card = ref('card');
export const takingCommands = {
  /** Also takes over what another controller has taken. */
  TakeCard: z.strictObject({ type: z.literal('TakeCard'), card }),
  GiveCardBack: z.strictObject({ type: z.literal('GiveCardBack'), card }),
};
export type TakingCommand = z.infer<(typeof takingCommands)[keyof typeof takingCommands]>;

export type TakingEvent =
  /** To the controllers whose card it is. `card`: an inject, expected action, message, request or emergency. */
  | { readonly type: 'CardTaken'; readonly card: Id; readonly seat: Address }
  /** To the seat that took it: whose hand it was. */
  | { readonly type: 'TakerNamed'; readonly taking: Id; readonly person: Id }
  /** To those who were told that it was taken: given back, or the taker has left. */
  | { readonly type: 'CardGivenBack'; readonly taking: Id };

export interface Taking extends Fact {
  readonly id: Id;
  readonly card: Id;
  readonly seat: Address;
  readonly at: Ms;
  /** Known at the taker’s seat and to lead control. */
  taker?: Fact & { readonly person: Id };
  back?: Fact & { readonly at: Ms };
}
export interface TakingsState {
  /** In the order in which they were made. */
  readonly takings: Map<Id, Taking>;
}
