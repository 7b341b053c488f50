import { hash } from 'node:crypto';
import type { Exercise as Engine, Recorded, Scenario, Turn } from '@entente/engine';
import { type breaches, Watch } from '@entente/engine/testing';
import type { Script } from './scripts.ts';
import type { Cast } from './swap.ts';

type Play = Parameters<typeof breaches>[0];

/** The engine that plays: the true one, or a copy in which a change is on. */
export interface Playing {
  readonly Exercise: typeof Engine;
  audienceOf(r: Recorded, roster: Engine['roster']): { readonly viewers: ReadonlySet<string> };
}

/** What came of a script: a play to be judged; and, if the engine or a word of the story broke, how. */
export interface Came extends Play {
  readonly threw?: string;
}

/**
 * Gives a script’s commands once more, at the same moments and under the same ids; never throws. `stop` is asked after each
 * step of what has come so far; once it gives true, the rest is not played.
 */
export function replay(playing: Playing, script: Script, stop: (came: Came) => boolean = () => false): Came {
  const stage = new Stage(playing, script);
  try {
    stage.play(() => stop(stage.came()));
  } catch (error) {
    return { ...stage.came(), threw: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
  return stage.came();
}

class Stage {
  readonly #playing: Playing;
  readonly #script: Script;
  readonly #watch = new Watch();
  #exercise: Engine | undefined;

  constructor(playing: Playing, script: Script) {
    this.#playing = playing;
    this.#script = script;
  }

  came(): Came {
    const { record, turns } = this.#watch;
    const roster = this.#exercise?.roster;
    const viewers: Play['viewers'] = (r) => (roster ? this.#playing.audienceOf(r as Recorded, roster).viewers : new Set());
    return { plan: this.#script.scenario as unknown as NonNullable<Play['plan']>, record, turns, viewers };
  }

  play(stop: () => boolean): void {
    const { scenario, steps } = this.#script;
    const making = { ...this.#script.making, digest };
    const { exercise, events } = this.#playing.Exercise.open(scenario, making);
    this.#exercise = exercise;
    this.#watch.record.push(...events);
    for (const step of steps) {
      if (stop()) return;
      if ('restart' in step) this.#exercise = this.#playing.Exercise.from(this.#watch.record as readonly Recorded[], making);
      else if ('wall' in step) this.#watch.passed(this.#exercise.tick(step.wall));
      else this.#take(this.#exercise, step.turn, step.must);
    }
  }

  /** What was due happens first, as it does by itself; then the command. */
  #take(exercise: Engine, turn: Turn, must: boolean | undefined): void {
    this.#watch.passed(exercise.tick(turn.wall));
    const { events, answer } = exercise.take(turn);
    this.#watch.acted(turn.by.seat, turn.command, events);
    if (must !== undefined && answer.ok !== must)
      throw new Error(`the story says that ${turn.command.type} by ${turn.by.seat} is ${must ? 'accepted' : 'refused'}`);
  }
}

const digest = (data: string | Uint8Array): string => hash('sha256', data, 'hex');

/** The people of a scenario, for the changes that widen. */
export function castOf({ parties }: Scenario): Cast {
  const partyOf = new Map<string, string>();
  for (const p of parties)
    for (const c of p.cells) {
      partyOf.set(`cell:${c.id}`, p.id);
      for (const s of c.seats) partyOf.set(`seat:${s.id}`, p.id);
    }
  return { parties: parties.map((p) => p.id), partyOf };
}
