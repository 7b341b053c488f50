import type { Address } from '../audience.ts';
import type { Condition } from '../conditions.ts';
import type { Fact, Id, Ms, Text } from '../fact.ts';
import type { Step, StepTerms } from '../steps/terms.ts';

/** Options that sides compare before they agree on a plan; what each thinks of them for itself, and what it has told the others. */

export const WEIGHTS = ['high', 'medium', 'low'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** An option as it is put before the table. */
export interface OptionCard {
  readonly name: Text;
  readonly text?: Text | undefined;
  readonly assumptions: readonly Text[];
  readonly risks: readonly Text[];
  /** What each side would give to it. */
  readonly contributions: readonly { readonly party: string; readonly text: Text }[];
  readonly steps: readonly Step[];
}
/** One score of a side’s: from 1, poor, to 5, good. `version`: of the option, that was read. */
export interface Score {
  readonly option: Id;
  readonly criterion: Id;
  readonly version: number;
  readonly score: number;
}
/** What of an assessment is told: each by its own tick. */
export interface Ticked {
  readonly scores: readonly { readonly option: Id; readonly criterion: Id }[];
  readonly reasons: readonly { readonly option: Id; readonly criterion: Id }[];
  readonly weights: readonly Id[];
  readonly redLines: readonly Id[];
}
/** What the others get, and nothing else. */
export interface Told {
  readonly scores: readonly Score[];
  readonly reasons: readonly { readonly option: Id; readonly criterion: Id; readonly text: Text }[];
  readonly weights: readonly { readonly criterion: Id; readonly weight: Weight }[];
  readonly redLines: readonly { readonly option: Id; readonly text: Text }[];
}
/** A step of one side’s own, outside the text: those of the plan that wait for it are that side’s own. */
export interface OwnStepCard {
  readonly text: Text;
  readonly terms: StepTerms;
  readonly before: readonly string[];
}

export type PlanningEvent =
  /** To the forum. The event is the board: one comparison of options. `party`, `by`: who opened it, if the scenario did not. */
  | {
      readonly type: 'BoardOpened';
      readonly forum: Id;
      readonly name: Text;
      readonly party?: string | undefined;
      readonly by?: Address | undefined;
    }
  /** To lead control: the scenario’s own id, and by what the need for a plan shows. */
  | { readonly type: 'BoardNamed'; readonly board: Id; readonly scenario: string; readonly need?: Condition | undefined }
  /** To lead control: the need for a plan has arisen. */
  | { readonly type: 'PlanNeeded'; readonly board: Id }
  /** To the forum. The event is the criterion; it counts at once if the scenario set it, else once every member has taken it. */
  | {
      readonly type: 'CriterionSet';
      readonly board: Id;
      readonly name: Text;
      readonly party?: string | undefined;
      readonly by?: Address | undefined;
    }
  | { readonly type: 'CriterionTaken'; readonly criterion: Id; readonly party: string; readonly by: Address }
  | { readonly type: 'CriterionDropped'; readonly criterion: Id; readonly party: string; readonly by: Address }
  /** To lead control: what the scenario calls it. */
  | { readonly type: 'CriterionNamed'; readonly criterion: Id; readonly scenario: string }
  /** To the forum. The event is the option, and its first version. */
  | {
      readonly type: 'OptionTabled';
      readonly board: Id;
      readonly card: OptionCard;
      readonly party?: string | undefined;
      readonly by?: Address | undefined;
    }
  /** To the forum: the whole option anew. */
  | {
      readonly type: 'OptionChanged';
      readonly option: Id;
      readonly version: number;
      readonly card: OptionCard;
      readonly party: string;
      readonly by: Address;
    }
  | { readonly type: 'OptionDropped'; readonly option: Id; readonly party: string; readonly by: Address }
  /** To lead control: the scenario’s ids of the option and its steps, and what a step rests on that nobody at the table sees. */
  | {
      readonly type: 'OptionNamed';
      readonly option: Id;
      readonly scenario: string;
      readonly steps: readonly { readonly id: string; readonly scenario: string; readonly when?: Condition | undefined }[];
    }
  /** To the own delegation: what the side thinks; without a score it thinks nothing of it any more. The last counts. */
  | {
      readonly type: 'ScoreKept';
      readonly option: Id;
      readonly criterion: Id;
      readonly version: number;
      readonly score?: number | undefined;
      readonly reason?: Text | undefined;
      readonly party: string;
      readonly by: Address;
    }
  | {
      readonly type: 'WeightKept';
      readonly criterion: Id;
      readonly weight?: Weight | undefined;
      readonly party: string;
      readonly by: Address;
    }
  | { readonly type: 'RedLineKept'; readonly option: Id; readonly text?: Text | undefined; readonly party: string; readonly by: Address }
  /** To the forum: what a side tells of what it thinks, complete. */
  | { readonly type: 'AssessmentTold'; readonly board: Id; readonly told: Told; readonly party: string; readonly by: Address }
  /** To the forum: each side is asked to say what it thinks. */
  | { readonly type: 'ScoresAsked'; readonly board: Id; readonly due?: Ms | undefined; readonly party: string; readonly by: Address }
  /** To the forum: the text is the plan by this option. */
  | { readonly type: 'PlanDrafted'; readonly of: Id; readonly option: Id; readonly version: number }
  /** To lead control: what the scenario calls the text’s steps. */
  | {
      readonly type: 'StepsNamed';
      readonly of: Id;
      readonly steps: readonly { readonly step: string; readonly scenario: string; readonly when?: Condition | undefined }[];
    }
  /** To the own delegation. The event is the step; `instead`: of one that it had kept. */
  | {
      readonly type: 'OwnStepKept';
      readonly of: Id;
      readonly card: OwnStepCard;
      readonly instead?: Id | undefined;
      readonly party: string;
      readonly by: Address;
    }
  | {
      readonly type: 'OwnStepMarked';
      readonly own: Id;
      readonly is: 'started' | 'done' | 'dropped';
      readonly party: string;
      readonly by: Address;
    }
  /** To those of the own delegation who hold the item: what the side keeps beside the plan. */
  | { readonly type: 'AnnexLinked'; readonly of: Id; readonly item: Id; readonly party: string; readonly by: Address };

export type Hand = Fact & { readonly at: Ms; readonly party: string; readonly by: Address };

export interface Board extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly forum: Id;
  readonly name: Text;
  readonly party?: string | undefined;
  readonly by?: Address | undefined;
  named?: Fact & { readonly scenario: string; readonly need?: Condition | undefined };
  needed?: Fact & { readonly at: Ms };
  readonly asked: (Hand & { readonly due?: Ms | undefined })[];
}
export interface Criterion extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly board: Id;
  readonly name: Text;
  readonly party?: string | undefined;
  readonly by?: Address | undefined;
  readonly taken: Hand[];
  dropped?: Hand;
  named?: Fact & { readonly scenario: string };
}
export interface OptionVersion extends Fact {
  readonly at: Ms;
  readonly version: number;
  readonly card: OptionCard;
  readonly party?: string | undefined;
  readonly by?: Address | undefined;
}
export interface PlanOption extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly board: Id;
  readonly versions: OptionVersion[];
  dropped?: Hand;
  named?: Fact & {
    readonly scenario: string;
    readonly steps: readonly { readonly id: string; readonly scenario: string; readonly when?: Condition | undefined }[];
  };
}
export type KeptScore = Hand & {
  readonly option: Id;
  readonly criterion: Id;
  readonly version: number;
  readonly score?: number | undefined;
  readonly reason?: Text | undefined;
};
export type KeptWeight = Hand & { readonly criterion: Id; readonly weight?: Weight | undefined };
export type KeptRedLine = Hand & { readonly option: Id; readonly text?: Text | undefined };
export interface OwnStep extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly of: Id;
  readonly card: OwnStepCard;
  readonly party: string;
  readonly by: Address;
  readonly marks: (Hand & { readonly is: 'started' | 'done' | 'dropped' })[];
  /** By another that was kept in its place. */
  instead?: Fact;
}
export interface PlanningState {
  readonly boards: Map<Id, Board>;
  readonly criteria: Map<Id, Criterion>;
  readonly options: Map<Id, PlanOption>;
  /** Of the side that this world belongs to, in order; lead control has all. */
  readonly scores: KeptScore[];
  readonly weights: KeptWeight[];
  readonly redLines: KeptRedLine[];
  readonly told: (Hand & { readonly board: Id; readonly told: Told })[];
  /** By text: the option whose plan it is. */
  readonly drafted: Map<Id, Fact & { readonly option: Id; readonly version: number }>;
  readonly names: Map<
    Id,
    Fact & { readonly steps: readonly { readonly step: string; readonly scenario: string; readonly when?: Condition | undefined }[] }
  >;
  readonly own: Map<Id, OwnStep>;
  readonly annexes: (Hand & { readonly of: Id; readonly item: Id })[];
}
