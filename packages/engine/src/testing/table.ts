import type { FileCard } from '../attachments/language.ts';
import { commandSchema } from '../commands.ts';
import { emptyWorld, evolve } from '../exercise.ts';
import type { Id } from '../fact.ts';
import { Exercise } from '../head.ts';
import type { Recorded } from '../record.ts';
import type { Scenario } from '../scenario.ts';
import type { Answer, Turn } from '../turn.ts';
import type { Command, World } from '../world.ts';
import { type Play, Watch } from './law/watch.ts';

export const SECRET = 'a secret of at least sixteen letters';
const MINUTE = 60_000;
const file = (name: string, type: string, content: string): FileCard => ({ name, type, size: 1_000, content: content.repeat(64) });
/** Files that every seat at the table has at hand. */
const UPLOADS = new Map([
  ['map', file('map.png', 'image/png', 'a')],
  ['note', file('note.pdf', 'application/pdf', 'b')],
]);
/** Files of the scenario's folder. */
export const FILES = new Map([['files/gauge.png', file('gauge.png', 'image/png', 'c')]]);

/** A table to play at in tests: seats people on demand, keeps the record, moves the wall clock by hand. */
export class Table {
  exercise: Exercise;
  readonly record: Recorded[];
  /** Every command that was given, as it was given. */
  readonly turns: Turn[] = [];
  wall = Date.parse('2027-03-02T08:00:00+09:00');
  #commands = 0;
  readonly #people = new Map<string, Id>();
  readonly #scenario: Scenario;
  readonly #watch = new Watch();

  constructor(scenario: Scenario, sketch = false) {
    this.#scenario = scenario;
    const { exercise, events } = Exercise.open(scenario, { secret: SECRET, wall: this.wall, files: FILES, sketch });
    this.exercise = exercise;
    this.record = [...events];
    this.#watch.record.push(...events);
  }

  /** Lets wall time pass and whatever was due happen. */
  wait(minutes: number): this {
    this.wall += Math.round(minutes * MINUTE);
    this.#passed(this.exercise.tick(this.wall));
    return this;
  }

  #passed(events: readonly Recorded[]): void {
    this.record.push(...events);
    this.#watch.passed(events);
  }

  /** The server is killed and started again: it holds the record, and knows when the exercise was last noted to run. */
  kill(alive: number, down = 3_600_000): this {
    this.exercise = Exercise.from(this.record, { secret: SECRET });
    this.wall += down;
    this.#passed(this.exercise.interrupt(this.wall, alive));
    return this;
  }

  start(): this {
    this.ok('control', { type: 'StartClock' });
    return this;
  }

  /** Sits somebody down if nobody sits there and one can, then gives the command as its zod schema reads it. */
  say(seat: string, command: { type: Command['type']; [field: string]: unknown }): Answer {
    let person = this.#people.get(seat);
    if (person === undefined && command.type !== 'TakeSeat' && !['observers', 'public'].includes(seat)) person = this.sit(seat);
    const parsed = commandSchema.parse(command);
    this.#passed(this.exercise.tick(this.wall));
    const turn = {
      by: person === undefined ? { seat } : { seat, person },
      commandId: `c${this.#commands++}`,
      command: parsed,
      wall: this.wall,
      uploads: UPLOADS,
    };
    this.turns.push(turn);
    const outcome = this.exercise.take(turn);
    this.record.push(...outcome.events);
    this.#watch.acted(seat, parsed, outcome.events);
    if (outcome.answer.ok && command.type === 'HandOver') this.#people.set(seat, outcome.answer.events[0] as Id);
    if (outcome.answer.ok && command.type === 'LeaveSeat') this.#people.delete(seat);
    return outcome.answer;
  }

  sit(seat: string, name = `At ${seat}`): Id {
    this.#people.delete(seat);
    const answer = this.say(seat, { type: 'TakeSeat', name });
    if (!answer.ok) throw new Error(answer.rejection.message);
    const person = answer.events[0] as Id;
    this.#people.set(seat, person);
    return person;
  }

  /** As `say`, but a rejection fails the test; gives the main event's id. */
  ok(seat: string, command: { type: Command['type']; [field: string]: unknown }): Id {
    const answer = this.say(seat, command);
    if (!answer.ok) throw new Error(`${command.type}: ${answer.rejection.code}: ${answer.rejection.message}`);
    return answer.events[0] as Id;
  }

  /** As `say`, but must be rejected; gives the code. */
  refused(seat: string, command: { type: Command['type']; [field: string]: unknown }): string {
    const answer = this.say(seat, command);
    if (answer.ok) throw new Error(`${command.type} was accepted`);
    return answer.rejection.code;
  }

  /** The opaque id of a planned inject. */
  inject(scenario: string): Id {
    for (const [id, row] of this.exercise.world.injects.rows) if (row.plan?.card.scenario === scenario) return id;
    throw new Error(`no inject ${scenario}`);
  }
  expected(scenario: string): Id {
    for (const [id, row] of this.exercise.world.expected.rows) if (row.plan?.card.scenario === scenario) return id;
    throw new Error(`no expected action ${scenario}`);
  }

  /** The record as it was made, for whoever judges it. */
  play(): Play {
    return {
      plan: this.#scenario,
      record: this.record,
      viewers: (r) => this.exercise.roster.audience(r.to).viewers,
      turns: this.#watch.turns,
    };
  }

  /** What a viewer was given, and the fold of it. */
  seen(viewer: string): { events: Recorded[]; world: World } {
    const events = this.record.filter((r) => this.exercise.roster.audience(r.to).viewers.has(viewer));
    const world = emptyWorld();
    for (const r of events) evolve(world, r.event, r);
    return { events, world };
  }
}
