import type { Address } from '../audience.ts';
import type { Fact, Id, Ms, Text } from '../fact.ts';
import type { LabelPolicy } from '../labels/policy.ts';
import type { Lookup } from '../lookup.ts';
import type { ItemCard, Onward, Redaction, Version } from './language.ts';

/** What the room of information sharing knows: items by how they came to whom, and requests by how they were answered. */

type Dated = Fact & { readonly at: Ms };

/** How an item, or a new version of it, came to somebody. */
export interface Copy extends Dated {
  readonly card: ItemCard;
  /** Absent for a new version: it goes to all holders. */
  readonly to?: readonly Address[] | undefined;
  readonly by?: Address | undefined;
  readonly note?: Text | undefined;
  readonly conditions?: readonly Text[] | undefined;
  readonly delivery?: Id | undefined;
  /** Of a version that came before: the language that was added. */
  readonly language?: string | undefined;
}
export interface Derivation extends Dated {
  readonly from: Id;
  readonly how: 'part' | 'sanitised';
  readonly portions: readonly number[];
  readonly removed: readonly Redaction[];
  readonly reason?: Text | undefined;
  /** The version of the source. */
  readonly made?: Version | undefined;
}
export interface Grant extends Dated {
  readonly for: readonly Address[];
  readonly portions?: readonly number[] | undefined;
  readonly conditions?: Text | undefined;
  /** The version that it is for. */
  readonly made?: Version | undefined;
}
export interface Item {
  readonly id: Id;
  /** What the author says of it. Lead control only. */
  plan?: Dated & {
    readonly scenario: string;
    readonly card: ItemCard;
    readonly names: readonly string[];
    readonly needs: readonly Address[];
    readonly keepFrom: readonly string[];
  };
  /** By event, oldest first; the version made last stands. */
  readonly copies: Map<Id, Copy>;
  readonly releases: Map<Id, Dated & { readonly to: readonly Address[]; readonly by: Address; readonly made?: Version | undefined }>;
  /** By event: the same link may reach different holders at different times. */
  readonly based: Map<Id, Dated & { readonly on: Id }>;
  readonly derived: Map<Id, Derivation>;
  readonly grants: Map<Id, Grant>;
  readonly read: Map<Address, Dated>;
  /** By event: who was given it anew after a recall acknowledges it anew. */
  readonly acknowledged: Map<Id, Dated & { readonly seat: Address }>;
  /** By event: a party is asked again for those who got it since. */
  readonly recalled: Map<Id, Dated & { readonly party: string; readonly reason?: Text | undefined }>;
  readonly recalls: Map<Id, Dated & { readonly from: readonly string[]; readonly by: Address; readonly reason?: Text | undefined }>;
  /** By event: what was given anew can be recalled and destroyed again. */
  readonly destroyed: Map<Id, Dated & { readonly seat: Address }>;
  /** By event: who was to be brought it by an inject (absent: from the start), and was not. Lead control only. */
  readonly withheld: Map<Id, Dated & { readonly to: readonly Address[]; readonly because: string; readonly broughtBy?: Id | undefined }>;
  /** Its givings, versions, releases and recalls, what it rests on, and what its holders confirmed, in the order in which they came: of two at the same moment, one was before the other. */
  readonly course: Fact[];
}
export interface Request {
  readonly id: Id;
  /** By event: as it was made, and again for those to whom it was escalated. */
  readonly asked: Map<
    Id,
    Dated & {
      readonly of: Address;
      readonly from: Address;
      readonly text: Text;
      readonly for: readonly Address[];
      readonly due: Ms;
      /** When it was made. */
      readonly since: Ms;
    }
  >;
  /** By event: told again to those to whom it was escalated. */
  readonly about: Map<Id, Fact & { readonly item: Id }>;
  readonly concerns: Map<Id, Dated>;
  /** By event: the same item may answer it to different holders at different times. */
  readonly answers: Map<Id, Dated & { readonly item: Id }>;
  decided?: Dated & {
    readonly decision: 'grant' | 'conditions' | 'refuse';
    readonly by: Address;
    readonly conditions?: Text | undefined;
    readonly reason?: Text | undefined;
  };
  reasoned?: Fact & { readonly reason: Text };
  overdue?: Dated & { readonly jumped?: true | undefined };
  /** To the head of the asked side. */
  escalated?: Dated;
  withdrawn?: Dated;
  /** The last language that was added. */
  translated?: Dated & { readonly language: string };
}
export interface SharingState {
  rules?: Fact & {
    readonly policy: LabelPolicy;
    readonly onward: Onward;
    readonly clients: Readonly<Record<string, readonly string[]>>;
    readonly heads: Readonly<Record<string, string>>;
  };
  readonly items: Map<Id, Item>;
  readonly requests: Map<Id, Request>;
  /** Items by their name in the scenario, by what they rest on, by what they were made of, and by the delivery that brought them. */
  readonly named: Lookup;
  readonly resting: Lookup;
  readonly made: Lookup;
  readonly brought: Lookup;
  /** Requests by the items that they are about. */
  readonly asked: Lookup;
}
