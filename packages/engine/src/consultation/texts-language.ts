import type { Address } from '../audience.ts';
import type { Fact, Id, Ms, Text } from '../fact.ts';
import type { Label } from '../labels/policy.ts';
import type { StepTerms } from '../steps/terms.ts';

/** Texts on a forum’s table: paragraphs, brackets by party, versions with a digest over all that they say. */

export interface Paragraph {
  /** `p1`, `p2`, …: nothing hangs on where it stands. */
  readonly id: string;
  readonly text: Text;
  /** Of a plan: this paragraph is a step, and its words are the step’s. */
  readonly step?: StepTerms | undefined;
}
export interface TextCard {
  readonly title: Text;
  readonly label: Label;
  readonly paragraphs: readonly Paragraph[];
  readonly party: string;
  readonly by: Address;
}
/** A side’s wording of a paragraph: in place of it; without words, to leave it out; with `after`, a new one. */
export interface Wording {
  readonly paragraph: string;
  readonly words?: Text | undefined;
  /** A new paragraph comes after this one; `start`: before all. */
  readonly after?: string | undefined;
  /** What the step says besides its words; absent: as it is. */
  readonly step?: StepTerms | undefined;
}

export type TextEvent =
  /** To the forum. The event is the text, and its first version. */
  | { readonly type: 'TextTabled'; readonly forum: Id; readonly card: TextCard; readonly digest: string }
  /** To the forum. The event is the bracket. `on`: the version that it was written on. */
  | {
      readonly type: 'BracketSet';
      readonly of: Id;
      readonly on: number;
      readonly wording: Wording;
      readonly party: string;
      readonly by: Address;
    }
  | { readonly type: 'BracketTaken'; readonly bracket: Id; readonly party: string; readonly by: Address }
  | { readonly type: 'BracketDropped'; readonly bracket: Id; readonly party: string; readonly by: Address }
  /** To the forum: all members have taken one wording. Every signature on an earlier version is void. */
  | {
      readonly type: 'VersionMade';
      readonly of: Id;
      readonly bracket: Id;
      readonly version: number;
      readonly digest: string;
      readonly paragraphs: readonly Paragraph[];
    }
  /** To the forum: for a member, that its languages say the same. */
  | { readonly type: 'LanguagesCertified'; readonly of: Id; readonly digest: string; readonly party: string; readonly by: Address }
  /** To the own delegation: a wording that it has not set. */
  | { readonly type: 'WordingKept'; readonly of: Id; readonly wording: Wording; readonly party: string; readonly by: Address };

type Hand = Fact & { readonly at: Ms; readonly party: string; readonly by: Address };

export interface Bracket extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly on: number;
  readonly wording: Wording;
  readonly party: string;
  readonly by: Address;
  readonly taken: (Hand & { /** It stands by another wording since. */ left?: Fact })[];
  dropped?: Hand;
  /** The version in which its paragraph was settled, by this wording or another. */
  settled?: Fact & { readonly at: Ms; readonly version: number; readonly bracket: Id };
}
export interface Version extends Fact {
  readonly at: Ms;
  readonly version: number;
  readonly digest: string;
  readonly paragraphs: readonly Paragraph[];
}
export interface TableText extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly forum: Id;
  readonly card: TextCard;
  /** The first is the text as it was tabled. */
  readonly versions: Version[];
  readonly brackets: Bracket[];
  readonly certified: (Hand & { readonly digest: string })[];
  /** Wordings of the side that this world belongs to; lead control has all. */
  readonly kept: (Hand & { readonly id: Id; readonly wording: Wording })[];
}
