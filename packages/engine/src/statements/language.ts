import type { Address } from '../audience.ts';
import type { Fact, Id, Ms, Text } from '../fact.ts';
import type { Claim, ConferenceCard, LineCard, ReportCard, StatementCard, Topic } from './cards.ts';
import type { DeskEvent, Joint, JointCard, PressDraft, PressRules } from './desk-language.ts';
import type { AgreementKind, FlagKind, LinkKind, Medium } from './words.ts';

/** What is said in public, by whom, what it is about, and what outlets make of it. */

/** What lies before a forum when sides agree on what to say. */
export type Agreement =
  | { readonly is: 'line'; readonly card: Omit<LineCard, 'agreed'> }
  | { readonly is: 'meaning'; readonly term: string; readonly name: Text; readonly topic: string; readonly text: Text }
  /** Whether to announce something at all. */
  | { readonly is: 'publicity'; readonly topic: string; readonly announce: boolean }
  | { readonly is: 'joint'; readonly card: Omit<JointCard, 'parties'> };

/** What the scenario has an inject bring. Ids are those of the scenario. */
export type SaidPlan =
  | {
      readonly is: 'statement';
      readonly id: string;
      readonly card: Omit<StatementCard, 'text'> & { readonly text?: Text | undefined };
      readonly line?: string | undefined;
      readonly corrects?: string | undefined;
      readonly claims?: readonly Claim[] | undefined;
    }
  | {
      readonly is: 'report';
      readonly id: string;
      readonly outlet: Address;
      readonly medium: Medium;
      readonly title?: Text | undefined;
      readonly text?: Text | undefined;
      readonly reads: readonly string[];
      readonly corrects?: string | undefined;
      readonly claims?: readonly Claim[] | undefined;
    }
  | {
      readonly is: 'question';
      readonly id: string;
      readonly by: Address;
      readonly text?: Text | undefined;
      readonly venue?: Text | undefined;
      readonly within?: Ms | undefined;
    };

export type StatementsEvent =
  | DeskEvent
  /** To lead control: what an inject brings when it is released. */
  | { readonly type: 'SaidPlanned'; readonly plan: SaidPlan }
  /** To lead control: what an inject said, and by which plan, if by one. */
  | { readonly type: 'SaidBrought'; readonly plan?: string | undefined; readonly said: Id; readonly inject: Id }
  /** To `public`: what there is to be said something of. */
  | { readonly type: 'TopicsGiven'; readonly topics: readonly Topic[] }
  /** To lead control: a term, and for which topics it is easily mistaken. */
  | {
      readonly type: 'TermPlanned';
      readonly term: string;
      readonly name: Text;
      readonly topic: string;
      readonly mistakenFor: readonly string[];
    }
  /** To that party: what it means by a term. */
  | {
      readonly type: 'MeaningGiven';
      readonly term: string;
      readonly name: Text;
      readonly topic: string;
      readonly party: string;
      readonly text: Text;
    }
  /** To those who are told that a term is easily mistaken. */
  | {
      readonly type: 'PairTold';
      readonly term: string;
      readonly name: Text;
      readonly topic: string;
      readonly mistakenFor: readonly string[];
    }
  /** To the parties that agreed it. The event is the line. */
  | { readonly type: 'LineGiven'; readonly card: LineCard }
  /** To lead control: the scenario’s own id. */
  | { readonly type: 'LineNamed'; readonly line: Id; readonly scenario: string }
  /** To the forum: what one of its matters is about. */
  | { readonly type: 'AgreementProposed'; readonly matter: Id; readonly agreement: Agreement }
  /** To the parties: what they mean by a term from now on. */
  | {
      readonly type: 'MeaningAgreed';
      readonly term: string;
      readonly name: Text;
      readonly topic: string;
      readonly text: Text;
      readonly parties: readonly string[];
    }
  /** To the parties: whether something is announced. */
  | { readonly type: 'PublicityAgreed'; readonly topic: string; readonly announce: boolean; readonly parties: readonly string[] }
  /** To the forum: what came of its matter. */
  | { readonly type: 'AgreementMade'; readonly matter: Id; readonly is: AgreementKind; readonly made: Id }
  /** To `public`; off the record to the speaker’s press desk, while control has the outlet. The event is the statement. */
  | { readonly type: 'StatementMade'; readonly card: StatementCard }
  /** To the press desk of that side: who spoke, where the statement does not name them. */
  | { readonly type: 'SpeakerNamed'; readonly statement: Id; readonly by: Address }
  /** To control’s hand that spoke for somebody or published for an outlet. */
  | { readonly type: 'SaidFor'; readonly said: Id; readonly by: Address; readonly person?: Id | undefined }
  /** To those who hold both: how a statement, report, question or draft hangs on another thing. */
  | { readonly type: 'SaidLinked'; readonly said: Id; readonly how: LinkKind; readonly to: Id }
  /** To the press desk of the speaker’s side: what the speaker meant to say. */
  | { readonly type: 'ClaimsMeant'; readonly statement: Id; readonly claims: readonly Claim[] }
  /** To the press desk of a side: what it heard in what others said. */
  | { readonly type: 'ReadingKept'; readonly said: Id; readonly party: string; readonly claims: readonly Claim[] }
  /** To lead control: what was heard; without claims, what was heard counts no more. */
  | { readonly type: 'ClaimsHeard'; readonly said: Id; readonly claims?: readonly Claim[] | undefined }
  /** After ENDEX, to `public`: what lead control heard in what was said in public. */
  | { readonly type: 'CodingReleased'; readonly said: Id; readonly claims: readonly Claim[] }
  /** To lead control: whether a flag is right. `with`: the other statement, the line, or what a report had read. */
  | {
      readonly type: 'FlagJudged';
      readonly said: Id;
      readonly with: Id;
      readonly flag: FlagKind;
      readonly right: boolean;
      readonly by: Address;
    }
  /** To `public`. The event is the report. */
  | { readonly type: 'ReportMade'; readonly card: ReportCard }
  /** To whom it was put, and to the press desk of that side; at a press conference to `public`. The event is the question. */
  | {
      readonly type: 'QuestionPut';
      readonly by: Address;
      readonly to: readonly Address[];
      readonly text: Text;
      readonly venue?: Text | undefined;
      readonly due?: Ms | undefined;
      readonly queued?: Id | undefined;
    }
  /** To those who hold the question: it is not answered. `by`: whom it was put to, or its outlet. */
  | { readonly type: 'QuestionDropped'; readonly question: Id; readonly by: Address }
  /** To `public`. The event is the conference. */
  | { readonly type: 'ConferenceOpened'; readonly card: ConferenceCard }
  /** To `public`: an outlet waits with a question. The event is its place in the queue. */
  | { readonly type: 'QuestionQueued'; readonly conference: Id; readonly by: Address }
  /** To lead control: what it will ask. */
  | { readonly type: 'QueuedText'; readonly queued: Id; readonly text: Text }
  | { readonly type: 'ConferenceClosed'; readonly conference: Id }
  /** To lead control: a post that may be shown in passing. */
  | { readonly type: 'PostPlanned'; readonly post: number; readonly card: ReportCard }
  /** To lead control: posts are shown from now on, or no more. */
  | { readonly type: 'PostsSwitched'; readonly on: boolean; readonly every: Ms; readonly next?: Ms | undefined }
  /** To lead control: which post was shown, and when the next one comes. */
  | { readonly type: 'PostTaken'; readonly post: number; readonly next?: Ms | undefined }
  /** To `public`: people talk; nothing is claimed. */
  | { readonly type: 'PostShown'; readonly card: ReportCard };

export interface Link extends Fact {
  readonly how: LinkKind;
  readonly to: Id;
}
interface Claimed extends Fact {
  readonly at: Ms;
  readonly claims: readonly Claim[];
}
/** What statements and reports have in common. */
interface Said extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly links: Link[];
  /** What lead control heard, the last counts; released: what it told all. */
  heard?: Claimed;
  released?: Claimed;
  /** By party: what that side heard in it. */
  readonly readings: Map<string, Claimed>;
  saidFor?: Fact & { readonly by: Address; readonly person?: Id | undefined };
}
export interface Statement extends Said {
  readonly card: StatementCard;
  named?: Fact & { readonly by: Address };
  /** What its speaker meant. */
  meant?: Claimed;
}
export interface Report extends Said {
  readonly card: ReportCard;
}
export interface Post extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly card: ReportCard;
}
export interface Question extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly by: Address;
  readonly to: readonly Address[];
  readonly text: Text;
  readonly venue?: Text | undefined;
  readonly due?: Ms | undefined;
  readonly queued?: Id | undefined;
  dropped?: Fact & { readonly at: Ms; readonly by: Address };
  /** Inject, conference: what it came with. */
  readonly links: Link[];
}
export interface Queued extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly by: Address;
  text?: Fact & { readonly text: Text };
  put?: Fact & { readonly at: Ms };
}
export interface Conference extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly card: ConferenceCard;
  readonly queue: Queued[];
  closed?: Fact & { readonly at: Ms };
}
export interface Line extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly card: LineCard;
  named?: Fact & { readonly scenario: string };
}
/** A term as this world knows it: from lead control’s plan, from the own meaning, from what was told or agreed. */
export interface Term {
  planned?: Fact & {
    readonly name: Text;
    readonly topic: string;
    readonly mistakenFor: readonly string[];
  };
  readonly meanings: Map<string, Fact & { readonly name: Text; readonly topic: string; readonly text: Text }>;
  /** The events that told of it or agreed on it: a world that was given one knows the term. */
  readonly sources: Map<Id, Fact>;
  readonly told: (Fact & { readonly at: Ms; readonly name: Text; readonly topic: string; readonly mistakenFor: readonly string[] })[];
  readonly agreed: (Fact & {
    readonly at: Ms;
    readonly name: Text;
    readonly topic: string;
    readonly text: Text;
    readonly parties: readonly string[];
  })[];
}
export interface FlagMark extends Fact {
  readonly at: Ms;
  readonly said: Id;
  readonly with: Id;
  readonly flag: FlagKind;
  readonly right: boolean;
  readonly by: Address;
}
export interface StatementsState {
  topics?: Fact & { readonly list: readonly Topic[] };
  readonly terms: Map<string, Term>;
  readonly lines: Map<Id, Line>;
  readonly statements: Map<Id, Statement>;
  readonly reports: Map<Id, Report>;
  readonly posts: Map<Id, Post>;
  readonly questions: Map<Id, Question>;
  readonly conferences: Map<Id, Conference>;
  /** By matter: what it is about, and what came of it. */
  readonly agreements: Map<Id, Fact & { readonly agreement: Agreement; made?: Fact & { readonly made: Id } }>;
  readonly publicity: Map<
    Id,
    Fact & { readonly at: Ms; readonly topic: string; readonly announce: boolean; readonly parties: readonly string[] }
  >;
  /** Lead control’s judgements; of one flag the last counts. */
  readonly judged: Map<Id, FlagMark>;
  /** By party; of other sides only lead control knows. */
  readonly press: Map<string, Fact & PressRules>;
  readonly drafts: Map<Id, PressDraft>;
  readonly joints: Map<Id, Joint>;
  /** Lead control’s, by the scenario’s id: what injects bring, and what came of it. */
  readonly plans: Map<string, Fact & { readonly plan: SaidPlan; brought?: Fact & { readonly said: Id; readonly inject: Id } }>;
  /** Lead control’s, by inject: what it said. */
  readonly brought: Map<Id, Fact & { readonly said: Id }>;
  /** Lead control’s: posts in their order, and whether they are shown now. */
  readonly planned: Map<number, Fact & { readonly card: ReportCard; shown?: Fact & { readonly at: Ms } }>;
  switched?: Fact & { readonly on: boolean; readonly every: Ms };
  next?: Fact & { readonly at: Ms };
}
