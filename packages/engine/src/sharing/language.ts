import type { AttachmentCard } from '../attachments/language.ts';
import type { Address } from '../audience.ts';
import type { Id, Ms, Text } from '../fact.ts';
import type { Label, LabelPolicy } from '../labels/policy.ts';

/** Information sharing: items with an originator and labelled portions, releases, requests, and what was known by whom. */

export const ITEM_KINDS = ['assessment', 'report', 'data', 'other'] as const;
/** A proposal is put to a forum; records of earlier versions have some as items. */
export type ItemKind = (typeof ITEM_KINDS)[number] | 'proposal';
/** Who may pass an item on without the originator’s word in each case: nobody, a holder’s releasing seats, every holder. */
export const ONWARD = ['originator-approval', 'own-discretion', 'free'] as const;
export type Onward = (typeof ONWARD)[number];

/**
 * Names a version and says when it was made: wall ms, a blank, an opaque id. Two that were made at one time are in the order
 * in which they came. It says nothing of other versions: a count, or a time that had to be later than the last, would tell
 * that there was one. In records of before: scenario ms, each later than the one before.
 */
export type Version = string | Ms;

export interface Portion {
  readonly text: Text;
  readonly label: Label;
  readonly releasableTo?: readonly string[] | undefined;
}
/** An item as its holders have it, complete in itself. */
export interface ItemCard {
  readonly title: Text;
  readonly kind: ItemKind;
  /** `party:P` or `entity:E`. */
  readonly originator: Address;
  readonly portions: readonly Portion[];
  /** The label of the whole. */
  readonly label: Label;
  readonly onward: Onward;
  readonly expires?: Ms | undefined;
  /** Of a new version: which it is. Absent for the first. */
  readonly made?: Version | undefined;
  readonly attachments?: readonly AttachmentCard[] | undefined;
}
/** What was taken out of a portion on the way to a sanitised version. */
export interface Redaction {
  /** The portion of the source, from 0. */
  readonly portion: number;
  /** `left-out`: the portion whole · `cut`: stretches of it · `reworded`: said in other words. */
  readonly how: 'left-out' | 'cut' | 'reworded';
  /** By language: the stretches, [from, to). */
  readonly cuts?: Readonly<Record<string, readonly (readonly [number, number])[]>> | undefined;
}

export type SharingEvent =
  /** To `public`: the label policy, the onward rule and who is whose client. */
  | {
      readonly type: 'SharingRulesGiven';
      readonly policy: LabelPolicy;
      readonly onward: Onward;
      /** By party. */
      readonly clients: Readonly<Record<string, readonly string[]>>;
      /** By party: the seat that hears of a request that nobody decided in time. */
      readonly heads: Readonly<Record<string, string>>;
    }
  /** To lead control: an item of the scenario, and what the author says of it. */
  | {
      readonly type: 'ItemPlanned';
      readonly item: Id;
      readonly scenario: string;
      readonly card: ItemCard;
      /** The portions’ names, for `needs` of expected actions. */
      readonly names: readonly string[];
      readonly needs: readonly Address[];
      readonly keepFrom: readonly string[];
    }
  /** To those who get it: the item whole. `by` is absent for what one holds from the start or got by an inject. */
  | {
      readonly type: 'ItemGiven';
      readonly item: Id;
      readonly card: ItemCard;
      readonly to: readonly Address[];
      readonly by?: Address | undefined;
      readonly note?: Text | undefined;
      /** Under which the originator let it be passed on; they go along with it. */
      readonly conditions?: readonly Text[] | undefined;
      /** The inject’s delivery that brought it. */
      readonly delivery?: Id | undefined;
    }
  /** To holders of the releasing side: who released what, in which version, to whom. */
  | {
      readonly type: 'ItemReleased';
      readonly item: Id;
      readonly to: readonly Address[];
      readonly by: Address;
      readonly made?: Version | undefined;
    }
  /** To holders whom it may reach: the originator’s new version. */
  | { readonly type: 'ItemRevised'; readonly item: Id; readonly card: ItemCard }
  /** To those of the same who have that very version: the version with one language more. */
  | { readonly type: 'ItemTranslated'; readonly item: Id; readonly card: ItemCard; readonly language: string }
  /** To those who hold both: this item rests on that one. */
  | { readonly type: 'ItemBased'; readonly item: Id; readonly on: Id }
  /** To those who hold both: this item was made of that one, of these portions, with this taken out. */
  | {
      readonly type: 'ItemDerived';
      readonly item: Id;
      readonly from: Id;
      readonly how: 'part' | 'sanitised';
      /** For each of its portions, the one of the source that it stands for, from 0. */
      readonly portions: readonly number[];
      readonly removed: readonly Redaction[];
      readonly reason?: Text | undefined;
      /** The version of the source; those who are told have it. */
      readonly made?: Version | undefined;
    }
  | { readonly type: 'ItemRead'; readonly item: Id; readonly seat: Address }
  /** Also to who released it. */
  | { readonly type: 'ItemAcknowledged'; readonly item: Id; readonly seat: Address }
  /** To the asking seat and those who decide. */
  | {
      readonly type: 'ItemRequested';
      readonly request: Id;
      readonly of: Address;
      readonly from: Address;
      readonly text: Text;
      readonly for: readonly Address[];
      readonly due: Ms;
    }
  /** To those of both sides who hold the item: what the request is about. */
  | { readonly type: 'RequestAbout'; readonly request: Id; readonly item: Id }
  /** To holders among those who decide: which of their items the request concerns. */
  | { readonly type: 'RequestConcerns'; readonly request: Id; readonly item: Id }
  /** To both sides. */
  | {
      readonly type: 'RequestDecided';
      readonly request: Id;
      readonly decision: 'grant' | 'conditions' | 'refuse';
      readonly by: Address;
      readonly conditions?: Text | undefined;
      readonly reason?: Text | undefined;
    }
  /** To those who decide: a reason that the requester is not told. */
  | { readonly type: 'RefusalReasoned'; readonly request: Id; readonly reason: Text }
  /** To those of both sides who hold both: the item answers the request. */
  | { readonly type: 'RequestAnswered'; readonly request: Id; readonly item: Id }
  /** To both sides: the time for an answer has passed; `jumped`: by a jump of control’s. */
  | { readonly type: 'RequestOverdue'; readonly request: Id; readonly jumped?: true | undefined }
  /** To the party’s head when nobody has decided in time: the request whole. */
  | {
      readonly type: 'RequestEscalated';
      readonly request: Id;
      readonly of: Address;
      readonly from: Address;
      readonly text: Text;
      readonly for: readonly Address[];
      readonly due: Ms;
      readonly since: Ms;
    }
  | { readonly type: 'RequestWithdrawn'; readonly request: Id }
  /** To those who were told of the request: what is asked, with one language more. */
  | { readonly type: 'RequestTranslated'; readonly request: Id; readonly language: string; readonly text: Text }
  /** To the asking side’s holders and those who decided: the originator’s word for passing a version on. */
  | {
      readonly type: 'OnwardGranted';
      readonly item: Id;
      readonly for: readonly Address[];
      /** From 0; absent: the whole. */
      readonly portions?: readonly number[] | undefined;
      readonly conditions?: Text | undefined;
      /** The version that the word is for. */
      readonly made?: Version | undefined;
    }
  /** To the holders of one party that is asked to destroy it. */
  | { readonly type: 'ItemRecalled'; readonly item: Id; readonly party: string; readonly reason?: Text | undefined }
  /** To holders of the originator’s side: of whom it was asked, and by whom. */
  | {
      readonly type: 'RecallMade';
      readonly item: Id;
      readonly from: readonly string[];
      readonly by: Address;
      readonly reason?: Text | undefined;
    }
  /** To the confirming seat, and to those who asked its party. */
  | { readonly type: 'DestructionConfirmed'; readonly item: Id; readonly seat: Address }
  /** To lead control: who was to be brought it by an inject (absent: from the start), and was not, and by which rule. Nobody else is told. */
  | {
      readonly type: 'ItemWithheld';
      readonly item: Id;
      readonly to: readonly Address[];
      /** The rule’s own word: `expired`, `recalled`, `not-cleared`, or how far the label would have to reach. */
      readonly because: string;
      readonly broughtBy?: Id | undefined;
    };
