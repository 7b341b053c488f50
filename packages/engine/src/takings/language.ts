import type { Address } from '../audience.ts';
import type { Fact, Id, Ms } from '../fact.ts';

/** Which controller has taken what waits for a hand, so that two of them do not both answer; and what one has dismissed. */
export type TakingEvent =
  /** To the controllers whose card it is. `card`: an inject, expected action, message, request, roll-call or emergency. */
  | { readonly type: 'CardTaken'; readonly card: Id; readonly seat: Address }
  /** To the seat that took it: whose hand it was. */
  | { readonly type: 'TakerNamed'; readonly taking: Id; readonly person: Id }
  /** To those who were told that it was taken: given back, or the taker has left. */
  | { readonly type: 'CardGivenBack'; readonly taking: Id }
  /** To the controllers whose card it is: others let it pass, and nothing more is done about it. */
  | { readonly type: 'CardDismissed'; readonly card: Id; readonly seat: Address };

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
  /** By card. */
  readonly dismissed: Map<Id, Fact & { readonly seat: Address; readonly at: Ms }>;
}
