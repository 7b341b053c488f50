import { bodyOf, Exercise, hashOf, type Scenario, type Text } from '@entente/engine';
import type { ScenarioFile } from '@entente/scenario';
import { keepFiles } from '../attachments/attachments.ts';
import { digest } from '../digest.ts';
import { opaque, type Randomness } from '../randomness.ts';
import type { ExerciseRow, Store, StoredRecord } from '../store/store.ts';
import { LiveExercise, type LiveParts } from './live.ts';
import { Watch } from './watch.ts';

/** Every exercise of this server: those in the store, and those opened since. */
export class Exercises {
  readonly #parts: LiveParts;
  readonly #randomness: Randomness;
  readonly #live = new Map<string, LiveExercise>();
  readonly #damaged = new Map<string, ExerciseRow>();
  readonly #watch: Watch;

  constructor(parts: LiveParts, randomness: Randomness) {
    this.#parts = parts;
    this.#randomness = randomness;
    this.#watch = new Watch(parts.clock, parts.log, () => this.#live.values());
    this.#watch.start();
  }

  /** Opens what the store holds. What ran when the server stopped comes back paused; what is damaged is left alone. */
  async comeBack(): Promise<void> {
    for (const row of this.#parts.store.exercises()) {
      try {
        const live = new LiveExercise(row, this.#parts);
        await live.comeBackPaused();
        this.#live.set(row.id, live);
      } catch (why) {
        this.#parts.log.error({ err: why, exercise: row.id }, 'a record is damaged and was not opened; verify it, and restore a backup');
        this.#damaged.set(row.id, row);
      }
    }
  }

  /**
   * Opens a new exercise: the scenario's first events are on the record, the clock has not started.
   * `title` takes the place of the scenario's. `store`: where the record is kept, if not with the others.
   */
  create(
    scenario: Scenario,
    title: Text | undefined,
    files: ReadonlyMap<string, ScenarioFile> = new Map(),
    store: Store = this.#parts.store,
  ): LiveExercise {
    const wall = this.#parts.clock.now();
    const row: ExerciseRow = {
      id: opaque(this.#randomness, 96),
      scenario: scenario.id,
      title: typeof title === 'string' ? title : undefined,
      secret: this.#randomness.secret(),
      madeAt: wall,
    };
    const { events } = Exercise.open(scenario, {
      secret: row.secret,
      digest,
      wall,
      files,
      ...(title === undefined ? {} : { title }),
    });
    const records = events.map((event): StoredRecord => ({ n: event.n, hash: hashOf(event), body: bodyOf(event) }));
    const named = new Set(scenario.injects.flatMap((i) => i.attachments));
    const brought = [...files].filter(([path]) => named.has(path)).map(([, file]) => file);
    keepFiles({ ...this.#parts, store }, this.#randomness, row.id, brought);
    store.create(row, records);
    const live = new LiveExercise(row, { ...this.#parts, store });
    this.#live.set(row.id, live);
    return live;
  }

  /** Ends an exercise that is not kept: its streams end, and it is forgotten. */
  async forget(id: string): Promise<void> {
    const live = this.#live.get(id);
    this.#live.delete(id);
    await live?.stop();
  }

  get(id: string): LiveExercise | undefined {
    return this.#live.get(id);
  }

  /** Newest first. */
  all(): LiveExercise[] {
    return [...this.#live.values()].sort((a, b) => b.row.madeAt - a.row.madeAt);
  }

  damaged(): ExerciseRow[] {
    return [...this.#damaged.values()];
  }

  async stop(): Promise<void> {
    this.#watch.stop();
    await Promise.all([...this.#live.values()].map((live) => live.stop()));
  }
}
