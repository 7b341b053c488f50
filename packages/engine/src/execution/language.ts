import type { Address } from '../audience.ts';
import type { Condition } from '../conditions.ts';
import type { Fact, Id, Ms, Text } from '../fact.ts';
import type { StepTerms } from '../steps/terms.ts';

/** A plan that is carried out: its steps as tasks, and what really happened to each. */

/** When a step was to begin and to end, as the plan stood when it became active. */
export interface Planned {
  readonly start: Ms;
  readonly end: Ms;
}

interface ByLead {
  readonly task: Id;
  readonly party: string;
  readonly by: Address;
}

export type ExecutionEvent =
  /** To the forum. The event is the running plan. `unsigned`: lead control made it active before all had agreed to it. */
  | {
      readonly type: 'PlanActivated';
      readonly of: Id;
      readonly version: number;
      readonly digest: string;
      readonly unsigned?: true | undefined;
      readonly by: Address;
    }
  /** To the forum. The event is the task. `planned`: absent where it waits for somebody’s word; `latest`: its latest end, if one binds it. */
  | {
      readonly type: 'TaskGiven';
      readonly task: Id;
      readonly plan: Id;
      readonly step: string;
      readonly text: Text;
      readonly terms: StepTerms;
      readonly planned?: Planned | undefined;
      readonly latest?: Ms | undefined;
    }
  /** To lead control: what the step is called in the scenario, and what hidden thing it rests on. */
  | { readonly type: 'TaskNamed'; readonly task: Id; readonly scenario: string; readonly when?: Condition | undefined }
  /** To the lead’s delegation: it rests on something besides, which lead control knows. */
  | { readonly type: 'StepWaits'; readonly task: Id }
  /** To the lead’s delegation: it need not wait any more. */
  | { readonly type: 'StepFreed'; readonly task: Id }
  /** To the forum, as all that follows. */
  | ({ readonly type: 'WordGiven' } & ByLead)
  /** `happened`: when it was, if it is reported later. */
  | ({ readonly type: 'StepStarted'; readonly happened?: Ms | undefined } & ByLead)
  | ({ readonly type: 'StepReported'; readonly ends?: Ms | undefined; readonly text?: Text | undefined } & ByLead)
  /** `on`: the side for which it waits. */
  | ({ readonly type: 'StepBlocked'; readonly on?: string | undefined; readonly text?: Text | undefined } & ByLead)
  | ({ readonly type: 'StepUnblocked' } & ByLead)
  | ({ readonly type: 'StepDone'; readonly happened?: Ms | undefined; readonly text?: Text | undefined } & ByLead)
  | ({ readonly type: 'StepFailed'; readonly text: Text } & ByLead)
  | ({ readonly type: 'StepHandedOver'; readonly to: Address } & ByLead)
  /** Its time has passed: as it was planned, or the latest there is. */
  | { readonly type: 'StepOverdue'; readonly task: Id; readonly past: 'planned' | 'latest'; readonly jumped?: true | undefined }
  /** To the lead’s delegation: lead control holds it up, until a time, until it says otherwise, or for good. */
  | {
      readonly type: 'StepHindered';
      readonly task: Id;
      readonly until?: Ms | undefined;
      readonly fails?: true | undefined;
      readonly text: Text;
    }
  | { readonly type: 'HindranceLifted'; readonly task: Id };

type Hand = Fact & { readonly at: Ms; readonly party: string; readonly by: Address };

export interface RunningPlan extends Fact {
  readonly id: Id;
  readonly at: Ms;
  /** The text. */
  readonly of: Id;
  readonly version: number;
  readonly digest: string;
  readonly unsigned?: true | undefined;
  readonly by: Address;
}
export interface Task extends Fact {
  readonly id: Id;
  readonly at: Ms;
  readonly plan: Id;
  readonly step: string;
  readonly text: Text;
  readonly terms: StepTerms;
  readonly planned?: Planned | undefined;
  readonly latest?: Ms | undefined;
  /** Lead control’s. */
  named?: Fact & { readonly scenario: string; readonly when?: Condition | undefined };
  /** Told to its lead’s side. */
  waits?: Fact;
  freed?: Fact & { readonly at: Ms };
  word?: Hand;
  started?: Hand & { readonly happened?: Ms | undefined };
  readonly reports: (Hand & { readonly ends?: Ms | undefined; readonly text?: Text | undefined })[];
  readonly blocks: (Hand & { readonly on?: string | undefined; readonly text?: Text | undefined; until?: Fact & { readonly at: Ms } })[];
  done?: Hand & { readonly happened?: Ms | undefined; readonly text?: Text | undefined };
  failed?: Hand & { readonly text: Text };
  readonly handed: (Hand & { readonly to: Address })[];
  readonly overdue: (Fact & { readonly at: Ms; readonly past: 'planned' | 'latest'; readonly jumped?: true | undefined })[];
  /** Told to its lead’s side. */
  readonly hindered: (Fact & {
    readonly at: Ms;
    readonly until?: Ms | undefined;
    readonly fails?: true | undefined;
    readonly text: Text;
    lifted?: Fact & { readonly at: Ms };
  })[];
}
export interface ExecutionState {
  readonly plans: Map<Id, RunningPlan>;
  readonly tasks: Map<Id, Task>;
}
