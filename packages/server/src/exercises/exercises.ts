import { bodyOf, chain, Exercise, GENESIS, hashOf, type Recorded, type Scenario, type Text } from '@entente/engine';
import type { ScenarioFile } from '@entente/scenario';
import type { Judge } from '../access/access.ts';
import { keepFiles } from '../attachments/attachments.ts';
import { digest } from '../digest.ts';
import { opaque, type Randomness } from '../randomness.ts';
import { isDiskFault } from '../store/sqlite.ts';
import { DiskFault, type ExerciseRow, type Listed, type Store, type StoredRecord } from '../store/store.ts';
import { LiveExercise } from './live.ts';
import type { LiveParts } from './parts.ts';
import { type Summary, SummaryText } from './summary.ts';
import { Watch } from './watch.ts';

/** An exercise that nobody has asked for so long, and in which no time runs, is closed. */
const IDLE_MS = 10 * 60_000;
const LOOK_MS = 60_000;

/** An exercise with what the lobby says of it. */
export interface Told {
  readonly row: ExerciseRow;
  /** Undefined: its record is damaged. */
  readonly summary: Summary | undefined;
  /** If it is open. */
  readonly live: LiveExercise | undefined;
}

interface Options {
  /** Where the record is kept, if not with the others: such an exercise is never closed, since it could not be opened again. */
  readonly store?: Store;
  /** Asked immediately before the exercise is kept. */
  readonly judge?: Judge;
}

/**
 * Every exercise of this server. What runs is open; the rest is opened when somebody asks for it, and closed when nobody has
 * for a while. `get` and `all` know the open ones.
 */
export class Exercises {
  readonly #parts: LiveParts;
  readonly #randomness: Randomness;
  readonly #live = new Map<string, LiveExercise>();
  readonly #opening = new Map<string, Promise<LiveExercise | undefined>>();
  /** When each was last asked for, wall ms. */
  readonly #asked = new Map<string, number>();
  readonly #damaged = new Set<string>();
  readonly #watch: Watch;
  #looking: unknown;
  #stopped = false;

  constructor(parts: LiveParts, randomness: Randomness) {
    this.#parts = parts;
    this.#randomness = randomness;
    this.#watch = new Watch(parts.clock, parts.log, () => this.#live.values());
    this.#watch.start();
    this.#look();
  }

  /**
   * Opens what ran when the server stopped: it comes back paused. What has no summary (its data file is of an older version) is
   * opened once, to write it. What is damaged is left alone, and what the disk does not give is opened for whoever asks.
   */
  async comeBack(): Promise<void> {
    for (const { row, summary } of await this.#parts.store.listed()) {
      if (summary !== undefined && (JSON.parse(summary) as Summary).status !== 'running') continue;
      try {
        const live = await this.open(row.id);
        if (summary === undefined && live?.idle) await this.#close(live);
      } catch (why) {
        this.#parts.log.error({ err: why, exercise: row.id }, 'an exercise could not be read; it is read again when somebody asks for it');
      }
    }
  }

  /**
   * Opens a new exercise: the scenario's first events are on the record, the clock has not started.
   * `title` takes the place of the scenario's.
   */
  async create(
    scenario: Scenario,
    title: Text | undefined,
    files: ReadonlyMap<string, ScenarioFile> = new Map(),
    { store = this.#parts.store, judge = () => {} }: Options = {},
  ): Promise<LiveExercise> {
    const wall = this.#parts.clock.now();
    const row: ExerciseRow = {
      id: opaque(this.#randomness, 96),
      scenario: scenario.id,
      title: typeof title === 'string' ? title : undefined,
      secret: this.#randomness.secret(),
      madeAt: wall,
    };
    const { exercise, events } = Exercise.open(scenario, {
      secret: row.secret,
      digest,
      wall,
      files,
      ...(title === undefined ? {} : { title }),
    });
    const records = events.map((event): StoredRecord => ({ n: event.n, hash: hashOf(event), body: bodyOf(event) }));
    const named = new Set(scenario.injects.flatMap((i) => i.attachments));
    const brought = [...files].filter(([path]) => named.has(path)).map(([, file]) => file);
    await keepFiles({ ...this.#parts, store }, this.#randomness, row.id, brought);
    judge();
    await store.create(row, records, new SummaryText().anew(exercise, wall));
    const live = await LiveExercise.open(row, { ...this.#parts, store });
    this.#live.set(row.id, live);
    this.#asked.set(row.id, wall);
    return live;
  }

  /** Puts a record that was made elsewhere, by its secret, into a store that forgets, and opens it. It has no summary: it is never closed. */
  async adopt(scenario: string, secret: string, events: readonly Recorded[], store: Store): Promise<LiveExercise> {
    const wall = this.#parts.clock.now();
    const row: ExerciseRow = { id: opaque(this.#randomness, 96), scenario, title: undefined, secret, madeAt: wall };
    let hash = GENESIS;
    const records = events.map((event): StoredRecord => {
      const body = bodyOf(event);
      hash = chain(hash, body, digest);
      return { n: event.n, hash, body };
    });
    await store.create(row, records);
    const live = await LiveExercise.open(row, { ...this.#parts, store });
    this.#live.set(row.id, live);
    this.#asked.set(row.id, wall);
    return live;
  }

  /** The exercise, opened if it is not; undefined if there is none, or its record is damaged. @throws DiskFault: ask again. */
  async open(id: string): Promise<LiveExercise | undefined> {
    const opening = this.get(id) ?? this.#opening.get(id);
    if (opening) return opening;
    const begun = this.#open(id).finally(() => this.#opening.delete(id));
    this.#opening.set(id, begun);
    return begun;
  }

  async #open(id: string): Promise<LiveExercise | undefined> {
    if (this.#damaged.has(id) || this.#stopped) return undefined;
    // Not while it is being closed.
    const row = await this.#parts.order.run(id, () => this.#parts.store.exercise(id));
    if (!row) return undefined;
    try {
      const live = await LiveExercise.open(row, this.#parts);
      // What is open is not closed while it runs: this ran when the server stopped.
      if (live.running) await live.comeBackPaused();
      if (this.#stopped) {
        await live.stop();
        return undefined;
      }
      this.#live.set(id, live);
      this.#asked.set(id, this.#parts.clock.now());
      return live;
    } catch (why) {
      // A disk that cannot be read just now says nothing of the record.
      if (why instanceof DiskFault || isDiskFault(why)) throw why;
      this.#parts.log.error({ err: why, exercise: id }, 'a record is damaged and was not opened; verify it, and restore a backup');
      this.#damaged.add(id);
      return undefined;
    }
  }

  /** Ends an exercise that is not kept: its streams end, and it is forgotten. */
  async forget(id: string): Promise<void> {
    const live = this.#live.get(id);
    this.#live.delete(id);
    this.#asked.delete(id);
    await live?.stop();
  }

  /** The exercise, if it is open; it stays so for a while. */
  get(id: string): LiveExercise | undefined {
    const live = this.#live.get(id);
    if (live) this.#asked.set(id, this.#parts.clock.now());
    return live;
  }

  /** Those that are open. */
  all(): LiveExercise[] {
    return [...this.#live.values()];
  }

  /** Every exercise with what the lobby says of it, newest first. Opens none. */
  async told(): Promise<Told[]> {
    const kept = await this.#parts.store.listed();
    const own = new Set(kept.map(({ row }) => row.id));
    const passing = this.all().filter((live) => !own.has(live.id));
    const listed = [...kept, ...passing.map(({ row }): Listed => ({ row, summary: undefined }))];
    const told = await Promise.all(listed.map((one) => this.#tell(one)));
    return told.sort((a, b) => b.row.madeAt - a.row.madeAt);
  }

  async #tell({ row, summary }: Listed): Promise<Told> {
    if (this.#damaged.has(row.id)) return { row, summary: undefined, live: undefined };
    const live = this.#live.get(row.id);
    const now = live && (await live.summary());
    const kept = summary === undefined ? undefined : (JSON.parse(summary) as Summary);
    return { row, summary: now ?? kept, live };
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#watch.stop();
    this.#parts.clock.clearTimer(this.#looking);
    await Promise.all([...this.all().map((live) => live.stop()), Promise.allSettled(this.#opening.values())]);
  }

  /** Closes, every minute, what nobody has asked for. */
  #look(): void {
    this.#looking = this.#parts.clock.setTimer(LOOK_MS, () => {
      this.#look();
      const before = this.#parts.clock.now() - IDLE_MS;
      for (const live of this.all())
        if (live.idle && live.store === this.#parts.store && (this.#asked.get(live.id) ?? 0) <= before) void this.#close(live);
    });
  }

  async #close(live: LiveExercise): Promise<void> {
    this.#live.delete(live.id);
    this.#asked.delete(live.id);
    try {
      await live.close();
    } catch (why) {
      // The summary that is there was true a while ago, and the next commit writes another.
      this.#parts.log.warn({ err: why, exercise: live.id }, 'what the lobby says of an exercise could not be written');
    }
  }
}
