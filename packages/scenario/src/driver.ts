import {
  type Actor,
  type Address,
  type Answer,
  type Command,
  clockStatus,
  Exercise,
  type FileCard,
  hashText,
  type Outcome,
  type Recorded,
  type Roster,
  rosterOf,
  type Scenario,
  type Text,
  type World,
  wallOf,
} from '@entente/engine';
import { type Metrics, metricsOf, speaks } from './metrics.ts';
import type { Play, Step } from './play.ts';
import { resolveStep } from './resolve.ts';

/** One turn of a play: who gives which command, when, and under which id. The same offline and over HTTP. */
export interface PlayTurn {
  /** The acting seat's address. */
  readonly seat: string;
  /** The person at that seat; absent while the seat is being taken. */
  readonly person?: string;
  readonly wall: number;
  readonly commandId: string;
  readonly command: Command;
  /** The step of the play; absent for what the driver does by itself (taking seats, STARTEX, ENDEX). */
  readonly step?: Step;
}

/** A play that could not go on, and where. `rejection` is the code the exercise gave. */
export class PlayError extends Error {
  readonly file: string;
  readonly line: number;
  readonly rejection: string | undefined;
  constructor(where: { file: string; line: number }, message: string, rejection?: string) {
    super(`${where.file}:${where.line} ${message}`);
    this.name = 'PlayError';
    this.file = where.file;
    this.line = where.line;
    this.rejection = rejection;
  }
}

/** The secret of an offline play: the same seed gives the same record. */
export function secretOf(scenario: Scenario, play: Play, seed: number): string {
  return hashText(`entente play ${seed} ${scenario.id} ${play.play}`);
}

/**
 * Drives a play turn by turn: `next` gives a turn, `answered` takes its answer. It holds no exercise, so the same driver
 * works in memory and over HTTP; whoever drives it hands in lead control's world.
 */
export class PlayDriver {
  /** Wall time of STARTEX, ms since 1970. */
  readonly opens: number;
  readonly steps: number;
  readonly #scenario: Scenario;
  readonly #play: Play;
  readonly #roster: Roster;
  readonly #opening: { seat: string; command: Command }[];
  readonly #people = new Map<string, string>();
  readonly #labels = new Map<string, string>();
  #turns = 0;
  #step = 0;
  #wall: number;
  #previous = 0;
  #ended = false;
  #pending: PlayTurn | undefined;

  /** @param opens wall time of STARTEX, ms since 1970; the scenario's own if absent. */
  constructor(scenario: Scenario, play: Play, opens = Date.parse(scenario.start)) {
    this.#scenario = scenario;
    this.#play = play;
    this.#roster = rosterOf(scenario);
    this.opens = opens;
    this.steps = play.steps.length;
    this.#wall = this.opens;
    const seats = new Set(['control', ...play.steps.map((s) => s.seat)]);
    this.#opening = [...seats].map((seat) => ({ seat, command: this.#takeSeat(seat) }));
    this.#opening.push({ seat: 'control', command: { type: 'StartClock' } });
  }

  /** Steps taken so far. */
  get done(): number {
    return this.#step;
  }

  /** Whose turn comes next, and at which scenario time, ms (absent before STARTEX); undefined after the last. */
  get coming(): { readonly seat: string; readonly at?: number } | undefined {
    const opening = this.#opening[this.#turns];
    if (opening) return { seat: opening.seat };
    const step = this.#play.steps[this.#step];
    if (step) return { seat: step.seat, at: step.at };
    return this.#ended ? undefined : { seat: 'control', at: this.#endAt() };
  }

  /** Passes over the next step, or over ENDEX after the last: somebody else acts in its place, or it cannot be taken. */
  skip(): void {
    if (this.#pending) throw new Error('the last turn has not been answered');
    const step = this.#play.steps[this.#step];
    if (step) this.#past(step);
    else this.#ended = true;
  }

  /**
   * The wall time of the next turn, ms; undefined when the play is over. Let the exercise come to that time first
   * (`tick`, or the server's timer), then ask for the turn: what fell due until then may be what it names.
   */
  nextWall(control: World): number | undefined {
    if (this.#turns < this.#opening.length) return this.opens;
    const step = this.#play.steps[this.#step];
    if (!step && clockStatus(control) === 'ended') return undefined;
    return Math.max(this.#wall, this.#wallFor(control, step?.at ?? this.#endAt()));
  }

  /** The next turn, given lead control's world; undefined when the play is over. @throws PlayError */
  next(control: World): PlayTurn | undefined {
    if (this.#pending) throw new Error('the last turn has not been answered');
    const opening = this.#opening[this.#turns];
    if (opening) return this.#turn(opening.seat, opening.command, this.opens);
    const step = this.#play.steps[this.#step];
    if (step) {
      const command = resolveStep(step, this.#labels, control, this.#roster);
      if ('problem' in command) throw new PlayError(step, command.problem);
      return this.#turn(step.seat, command, this.#wallFor(control, step.at), step);
    }
    if (clockStatus(control) === 'ended') return undefined;
    return this.#turn('control', { type: 'EndExercise' }, this.#wallFor(control, this.#endAt()));
  }

  /** Takes the answer to the last turn. @throws PlayError if it was refused, or was not although the play says so. */
  answered(answer: Answer): void {
    const turn = this.#pending;
    if (!turn) throw new Error('no turn waits for an answer');
    this.#pending = undefined;
    this.#turns++;
    const where = turn.step ?? { file: `plays/${this.#play.play}.yaml`, line: 1 };
    if (turn.step) this.#past(turn.step);
    if (turn.command.type === 'EndExercise' && answer.ok) this.#ended = true;
    const wanted = turn.step?.rejected;
    if (!answer.ok) {
      const { code, message } = answer.rejection;
      if (code !== wanted) throw new PlayError(where, `${turn.command.type} by ${turn.seat} was refused (${code}): ${message}`, code);
      return;
    }
    if (wanted !== undefined) throw new PlayError(where, `${turn.command.type} by ${turn.seat} was to be refused (${wanted}), but was not`);
    const main = answer.events[0];
    if (main === undefined) return;
    if (turn.command.type === 'TakeSeat' || turn.command.type === 'HandOver') this.#people.set(turn.seat, main);
    if (turn.step?.as !== undefined) this.#labels.set(turn.step.as, main);
  }

  #past(step: Step): void {
    this.#step++;
    this.#previous = step.at;
  }

  #turn(seat: string, command: Command, wall: number, step?: Step): PlayTurn {
    this.#wall = Math.max(this.#wall, wall);
    const person = this.#people.get(seat);
    this.#pending = {
      seat,
      ...(person === undefined ? {} : { person }),
      wall: this.#wall,
      // At least eight characters: a server takes no shorter id.
      commandId: `play-${String(this.#turns + 1).padStart(6, '0')}`,
      command,
      ...(step ? { step } : {}),
    };
    return this.#pending;
  }

  /** When the clock reaches a scenario time; while it stands still, as much later as the steps lie apart. */
  #wallFor(control: World, at: number): number {
    if (clockStatus(control) === 'running') return wallOf(control, at);
    return this.#wall + Math.max(0, at - this.#previous);
  }

  #endAt(): number {
    return Math.max(this.#previous, this.#scenario.duration);
  }

  #takeSeat(seat: string): Command {
    const person = this.#play.people.get(seat);
    if (person) return { type: 'TakeSeat', name: person.name, ...(person.function === undefined ? {} : { function: person.function }) };
    return { type: 'TakeSeat', name: nameOf(this.#scenario, seat) };
  }
}

/** A seat's own name in the scenario's first language, for plays that name nobody. */
function nameOf(scenario: Scenario, seat: string): string {
  const language = scenario.languages[0] ?? 'en';
  const pick = (text: Text): string => (typeof text === 'string' ? text : (text[language] ?? Object.values(text)[0] ?? ''));
  const [kind, id] = seat.split(':');
  const party = scenario.parties.find((p) => p.id === id);
  if (kind === 'control') return party ? `Control, ${pick(party.name)}`.slice(0, 80) : 'Lead control';
  if (kind === 'evaluators') return party ? `Evaluators, ${pick(party.name)}`.slice(0, 80) : 'Evaluators';
  const found = scenario.parties.flatMap((p) => p.cells.flatMap((c) => c.seats)).find((s) => s.id === id);
  return (found ? pick(found.name).trim().slice(0, 80) : '') || seat;
}

/** What a play gave: the whole record, its hash, and the figures. */
export interface Played {
  readonly records: readonly Recorded[];
  /** Hash of the last event. */
  readonly hash: string;
  /** Number of events. */
  readonly events: number;
  readonly metrics: Metrics;
  readonly world: World;
}
export interface PlayOptions {
  readonly seed: number;
  /** The scenario's files, by their path in its folder. */
  readonly files?: ReadonlyMap<string, FileCard>;
  readonly onProgress?: (done: number, of: number) => void;
}

/** What a play gives whoever looks on: what time did, and what each turn made. */
export interface Onlooker {
  passed?(events: readonly Recorded[]): void;
  acted?(turn: PlayTurn, outcome: Outcome): void;
}

/** Plays a play to its end on an exercise that has just been opened. @throws PlayError */
export function drive(driver: PlayDriver, exercise: Exercise, { passed, acted }: Onlooker = {}): void {
  for (let wall = driver.nextWall(exercise.world); wall !== undefined; wall = driver.nextWall(exercise.world)) {
    const due = exercise.tick(wall);
    passed?.(due);
    const turn = driver.next(exercise.world);
    if (!turn) return;
    const by: Actor = turn.person === undefined ? { seat: turn.seat } : { seat: turn.seat, person: turn.person };
    const outcome = exercise.take({ by, commandId: turn.commandId, command: turn.command, wall: turn.wall });
    driver.answered(outcome.answer);
    acted?.(turn, outcome);
  }
}

/** Runs a play without a server, on a virtual clock; the same seed gives the same record. @throws PlayError */
export function runPlay(scenario: Scenario, play: Play, options: PlayOptions): Played {
  const driver = new PlayDriver(scenario, play);
  const { exercise, events } = Exercise.open(scenario, {
    secret: secretOf(scenario, play, options.seed),
    wall: driver.opens,
    ...(options.files ? { files: options.files } : {}),
  });
  const records: Recorded[] = [...events];
  const spoke = new Set<Address>();
  drive(driver, exercise, {
    passed: (made) => void records.push(...made),
    acted: (turn, { events: made, answer }) => {
      records.push(...made);
      if (answer.ok && speaks(turn.command)) spoke.add(turn.seat);
      options.onProgress?.(driver.done, driver.steps);
    },
  });
  return {
    records,
    hash: exercise.hash,
    events: exercise.position,
    metrics: metricsOf(exercise.world, exercise.roster, spoke),
    world: exercise.world,
  };
}
