import type { Address } from '../audience.ts';
import type { Condition } from '../conditions.ts';
import type { Fact, Ms, Text } from '../fact.ts';

/** Named conditions and variables. All of it is lead control's. */
type Value = string | number | boolean;
export type MilestoneEvent =
  | { readonly type: 'MilestonePlanned'; readonly milestone: string; readonly name?: Text | undefined; readonly when: Condition }
  | { readonly type: 'MilestoneReached'; readonly milestone: string }
  | {
      readonly type: 'VariableSet';
      readonly variable: string;
      readonly name?: Text | undefined;
      readonly value: Value;
      readonly by?: Address | undefined;
    };

export interface MilestonesState {
  /** By the scenario's id. */
  readonly milestones: Map<
    string,
    Fact & { readonly name?: Text | undefined; readonly when: Condition; reached?: Fact & { readonly at: Ms } }
  >;
  readonly variables: Map<
    string,
    Fact & { readonly name?: Text | undefined; readonly value: Value; readonly at: Ms; readonly by?: Address | undefined }
  >;
}
