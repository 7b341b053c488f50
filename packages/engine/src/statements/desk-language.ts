import type { Address } from '../audience.ts';
import type { Fact, Id, Ms, Text } from '../fact.ts';
import type { Asked, Claim } from './cards.ts';
import type { Attribution, Clearing, Expiry, LinkKind, Order, Posture, Rank } from './words.ts';

/** A side’s press desk: those who may speak for it and those who clear, what they draft, and joint statements. */

export interface PressRules {
  readonly party: string;
  /** Those who may speak, with their rank. */
  readonly speakers: readonly { readonly seat: Address; readonly rank: Rank }[];
  /** In order. None: nothing is cleared. */
  readonly clearers: readonly Address[];
  readonly order: Order;
  /** How long each has, ms. */
  readonly each: Ms;
  readonly expired: Expiry;
  /** Of `passes-up`: who has it after the last. */
  readonly up?: Address | undefined;
  /** True if answers at a press conference are cleared too. */
  readonly live: boolean;
  /** In which languages a side publishes: each is cleared. */
  readonly languages: readonly string[];
}
export interface DraftCard {
  readonly party: string;
  readonly by: Address;
  readonly attribution: Attribution;
  readonly posture: Posture;
  readonly outlet?: Address | undefined;
  readonly venue?: Text | undefined;
  /** A question that was put off the system, word for word. */
  readonly asked?: Asked | undefined;
  /** When it is to be published. */
  readonly due?: Ms | undefined;
}
/** One clearer’s turn, and until when. */
export interface Turn {
  readonly seat: Address;
  readonly due: Ms;
}
export interface JointCard {
  readonly title: Text;
  readonly text: Text;
  readonly claims: readonly Claim[];
  readonly parties: readonly string[];
  /** When it is published in all capitals, scenario ms. */
  readonly release: Ms;
}

export type DeskEvent =
  /** To the press desk of that side. */
  | ({ readonly type: 'PressGiven' } & PressRules)
  /** To the press desk. The event is the draft. What it answers, corrects or uses: SaidLinked. */
  | { readonly type: 'StatementDrafted'; readonly card: DraftCard }
  /** To the press desk: one language of it, whole. `claims`: what it says in that language. */
  | {
      readonly type: 'DraftWorded';
      readonly draft: Id;
      readonly language: string;
      readonly text: string;
      readonly claims: readonly Claim[];
      readonly by: Address;
    }
  /** To the press desk: that language is to be cleared, by whom and until when. */
  | {
      readonly type: 'ClearanceAsked';
      readonly draft: Id;
      readonly language: string;
      readonly order: Order;
      readonly expired: Expiry;
      readonly turns: readonly Turn[];
      readonly by: Address;
    }
  /** To the press desk. What was edited follows as DraftWorded. */
  | {
      readonly type: 'ClearanceDone';
      readonly draft: Id;
      readonly language: string;
      readonly act: Clearing;
      readonly by: Address;
      readonly text?: Text | undefined;
      /** Whose turn it is now, and until when. */
      readonly next?: Turn | undefined;
    }
  /** To the press desk: an earlier clearer has read a later one’s edit. */
  | { readonly type: 'EditNoted'; readonly draft: Id; readonly language: string; readonly by: Address }
  /** To the press desk: a clearer’s time has passed, and what follows. */
  | {
      readonly type: 'ClearanceLapsed';
      readonly draft: Id;
      readonly language: string;
      readonly seat: Address;
      readonly follows: Expiry;
      readonly next?: Turn | undefined;
      readonly jumped?: true | undefined;
    }
  /** To the press desk: all who have not cleared yet have longer. */
  | {
      readonly type: 'ClearanceProlonged';
      readonly draft: Id;
      readonly language: string;
      readonly turns: readonly Turn[];
      readonly by: Address;
    }
  | { readonly type: 'StatementDraftDropped'; readonly draft: Id; readonly by: Address }
  /** To the sides that agreed it. The event is the joint statement before its release. */
  | { readonly type: 'JointAgreed'; readonly card: JointCard }
  /** To those sides: one of them has its hand at it. */
  | { readonly type: 'JointHandGiven'; readonly joint: Id; readonly party: string; readonly by: Address }
  /** To those sides (control has the outlets): these have the text until its release. */
  | { readonly type: 'EmbargoGiven'; readonly joint: Id; readonly outlets: readonly Address[]; readonly by: Address };

export interface Worded extends Fact {
  readonly at: Ms;
  readonly language: string;
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly by: Address;
}
/** What happened in the clearance of one language, in order. */
export type ClearanceStep = Fact & { readonly at: Ms; readonly language: string } & (
    | { readonly is: 'asked'; readonly order: Order; readonly expired: Expiry; readonly turns: readonly Turn[]; readonly by: Address }
    | { readonly is: 'prolonged'; readonly turns: readonly Turn[]; readonly by: Address }
    | {
        readonly is: 'done';
        readonly act: Clearing;
        readonly by: Address;
        readonly text?: Text | undefined;
        readonly next?: Turn | undefined;
      }
    | { readonly is: 'noted'; readonly by: Address }
    | {
        readonly is: 'lapsed';
        readonly seat: Address;
        readonly follows: Expiry;
        readonly next?: Turn | undefined;
        readonly jumped?: true | undefined;
      }
  );
export interface PressDraft extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly card: DraftCard;
  readonly links: (Fact & { readonly how: LinkKind; readonly to: Id })[];
  /** Every wording, oldest first. */
  readonly words: Worded[];
  readonly steps: ClearanceStep[];
  dropped?: Fact & { readonly at: Ms; readonly by: Address };
  published?: Fact & { readonly at: Ms; readonly statement: Id };
}
export interface Joint extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly card: JointCard;
  readonly hands: (Fact & { readonly at: Ms; readonly party: string; readonly by: Address })[];
  readonly embargoes: (Fact & { readonly at: Ms; readonly outlets: readonly Address[]; readonly by: Address })[];
}
