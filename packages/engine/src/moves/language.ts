import type { Fact, Id, Ms, Text } from '../fact.ts';

/** The rhythm of a table-top: moves with a brief. */
export interface MoveCard {
  /** An opaque id; `name` is what people see. */
  readonly id: Id;
  readonly number: number;
  readonly name: Text;
  readonly from: Ms;
  readonly to: Ms;
}
export type MoveEvent =
  /** To control and the parties' controllers: the whole schedule. */
  | { readonly type: 'MovesPlanned'; readonly moves: readonly MoveCard[] }
  /** To lead control: the briefs still to be given. */
  | { readonly type: 'MoveBriefPlanned'; readonly move: Id; readonly text: Text }
  /** To `public`, when it begins. */
  | {
      readonly type: 'MoveBegan';
      readonly number: number;
      readonly of: number;
      readonly name: Text;
      readonly until: Ms;
      readonly brief?: Text | undefined;
    };

export interface MovesState {
  plan?: Fact & { readonly moves: readonly MoveCard[] };
  readonly briefs: Map<Id, Fact & { readonly text: Text }>;
  /** Began so far, oldest first. */
  readonly began: (Fact & {
    readonly at: Ms;
    readonly number: number;
    readonly of: number;
    readonly name: Text;
    readonly until: Ms;
    readonly brief?: Text | undefined;
  })[];
}
