import { availableParallelism } from 'node:os';
import type { Recorded, Scenario } from '@entente/engine';
import {
  type Asked,
  broke,
  csvAside,
  htmlOf,
  NoRehearsal,
  playAll,
  type Report,
  recordOfRun,
  reportAside,
  secretOfRun,
} from '@entente/rehearsal';
import type { Interval, Last, Part, RehearsalCard } from '@entente/rehearsal/card';
import type { Access, Judge } from '../access/access.ts';
import type { WallClock } from '../clock.ts';
import type { PassingStore } from '../demonstration/passing.ts';
import type { Exercises } from '../exercises/exercises.ts';
import { readRecord } from '../exercises/fold.ts';
import type { LiveExercise } from '../exercises/live.ts';
import { marked } from '../exercises/marked.ts';
import type { LiveParts } from '../exercises/parts.ts';
import { Order } from '../order.ts';
import { cardsOf, type ShelfEntry } from '../scenarios/shelf.ts';
import { type From, type Reported, ReportShelf } from './shelf.ts';

interface Under {
  readonly of: string;
  /** Ends it at once, with nothing. */
  readonly stop: AbortController;
  /** Lets no further runs begin. */
  readonly enough: AbortController;
  reporting: boolean;
  /** Until the first runs are done. */
  preparing: Part | undefined;
  done: number;
  readonly runs: number;
}
type Rehearsed = ShelfEntry & { scenario: Scenario };
/** A quarter of a gigabyte: the exercises that run need the rest. */
const MOST_FIGURES = 2 ** 25;
/** How a rehearsal is called that goes on from an exercise. */
export const ofExercise = (id: string): string => `exercise ${id}`;

export interface RehearsalParts {
  readonly exercises: Exercises;
  readonly access: Access;
  readonly store: PassingStore;
  readonly clock: WallClock;
  readonly log: LiveParts['log'];
  /** Where reports lie; undefined: they go when the server stops. */
  readonly folder: string | undefined;
}

/**
 * No further one begins: they take turns, so that exercises keep a core. Whoever asked hears whether it is the own one that is under
 * way, and of any other only that the server plays no more at once: whose it is, and of what, is not theirs.
 */
export class Busy extends Error {
  override readonly name = 'Busy';
  readonly own: boolean;
  constructor(own: boolean) {
    super(own ? 'this is being rehearsed' : 'as many rehearsals as are played at once');
    this.own = own;
  }
}

/** Rehearsals from the lobby: one at a time, in threads of their own, and the last report of each scenario and exercise. */
export class Rehearsals {
  readonly #parts: RehearsalParts;
  readonly #kept = new Map<string, Reported>();
  readonly #shelf: ReportShelf;
  readonly #failed = new Map<string, NonNullable<RehearsalCard['failed']>>();
  readonly #cancelled = new Map<string, Part>();
  #under: Under | undefined;
  #ended: Promise<void> = Promise.resolve();
  /** One run is opened after the other: each takes the place of the one before. */
  readonly #order = new Order();
  readonly #closing = new AbortController();
  /** The run that was opened last: the next takes its place. */
  #opened: LiveExercise | undefined;

  constructor(parts: RehearsalParts) {
    this.#parts = parts;
    this.#shelf = new ReportShelf(parts.folder);
  }

  card({ id, scenario }: ShelfEntry): RehearsalCard {
    return this.cardOf(id, scenario);
  }

  /** The same of whatever was rehearsed: a scenario by its id, or an exercise (`ofExercise`). */
  cardOf(what: string, now: Scenario | undefined): RehearsalCard {
    const under = this.#under?.of === what ? this.#under : undefined;
    const kept = this.#keptOf(what);
    return {
      ...(under ? { running: runningOf(under) } : {}),
      ...(this.#cancelled.has(what) ? { cancelled: this.#cancelled.get(what) } : {}),
      ...(this.#failed.has(what) ? { failed: this.#failed.get(what) } : {}),
      ...(kept ? { last: lastOf(kept, !isSame(kept.asked.scenario, now)) } : {}),
    };
  }

  /** Begins one; it goes on by itself. @throws Busy */
  start({ id, scenario, plays, files }: Rehearsed, runs: number, seed: number): void {
    this.#begin(id, { scenario, plays, runs, seed, files: cardsOf(files) });
  }

  /** Begins one that goes on from the first `n` events of an exercise. @throws Busy */
  startFrom(live: LiveExercise, { scenario, plays, files }: Rehearsed, past: NonNullable<Asked['past']>, runs: number): void {
    const from: From = { exercise: live.row.id, n: past.n, at: past.at, of: past.events.length };
    // An exercise that is kept nowhere leaves no report either.
    const keep = live.store !== this.#parts.store.passing;
    this.#begin(ofExercise(live.row.id), { scenario, plays, runs, seed: 1, files: cardsOf(files), past }, { from, keep });
  }

  #begin(what: string, asked: Asked, { from, keep = true }: { from?: From; keep?: boolean } = {}): void {
    if (this.#under) throw new Busy(this.#under.of === what);
    const [stop, enough] = [new AbortController(), new AbortController()];
    const under: Under = { of: what, stop, enough, reporting: false, preparing: undefined, done: 0, runs: asked.runs };
    this.#under = under;
    this.#failed.delete(what);
    this.#cancelled.delete(what);
    const workers = Math.max(1, availableParallelism() - 1);
    const progress = (done: number) => {
      under.done = done;
      under.preparing = undefined;
    };
    const preparing = (done: number, of: number) => {
      under.preparing = { done, of };
    };
    this.#ended = playAll(asked, { workers, signal: stop.signal, enough: enough.signal, most: MOST_FIGURES, progress, preparing })
      .then(async (played) => {
        under.reporting = true;
        const done = played.asked;
        if (done.of !== undefined) this.#cancelled.set(what, { done: done.runs, of: done.of });
        if (isMore(this.#keptOf(what), done, from)) return;
        const report = await reportAside(played, stop.signal);
        const { values, faults, refused } = played;
        const at = this.#parts.clock.now();
        const kept: Reported = { asked: { ...done, past: undefined }, from, at, report, runs: { values, faults, refused } };
        this.#kept.set(what, kept);
        if (keep)
          await this.#shelf
            .keep(what, kept)
            .catch((why: unknown) => this.#parts.log.warn({ err: why, of: what }, 'the report of a rehearsal could not be kept'));
      })
      .catch((why: unknown) => {
        const { code, text } = why instanceof NoRehearsal ? why : broke(asked.seed, 0, why instanceof Error ? why.message : String(why));
        if (code === 'cancelled') this.#cancelled.set(what, { done: 0, of: asked.runs });
        else this.#failed.set(what, { code, message: text.en, text: { ...text } });
      })
      .finally(() => {
        this.#under = undefined;
      });
  }

  #keptOf(what: string): Reported | undefined {
    const kept = this.#kept.get(what) ?? this.#shelf.take(what);
    if (kept) this.#kept.set(what, kept);
    return kept;
  }

  /** Ends the one that runs of this, and reports the runs that are done, or discards them; false if none does. */
  async cancel(what: string, discard: boolean): Promise<boolean> {
    if (this.#under?.of !== what) return false;
    const { enough, stop } = this.#under;
    (discard ? stop : enough).abort();
    await this.#ended;
    return true;
  }

  report(what: string): Report | undefined {
    return this.#keptOf(what)?.report;
  }

  html(what: string, shown?: { readonly house: string; readonly fonts: string }): string | undefined {
    const report = this.report(what);
    return report && htmlOf(report, shown);
  }

  async csv(what: string): Promise<Iterable<string> | undefined> {
    const kept = this.#keptOf(what);
    const asked = kept && (await this.#askedOf(kept));
    return asked && this.#order.run('table', () => csvAside(asked, kept.runs.values, this.#closing.signal));
  }

  /** Plays one run again, and opens it as an exercise that has ended and is kept nowhere. Gives its id; undefined if there is no such run. */
  async open(what: string, run: number, judge: Judge): Promise<string | undefined> {
    const kept = this.#keptOf(what);
    if (!kept || run < 1 || run > kept.asked.runs) return undefined;
    const asked = await this.#askedOf(kept);
    return asked && this.#order.run('open', () => this.#open(asked, run, judge));
  }

  /** The same of the re-run from just before the decision that took an exercise off the plan, and that ended well. */
  async openNearest(what: string, judge: Judge): Promise<string | undefined> {
    const kept = this.#keptOf(what);
    const { nearest, position, at } = kept?.report.onward?.decision ?? {};
    if (!kept || nearest === undefined || position === undefined) return undefined;
    const asked = await this.#askedOf(kept);
    if (!asked?.past) return undefined;
    const before: Asked = { ...asked, past: { ...asked.past, n: position, at } };
    return this.#order.run('open', () => this.#open(before, nearest, judge));
  }

  /** What was asked, with what stood on the record that its runs go on from. */
  async #askedOf({ asked, from }: Reported): Promise<Asked | undefined> {
    if (!from) return asked;
    const live = await this.#parts.exercises.open(from.exercise);
    if (!live) return undefined;
    const { events } = await readRecord(live.store, live.row);
    return { ...asked, past: { events: events.slice(0, from.of), n: from.n, at: from.at, secret: live.row.secret } };
  }

  async #open(asked: Asked, run: number, judge: Judge): Promise<string> {
    judge();
    const { exercises, access, store } = this.#parts;
    const { past, scenario } = asked;
    const made = await recordOfRun(asked, run, this.#closing.signal);
    const events = past ? [...past.events.slice(0, past.n), ...made] : made;
    judge();
    const before = this.#opened;
    if (before && exercises.all().includes(before)) {
      before.feed.endStreams(() => true, 'revoked');
      await exercises.forget(before.row.id);
      access.forget(before.row.id);
    }
    const secret = past?.secret ?? secretOfRun(asked, run);
    this.#opened = await exercises.adopt(scenario.id, secret, events.map(asRun(run)), store.passing);
    return this.#opened.row.id;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#under?.stop.abort();
    await this.#ended;
  }
}

/** A scenario that was read anew is another object, and may be the same text. */
const same = new WeakMap<Scenario, WeakMap<Scenario, boolean>>();
function isSame(one: Scenario, other: Scenario | undefined): boolean {
  if (other === undefined || one === other) return one === other;
  const known = same.get(one) ?? new WeakMap<Scenario, boolean>();
  same.set(one, known);
  const found = known.get(other) ?? JSON.stringify(one) === JSON.stringify(other);
  known.set(other, found);
  return found;
}

/** What was cancelled takes not the place of more runs of the same. */
function isMore(before: Reported | undefined, asked: Asked, from: From | undefined): boolean {
  if (asked.of === undefined || before === undefined || before.asked.runs < asked.runs) return false;
  return isSame(before.asked.scenario, asked.scenario) && JSON.stringify(before.from) === JSON.stringify(from);
}

function runningOf({ done, runs, preparing, reporting }: Under): NonNullable<RehearsalCard['running']> {
  return { done, of: runs, ...(preparing ? { preparing } : {}), ...(reporting ? { reporting: true } : {}) };
}

const intervalOf = ({ share, low, high }: NonNullable<Report['verdict']>['fails']): Interval => ({ share, low, high });

function lastOf({ at, report }: Reported, changed: boolean): Last {
  return {
    changed,
    at,
    runs: report.runs,
    ...(report.of === undefined ? {} : { of: report.of }),
    seed: report.seed,
    mend: report.findings.filter((f) => f.call === 'mend').length,
    findings: report.findings.length,
    assertions: report.assertions.length,
    failing: report.assertions.filter((a) => !a.ok).length,
    ...(report.verdict ? { fails: intervalOf(report.verdict.fails), said: report.verdict.said.map(({ en, ko }) => ({ en, ko })) } : {}),
    ...(report.spread ? { spread: report.spread } : {}),
  };
}

/** The title says on every screen which run this is. */
const asRun =
  (run: number) =>
  (r: Recorded): Recorded =>
    r.event.type === 'ExerciseOpened'
      ? { ...r, event: { ...r.event, title: marked(r.event.title, { en: `Run ${run}`, ko: `시행 ${run}` }) } }
      : r;
