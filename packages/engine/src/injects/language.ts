import type { AttachmentCard } from '../attachments/language.ts';
import type { Address } from '../audience.ts';
import type { Condition } from '../conditions.ts';
import type { Fact, Id, Ms, Text } from '../fact.ts';
import type { After } from '../fields.ts';
import type { CHANNELS } from '../kinds.ts';
import type { Label } from '../labels/policy.ts';
import type { Lookup } from '../lookup.ts';
import type { ItemCard } from '../sharing/language.ts';

/** Injects: what control puts before the players, and what became of it. */

/** What control holds of an inject before it is released. For a party's controllers: cut to that party's recipients. */
export interface InjectCard {
  readonly number: string;
  /** The scenario's own id; absent if improvised. Lead control only. */
  readonly scenario?: string | undefined;
  readonly kind: 'contextual' | 'contingency';
  readonly channel: (typeof CHANNELS)[number];
  readonly from: string;
  /** Empty: nobody, until lead control chooses. Such a row is lead control’s alone. */
  readonly to: readonly Address[];
  readonly label: Label;
  readonly title: Text;
  readonly text: Text;
  /** Planned time, ms; absent if it depends on something else or on a hand. */
  readonly at?: Ms | undefined;
  /** True if a controller's hand must release it. */
  readonly manual: boolean;
  /** Whose hand: `control` or `control:PARTY`. */
  readonly controller: Address;
  readonly objective?: string | undefined;
  /** What the controller should watch for. */
  readonly note?: Text | undefined;
  readonly improvised: boolean;
  /** The item that it brings; its id is lead control’s until it is released. */
  readonly brings?: { readonly item?: Id | undefined; readonly card: ItemCard } | undefined;
  /** The statement, report or question of the scenario that it brings, and the terms of which it tells. Lead control only. */
  readonly says?: string | undefined;
  readonly tells?: readonly string[] | undefined;
  /** For control to look at beforehand; recipients get addresses of their own. */
  readonly attachments?: readonly AttachmentCard[] | undefined;
}
export type InjectEvent =
  /** To lead control: the row whole, with what it waits for. */
  | {
      readonly type: 'InjectPlanned';
      readonly inject: Id;
      readonly card: InjectCard;
      /** True if the scenario itself names the hand: a disclosure that its author chose. */
      readonly named?: true | undefined;
      readonly after?: After | undefined;
      readonly when?: Condition | undefined;
      readonly until?: Ms | undefined;
      readonly set?: Readonly<Record<string, string | number | boolean>> | undefined;
    }
  /** To a party's controllers and evaluators: the row cut to that party. `waits`: it depends on something that need not be theirs to know; `when` only if it is. */
  | {
      readonly type: 'InjectShown';
      readonly inject: Id;
      readonly party: string;
      readonly card: InjectCard;
      readonly waits: boolean;
      readonly when?: Condition | undefined;
    }
  /** To control (and controllers concerned): its time is now known, or was changed. */
  | { readonly type: 'InjectTimed'; readonly inject: Id; readonly at: Ms; readonly by?: Address | undefined }
  /** Its time has come and its condition does not hold yet. */
  | { readonly type: 'InjectWaits'; readonly inject: Id }
  /** Its time has come and it waits for a hand. */
  | { readonly type: 'InjectDue'; readonly inject: Id }
  | { readonly type: 'InjectHeld'; readonly inject: Id; readonly by: Address }
  | { readonly type: 'HoldLifted'; readonly inject: Id; readonly by: Address }
  | { readonly type: 'InjectSkipped'; readonly inject: Id; readonly by: Address }
  | { readonly type: 'InjectRestored'; readonly inject: Id; readonly by: Address }
  | { readonly type: 'InjectLapsed'; readonly inject: Id }
  /** To lead control: who gets a row that named nobody. What each party may know of that is told by InjectShown. */
  | { readonly type: 'InjectAddressed'; readonly inject: Id; readonly to: readonly Address[]; readonly by: Address }
  /** To control: released. `by` is absent if time or condition did it. */
  | { readonly type: 'InjectReleased'; readonly inject: Id; readonly by?: Address | undefined }
  /** To the recipients of one party, or to everyone, or to the public: what they get, and nothing of others. */
  | {
      readonly type: 'InjectDelivered';
      readonly channel: (typeof CHANNELS)[number];
      readonly from: string;
      readonly to: readonly Address[];
      readonly label: Label;
      readonly title: Text;
      readonly text: Text;
      readonly attachments?: readonly AttachmentCard[] | undefined;
    }
  /** To control (and the party's controllers): which delivery came of which inject. */
  | { readonly type: 'DeliveryLinked'; readonly inject: Id; readonly delivery: Id }
  /** To control (and controllers concerned): the whole text of a version, with one language more. */
  | {
      readonly type: 'InjectTranslated';
      readonly inject: Id;
      readonly version: number;
      readonly language: string;
      readonly title: Text;
      readonly text: Text;
      readonly by: Address;
    }
  /** To those who hold the delivery: the same. */
  | {
      readonly type: 'DeliveryTranslated';
      readonly delivery: Id;
      readonly version: number;
      readonly language: string;
      readonly title: Text;
      readonly text: Text;
    }
  /** To those who hold the delivery: the new text. */
  | {
      readonly type: 'DeliveryCorrected';
      readonly delivery: Id;
      readonly version: number;
      readonly title: Text;
      readonly text: Text;
      readonly reason?: Text | undefined;
    }
  | { readonly type: 'DeliveryWithdrawn'; readonly delivery: Id; readonly reason?: Text | undefined }
  /** To control (and controllers concerned): who did it. */
  | { readonly type: 'InjectCorrected'; readonly inject: Id; readonly by: Address }
  | { readonly type: 'InjectWithdrawn'; readonly inject: Id; readonly by: Address }
  | { readonly type: 'InjectRead'; readonly delivery: Id; readonly seat: Address }
  | { readonly type: 'InjectAcknowledged'; readonly delivery: Id; readonly seat: Address; readonly version?: number | undefined };

/** By: a controller's address; absent when time or a condition did it. */
export interface Mark extends Fact {
  readonly at: Ms;
  readonly by?: Address | undefined;
}
export interface InjectRow {
  /** Lead control's row. */
  plan?: Fact & {
    readonly card: InjectCard;
    readonly named?: true | undefined;
    readonly after?: After | undefined;
    readonly when?: Condition | undefined;
    readonly until?: Ms | undefined;
    readonly set?: Readonly<Record<string, string | number | boolean>> | undefined;
    readonly planned: Ms;
  };
  /** By party: the row as that party's controllers hold it. Hardly ever another, so that it is made anew then. */
  shown: ReadonlyMap<
    string,
    Fact & { readonly card: InjectCard; readonly waits: boolean; readonly when?: Condition | undefined; readonly planned: Ms }
  >;
  timed?: Mark & { readonly due: Ms };
  waits?: Mark;
  due?: Mark;
  /** The last of hold/lift: `held` tells which. */
  hold?: Mark & { readonly held: boolean };
  skip?: Mark & { readonly skipped: boolean };
  lapsed?: Mark;
  released?: Mark;
  /** The last correction. */
  corrected?: Mark;
  /** The last language that was added. */
  translated?: Mark & { readonly language: string };
  withdrawn?: Mark;
  deliveries: ReadonlyMap<Id, Fact>;
}
export interface Delivery extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly channel: (typeof CHANNELS)[number];
  readonly from: string;
  readonly to: readonly Address[];
  readonly label: Label;
  title: Text;
  text: Text;
  /** The last language that was added, to whichever version. */
  translated?: Fact & { readonly at: Ms; readonly language: string };
  readonly attachments?: readonly AttachmentCard[] | undefined;
  read: ReadonlyMap<Address, Mark>;
  /** `version`: which text was acknowledged; 0 if absent. */
  acknowledged: ReadonlyMap<Address, Mark & { readonly version?: number | undefined }>;
  /** Oldest first; the last one stands. What was delivered stays as it was. */
  readonly corrections: (Fact & { readonly at: Ms; readonly title: Text; readonly text: Text; readonly reason?: Text | undefined })[];
  withdrawn?: Fact & { readonly at: Ms; readonly reason?: Text | undefined };
}
export interface InjectsState {
  readonly rows: Map<Id, InjectRow>;
  readonly deliveries: Map<Id, Delivery>;
  /** Rows by their name in the scenario, and by what they come after. */
  readonly named: Lookup;
  readonly following: Lookup;
  /** Of which row each delivery is. */
  readonly linked: Map<Id, Fact & { readonly inject: Id }>;
}
