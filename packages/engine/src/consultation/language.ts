import type { Address } from '../audience.ts';
import type { Fact, Id, Ms, Text } from '../fact.ts';
import type { Label } from '../labels/policy.ts';
import type { Act } from './procedure.ts';
import type { TableText, TextEvent } from './texts-language.ts';
import type { Basis, Form, ProcedureName, Shown } from './words.ts';

/** Forums, matters and decisions: who was asked what, who answered when, what was agreed, and what was decided. */

/** A party of a forum, and its delegation: the seats that sit there for it, its head first. */
export interface Member {
  readonly party: string;
  readonly seats: readonly Address[];
}
/** What a forum is to be asked about before one of its members decides it. */
export interface Subject {
  readonly id: string;
  readonly name: Text;
}
/** The text that a matter is about, in the version that it was opened on. */
export interface OnText {
  readonly of: Id;
  readonly version: number;
  readonly digest: string;
}
export interface ForumCard {
  readonly name?: Text | undefined;
  readonly members: readonly Member[];
  readonly chairs: readonly string[];
  readonly procedures: readonly ProcedureName[];
  readonly subjects: readonly Subject[];
  /** Founded by somebody who asked, and not by the scenario. */
  readonly adHoc?: true | undefined;
}
export interface MatterCard {
  readonly procedure: ProcedureName;
  readonly form?: Form | undefined;
  readonly title: Text;
  readonly text: Text;
  readonly label: Label;
  readonly basis?: Basis | undefined;
  readonly subject?: string | undefined;
  /** The asker. */
  readonly party: string;
  readonly by: Address;
  readonly due?: Ms | undefined;
  readonly shown: Shown;
  /** Of ad referendum: what follows at due if a capital has said nothing. */
  readonly unconfirmed?: 'lapses' | 'stands' | undefined;
}
export interface DecisionCard {
  readonly title: Text;
  readonly text: Text;
  readonly authority?: Text | undefined;
  readonly party: string;
  readonly by: Address;
  readonly subject?: string | undefined;
  /** When it was taken, if it is recorded later. */
  readonly happened?: Ms | undefined;
}

export type ConsultationEvent =
  | TextEvent
  /** To the delegations of its members. The event is the forum. */
  | { readonly type: 'ForumGiven'; readonly card: ForumCard }
  /** To lead control: the scenario’s own id. */
  | { readonly type: 'ForumNamed'; readonly forum: Id; readonly scenario: string }
  /** To lead control: what a subject is, and the items that a decision on it needs. */
  | { readonly type: 'SubjectPlanned'; readonly subject: string; readonly name: Text; readonly needs: readonly string[] }
  /** To the forum. The event is the matter. */
  | { readonly type: 'MatterOpened'; readonly matter: Id; readonly forum: Id; readonly card: MatterCard }
  /** To those of the forum who hold the text: what the matter is about. */
  | { readonly type: 'MatterOnText'; readonly matter: Id; readonly on: OnText }
  /** To those who hold both: the decision of which the matter informs. */
  | { readonly type: 'MatterOfDecision'; readonly matter: Id; readonly decision: Id }
  /**
   * To the forum; under *together*, while the matter is open, to the acting delegation and the chairs’. Without party and seat
   * where the procedure tells them to the chair alone.
   */
  | {
      readonly type: 'ActDone';
      readonly matter: Id;
      readonly act: string;
      readonly party?: string | undefined;
      readonly by?: Address | undefined;
      readonly text?: Text | undefined;
      readonly on?: string | undefined;
      readonly paragraph?: string | undefined;
    }
  /** To the acting delegation and the chairs’: whose act it was. */
  | { readonly type: 'ActNamed'; readonly act: Id; readonly party: string; readonly by: Address }
  /** To the forum: a position that was kept together, shown when the matter closed. */
  | {
      readonly type: 'PositionShown';
      readonly matter: Id;
      readonly act: string;
      readonly party: string;
      readonly by: Address;
      readonly done: Ms;
      readonly text?: Text | undefined;
    }
  /** To control’s hand: it acted for a seat. `of`: the matter, act, draft, decision, text, bracket or other thing that came of it. */
  | { readonly type: 'ActedFor'; readonly of: Id; readonly by: Address; readonly person?: Id | undefined }
  /** To the forum. `by`: a chair’s seat, or `control` when it carries a matter over a jump. */
  | { readonly type: 'MatterProlonged'; readonly matter: Id; readonly due: Ms; readonly by: Address }
  /** To the forum. */
  | { readonly type: 'MatterOverdue'; readonly matter: Id; readonly jumped?: true | undefined }
  /** To the forum, at once to all. `by`: who closed it, if somebody did. */
  | {
      readonly type: 'MatterClosed';
      readonly matter: Id;
      readonly outcome: string;
      readonly by?: Address | undefined;
      readonly text?: Text | undefined;
      readonly jumped?: true | undefined;
    }
  /** To the own delegation: what it means to say, or that it settles for itself to say nothing. */
  | {
      readonly type: 'DraftKept';
      readonly matter: Id;
      readonly party: string;
      readonly by: Address;
      readonly act: string;
      readonly text?: Text | undefined;
    }
  | { readonly type: 'DraftDropped'; readonly draft: Id; readonly by: Address }
  /** To those of its party whom it names. The event is the decision. */
  | { readonly type: 'DecisionTaken'; readonly card: DecisionCard; readonly to: readonly Address[] }
  /** To those of them who hold the matter: it was taken after this one. */
  | { readonly type: 'DecisionRests'; readonly decision: Id; readonly matter: Id }
  /**
   * To those who hold it, with one language more: what a matter asks, what a decision says and under which authority, what was
   * said in an act or a position (which bear no title), or with which words a matter was closed.
   */
  | {
      readonly type: 'ConsultationTranslated';
      readonly of: Id;
      readonly language: string;
      readonly title?: Text | undefined;
      readonly text: Text;
      readonly authority?: Text | undefined;
    }
  /** To lead control: what it was about, said later. */
  | { readonly type: 'SubjectSet'; readonly decision: Id; readonly subject?: string | undefined };

export interface Forum extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly card: ForumCard;
  /** Known to lead control. */
  named?: Fact & { readonly scenario: string };
}
/** An act as this world was told of it. */
export interface Done extends Fact, Act {
  readonly id: Id;
  readonly by?: Address | undefined;
  readonly text?: Text | undefined;
  readonly paragraph?: string | undefined;
  named?: Fact & { readonly party: string; readonly by: Address };
}
export interface Draft extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly party: string;
  readonly by: Address;
  readonly act: string;
  readonly text?: Text | undefined;
  dropped?: Fact & { readonly at: Ms };
}
export interface Matter extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly forum: Id;
  readonly card: MatterCard;
  on?: Fact & OnText;
  informs?: Fact & { readonly decision: Id };
  readonly acts: Done[];
  /** What was shown when it closed. */
  readonly positions: Done[];
  readonly prolonged: (Fact & { readonly at: Ms; readonly due: Ms; readonly by: Address })[];
  overdue?: Fact & { readonly at: Ms; readonly jumped?: true | undefined };
  closed?: Fact & {
    readonly at: Ms;
    readonly outcome: string;
    readonly by?: Address | undefined;
    readonly text?: Text | undefined;
    readonly jumped?: true | undefined;
  };
  /** Drafts of the side that this world belongs to; lead control has all. */
  readonly drafts: Draft[];
}
export interface Decision extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly card: DecisionCard;
  readonly to: readonly Address[];
  readonly rests: (Fact & { readonly matter: Id })[];
  /** What lead control has set later; the last counts. */
  readonly subjects: (Fact & { readonly subject?: string | undefined })[];
}
export interface ConsultationState {
  readonly forums: Map<Id, Forum>;
  readonly matters: Map<Id, Matter>;
  readonly decisions: Map<Id, Decision>;
  readonly texts: Map<Id, TableText>;
  /** Control’s hand, by what it did for a seat; known to that hand and lead control. */
  readonly actedFor: Map<Id, Fact & { readonly by: Address; readonly person?: Id | undefined }>;
  /** By the scenario’s id; lead control’s. */
  readonly subjects: Map<string, Fact & { readonly name: Text; readonly needs: readonly string[] }>;
}
