import type { Scenario } from '@entente/engine';
import type { Play } from '@entente/scenario';
import type { Access, Judge } from '../access/access.ts';
import type { WallClock } from '../clock.ts';
import type { Exercises } from '../exercises/exercises.ts';
import type { LiveExercise } from '../exercises/live.ts';
import { marked } from '../exercises/marked.ts';
import type { LiveParts } from '../exercises/parts.ts';
import { Order } from '../order.ts';
import type { Shelf, ShelfEntry } from '../scenarios/shelf.ts';
import type { PassingStore } from './passing.ts';
import { type Course, RecordedCrew, SPEEDS } from './recorded.ts';

/** Which demonstration: absent parts are chosen by us. */
export interface Wanted {
  readonly scenario?: string | undefined;
  readonly play?: string | undefined;
  readonly speed?: number | undefined;
}
/** The demonstration as the lobby shows it. */
export interface DemonstrationCard extends Course {
  readonly exercise: string;
  readonly scenario: string;
  readonly play: string;
}

interface Running {
  readonly live: LiveExercise;
  readonly scenario: string;
  readonly play: string;
  readonly crew: RecordedCrew;
}

/** There is no such scenario, or none with a play that could be shown. */
export class NothingToShow extends Error {
  override readonly name = 'NothingToShow';
}

export interface DemonstrationParts {
  readonly exercises: Exercises;
  readonly access: Access;
  readonly shelf: Shelf;
  readonly store: PassingStore;
  readonly clock: WallClock;
  readonly log: LiveParts['log'];
  /** False where others than this machine reach the server: a demonstration is on loopback only. */
  readonly allowed: boolean;
}

/** An exercise that plays itself on a store in memory: one at a time, gone when it is ended or the server stops. */
export class Demonstrations {
  readonly allowed: boolean;
  readonly #parts: DemonstrationParts;
  /** One begins when the one before has ended. */
  readonly #order = new Order();
  #running: Running | undefined;

  constructor(parts: DemonstrationParts) {
    this.#parts = parts;
    this.allowed = parts.allowed;
  }

  get card(): DemonstrationCard | undefined {
    const running = this.#running;
    return running && { exercise: running.live.row.id, scenario: running.scenario, play: running.play, ...running.crew.course };
  }

  /**
   * Starts one in place of the one before; gives the exercise's id. `judge` throws if nobody may any more; it is asked after
   * each wait. @throws NothingToShow
   */
  async start(wanted: Wanted, judge: Judge = () => {}): Promise<string> {
    const { entry, play } = await this.#chosen(wanted);
    return this.#order.run('start or end', () => this.#start(entry, play, wanted, judge));
  }

  async #start(entry: ShelfEntry & { scenario: Scenario }, play: Play, wanted: Wanted, judge: Judge): Promise<string> {
    judge();
    await this.#end();
    judge();
    const { exercises, store, clock, log } = this.#parts;
    const live = await exercises.create(entry.scenario, marked(entry.scenario.title, { en: 'Demonstration', ko: '시연' }), entry.files, {
      store: store.passing,
      judge,
    });
    const speed = wanted.speed ?? SPEEDS.usual;
    const broke = (why: unknown): void => log.warn({ err: why, exercise: live.row.id }, 'the demonstration broke off');
    const crew = new RecordedCrew(live, { scenario: entry.scenario, play, speed }, clock, broke);
    this.#running = { live, scenario: entry.id, play: play.play, crew };
    void crew.begin();
    return live.row.id;
  }

  /** False if a person holds control: then the clock is that person's. Undefined if there is no demonstration. */
  async setSpeed(speed: number): Promise<boolean | undefined> {
    return this.#running?.crew.setSpeed(speed);
  }

  /** Ends the demonstration and forgets it: record, links, sessions. */
  end(): Promise<void> {
    return this.#order.run('start or end', () => this.#end());
  }

  async #end(): Promise<void> {
    const running = this.#running;
    if (!running) return;
    this.#running = undefined;
    running.crew.stop();
    const { access, exercises, store } = this.#parts;
    // Whatever else is not kept goes with it: opened runs of a rehearsal.
    for (const live of exercises.all())
      if (live.store === store.passing) {
        live.feed.endStreams(() => true, 'revoked');
        await exercises.forget(live.row.id);
        access.forget(live.row.id);
      }
    store.clear();
  }

  async #chosen({ scenario, play }: Wanted): Promise<{ entry: ShelfEntry & { scenario: Scenario }; play: Play }> {
    for (const entry of await this.#parts.shelf.all()) {
      if (scenario !== undefined && entry.id !== scenario) continue;
      const chosen = entry.plays.find((p) => play === undefined || p.play === play);
      if (entry.scenario && chosen) return { entry: { ...entry, scenario: entry.scenario }, play: chosen };
    }
    throw new NothingToShow('there is no such play');
  }
}
