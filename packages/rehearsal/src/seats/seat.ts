import type { Address, Command, Id, Ms, Roster, Waiting, World } from '@entente/engine';
import type { Told } from './look.ts';
import type { Rule, SeatRules } from './rule.ts';

/** What simulated seats look at: an exercise at its head, rehearsed or live. */
export interface Stage {
  readonly roster: Roster;
  /** Lead control’s world: what waits in it for a seat is what waits in the seat’s own. */
  readonly world: World;
  /** What a seat holds, and nothing else. */
  seen(seat: Address): World;
}

/** An act that a seat has chosen. */
export interface SimulatedAct {
  readonly seat: Address;
  readonly command: Command;
  readonly rule: Rule;
  /** Which time it is that the seat acts by this rule: chance draws by it. */
  readonly nth: number;
  /** Whether chance said yes, for rules that ask it. */
  readonly happened: boolean;
  /** What it settles. */
  readonly waits?: Waiting | undefined;
}
/** What a seat means to do. */
export interface Planned {
  readonly at: Ms;
  readonly seat: Address;
  readonly rule: Rule;
  readonly nth: number;
  readonly waits?: Waiting | undefined;
}
/** Who is told of what simulated seats mean to do. */
export interface Listeners {
  /** Each change of what waits for a seat. */
  loaded?(seat: Address, count: number, at: Ms): void;
  chanced?(rule: Rule, happened: boolean): void;
  /** A rule settles with fields that do not fit the command. */
  unfit?(seat: Address, rule: Rule, command: string, at: Ms): void;
  /** An act that is left until then to a nearer rule, which means to settle the same. */
  left?(act: SimulatedAct, at: Ms, until: Ms): void;
}
/** A simulated seat, and what waits for it. */
export interface Seat {
  readonly seat: Address;
  readonly rules: SeatRules;
  /** What waits for it, by id. */
  readonly known: Map<Id, Waiting[]>;
  /** How many things that is. */
  count: number;
  /** What waited once and waits no more, by id: its rooms and kinds. */
  readonly gone: Map<Id, Waiting[]>;
  readonly times: Map<string, number>;
  readonly rising: boolean[];
  /** What it was told of the events that are being taken in. */
  told: Told | undefined;
  readonly party: string | undefined;
}
