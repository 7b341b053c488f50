import { availableParallelism } from 'node:os';
import type { Scenario, Text } from '@entente/engine';
import {
  type Asked,
  csvOf,
  htmlOf,
  NoRehearsal,
  playAll,
  type Report,
  type Runs,
  recordOfRun,
  reportAside,
  secretOfRun,
} from '@entente/rehearsal';
import type { Access, Judge } from '../access/access.ts';
import type { WallClock } from '../clock.ts';
import type { PassingStore } from '../demonstration/passing.ts';
import type { Exercises } from '../exercises/exercises.ts';
import type { LiveExercise } from '../exercises/live.ts';
import { Order } from '../order.ts';
import type { ShelfEntry } from '../scenarios/shelf.ts';

/** A rehearsal as the lobby shows it. */
export interface RehearsalCard {
  /** While it runs. */
  readonly running?: { readonly done: number; readonly of: number } | undefined;
  /** Why the last one gave no report. */
  readonly failed?: { readonly code: string; readonly message: string } | undefined;
  readonly last?:
    | {
        /** The scenario was changed since: what was found is of its earlier text. */
        readonly changed: boolean;
        readonly at: number;
        readonly runs: number;
        readonly seed: number;
        readonly mend: number;
        readonly findings: number;
        readonly assertions: number;
        readonly failing: number;
        /** Share of the runs in which the joint response fails; absent without a measure. */
        readonly fails?: number | undefined;
      }
    | undefined;
}
interface Kept {
  readonly asked: Asked;
  readonly at: number;
  readonly report: Report;
  readonly runs: Runs;
}
interface Under {
  readonly scenario: string;
  readonly stop: AbortController;
  done: number;
  readonly of: number;
}
export interface RehearsalParts {
  readonly exercises: Exercises;
  readonly access: Access;
  readonly store: PassingStore;
  readonly clock: WallClock;
}

/** Another rehearsal is under way: they take turns, so that exercises keep a core. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

/** Rehearsals from the lobby: one at a time, in threads of their own, and the last report of each scenario until the server stops. */
export class Rehearsals {
  readonly #parts: RehearsalParts;
  readonly #kept = new Map<string, Kept>();
  readonly #failed = new Map<string, { code: string; message: string }>();
  #under: Under | undefined;
  #ended: Promise<void> = Promise.resolve();
  /** One run is opened after the other: each takes the place of the one before. */
  readonly #order = new Order();
  readonly #closing = new AbortController();
  /** The run that was opened last: the next takes its place. */
  #opened: LiveExercise | undefined;

  constructor(parts: RehearsalParts) {
    this.#parts = parts;
  }

  card({ id: scenario, scenario: now }: ShelfEntry): RehearsalCard {
    const { done, of } = this.#under?.scenario === scenario ? this.#under : {};
    const kept = this.#kept.get(scenario);
    return {
      ...(done === undefined || of === undefined ? {} : { running: { done, of } }),
      ...(this.#failed.has(scenario) ? { failed: this.#failed.get(scenario) } : {}),
      ...(kept ? { last: lastOf(kept, kept.asked.scenario !== now) } : {}),
    };
  }

  /** Begins one; it goes on by itself. @throws Busy */
  start(entry: ShelfEntry & { scenario: Scenario }, runs: number, seed: number): void {
    if (this.#under) throw new Busy('a rehearsal is under way');
    const under: Under = { scenario: entry.id, stop: new AbortController(), done: 0, of: runs };
    this.#under = under;
    this.#failed.delete(entry.id);
    const asked: Asked = { scenario: entry.scenario, plays: entry.plays, runs, seed, files: entry.files };
    const workers = Math.max(1, availableParallelism() - 1);
    const progress = (done: number) => {
      under.done = done;
    };
    this.#ended = playAll(asked, { workers, signal: under.stop.signal, progress })
      .then(async (played) => {
        const report = await reportAside(played, under.stop.signal);
        this.#kept.set(entry.id, { asked, at: this.#parts.clock.now(), report, runs: played });
      })
      .catch((why: unknown) => {
        const code = why instanceof NoRehearsal ? why.code : 'fault';
        if (code !== 'cancelled') this.#failed.set(entry.id, { code, message: why instanceof Error ? why.message : String(why) });
      })
      .finally(() => {
        this.#under = undefined;
      });
  }

  /** Ends the one that runs for this scenario; false if none does. */
  async cancel(scenario: string): Promise<boolean> {
    if (this.#under?.scenario !== scenario) return false;
    this.#under.stop.abort();
    await this.#ended;
    return true;
  }

  report(scenario: string): Report | undefined {
    return this.#kept.get(scenario)?.report;
  }

  html(scenario: string, house?: string): string | undefined {
    const report = this.report(scenario);
    return report && htmlOf(report, house === undefined ? {} : { house });
  }

  csv(scenario: string): Iterable<string> | undefined {
    const kept = this.#kept.get(scenario);
    return kept && csvOf(kept.runs);
  }

  /** Plays one run again, and opens it as an exercise that has ended and is kept nowhere. Gives its id; undefined if there is no such run. */
  async open(scenario: string, run: number, judge: Judge): Promise<string | undefined> {
    const kept = this.#kept.get(scenario);
    if (!kept || run < 1 || run > kept.asked.runs) return undefined;
    return this.#order.run('open', () => this.#open(kept, scenario, run, judge));
  }

  async #open(kept: Kept, scenario: string, run: number, judge: Judge): Promise<string> {
    judge();
    const { exercises, access, store } = this.#parts;
    const events = await recordOfRun(kept.asked, run, this.#closing.signal);
    judge();
    const before = this.#opened;
    if (before && exercises.all().includes(before)) {
      before.feed.endStreams(() => true, 'revoked');
      await exercises.forget(before.row.id);
      access.forget(before.row.id);
    }
    const title = `${inEnglish(kept.asked.scenario.title)}: run ${run} · 시행 ${run}`;
    this.#opened = await exercises.adopt(scenario, title, secretOfRun(kept.asked, run), events, store.passing);
    return this.#opened.row.id;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#under?.stop.abort();
    await this.#ended;
  }
}

function lastOf({ at, report }: Kept, changed: boolean): NonNullable<RehearsalCard['last']> {
  return {
    changed,
    at,
    runs: report.runs,
    seed: report.seed,
    mend: report.findings.filter((f) => f.call === 'mend').length,
    findings: report.findings.length,
    assertions: report.assertions.length,
    failing: report.assertions.filter((a) => !a.ok).length,
    ...(report.verdict ? { fails: report.verdict.fails.share } : {}),
  };
}

const inEnglish = (text: Text): string => (typeof text === 'string' ? text : (text.en ?? Object.values(text)[0] ?? ''));
