import type { Actor, Address, Answer, Command, Exercise, Ms, Recorded, Scenario } from '@entente/engine';
import type { SimulatedSeats } from '../seats/driver.ts';
import type { Rule } from '../seats/rule.ts';
import type { SimulatedAct } from '../seats/seat.ts';
import { said } from './plan.ts';

/** Who looks on while a run is played. */
export interface RunWatch {
  /** `at`: scenario time by which it was all made. */
  made?(events: readonly Recorded[], at: Ms): void;
  acted?(seat: Address, command: Command, at: Ms, rule: Rule | undefined): void;
  answered?(seat: Address, answer: Answer, at: Ms, rule: Rule): void;
  /** An act of a seat that is left until then to a nearer rule. */
  left?(act: SimulatedAct, at: Ms, until: Ms): void;
}

/** The exercise, its simulated people, and the time on the wall. */
export class RunTable {
  wall: number;
  readonly #exercise: Exercise;
  readonly #seats: SimulatedSeats;
  readonly #begins: number;
  readonly #watch: RunWatch;
  readonly #people = new Map<Address, string>();
  #commands = 0;

  constructor(exercise: Exercise, seats: SimulatedSeats, wall: number, watch: RunWatch) {
    this.#exercise = exercise;
    this.#seats = seats;
    this.#begins = wall;
    this.wall = wall;
    this.#watch = watch;
  }

  /** Somebody sits there already. */
  sits(seat: Address, person: string): void {
    this.#people.set(seat, person);
  }

  pass(at: Ms): void {
    this.wall = Math.max(this.wall, this.#begins + at);
    this.#noticed(this.#exercise.tick(this.wall), at);
  }

  give(seat: Address, command: Command, at: Ms = 0, rule?: Rule) {
    this.wall = Math.max(this.wall, this.#begins + at);
    const person = this.#people.get(seat);
    const by: Actor = person === undefined ? { seat } : { seat, person };
    this.#watch.acted?.(seat, command, at, rule);
    const { events, answer } = this.#exercise.take({
      by,
      commandId: `run-${String(++this.#commands).padStart(6, '0')}`,
      command,
      wall: this.wall,
    });
    if (answer.ok && command.type === 'TakeSeat' && answer.events[0] !== undefined) this.#people.set(seat, answer.events[0]);
    this.#noticed(events, at);
    return answer;
  }

  #noticed(events: readonly Recorded[], at: Ms): void {
    if (events.length === 0) return;
    this.#watch.made?.(events, at);
    this.#seats.noticed(events, at);
  }
}

/** What a simulated person is called: as its seat is. */
export function nameOf(scenario: Scenario, seat: Address): string {
  if (seat === 'control') return 'Lead control';
  const id = seat.slice('seat:'.length);
  const found = scenario.parties.flatMap((p) => p.cells.flatMap((c) => c.seats)).find((s) => s.id === id);
  return (
    (found
      ? said(found.name, scenario.languages[0] ?? 'en')
          .trim()
          .slice(0, 80)
      : '') || seat
  );
}
