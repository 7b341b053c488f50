import type { Address, Condition, Distribution, Ms, Waiting } from '@entente/engine';
import type { Step } from '@entente/scenario';

/** How long after: fixed, drawn, or as an uncertainty says (in ms). */
export type Delay = { readonly fixed: Ms } | { readonly of: Distribution } | { readonly uncertainty: string };
/** What a rule does: settles what waits, with fields of its own; gives a command; or nothing. */
export type Doing =
  | { readonly settle: Readonly<Record<string, unknown>> }
  | {
      readonly give: Pick<Step, 'do' | 'fields'> /** When it was given in a recording: times that it names move with it. */;
      readonly at?: Ms;
    }
  | { readonly nothing: true };
export type Trigger =
  | { readonly waits: string }
  | { readonly delivery: string }
  | { readonly holds: Condition }
  | { readonly time: Ms }
  /** When what came of another rule or step is in the seat’s hands. */
  | { readonly label: string };

/** One rule of one behaviour, ready to be asked. */
export interface Rule {
  /** What it is called: chance draws for it by this name. */
  readonly key: string;
  readonly on: Trigger;
  readonly after: Delay;
  readonly chance?: number | { readonly uncertainty: string } | undefined;
  readonly doing: Doing;
  readonly otherwise: Doing;
  readonly as?: string | undefined;
  /** Not before this share of the time that it has, where it has any. */
  readonly within?: number | undefined;
  /** The kind of event that it makes, where that is known: whoever has made one has done it. */
  readonly makes?: string | undefined;
  /** Only what has a time: what is kept for the case stays with whoever keeps it. */
  readonly timed?: true | undefined;
  /** One of the house’s own, which leaves to a nearer rule what that means to do: `alone`: of the seat; `side`: of any seat of its side. */
  readonly house?: 'alone' | 'side' | undefined;
}

/** The rules of one seat, by what sets them off. */
export interface SeatRules {
  /** The first that fits what waits. */
  waits(of: Pick<Waiting, 'room' | 'kind' | 'due'>): Rule | undefined;
  readonly deliveries: ReadonlyMap<string, readonly Rule[]>;
  readonly labels: ReadonlyMap<string, readonly Rule[]>;
  readonly holds: readonly Rule[];
  readonly times: readonly Rule[];
  readonly all: readonly Rule[];
}
export type RuleBook = ReadonlyMap<Address, SeatRules>;
