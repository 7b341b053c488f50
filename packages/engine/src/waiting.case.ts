import type { Id, Ms } from './fact.ts';
import type { Waiting } from './room.ts';
import type { Table } from './testing/table.ts';

/** One kind of waiting: how it comes about, what it must say, and what settles it. */
export interface Case {
  /** Whose list it stands on. */
  readonly viewer: string;
  /** Others whose list it must not stand on. */
  readonly not: readonly string[];
  readonly scenario?: Record<string, unknown>;
  /** Brings it about; gives the thing’s id. The exercise has begun, and it is minute 0. */
  bring(t: Table): Id;
  /** At the time when it was brought about. */
  readonly says: { readonly since: Ms; readonly due?: Ms; readonly ifNothing: Waiting['ifNothing'] };
  /** How far the clock jumps over it, in minutes: further than any reminder once lasted; 100 if absent. */
  readonly jump?: number;
  /** What it says if nothing is done, once its time has passed. */
  readonly later?: Waiting['ifNothing'];
  settle(t: Table, id: Id): void;
}
