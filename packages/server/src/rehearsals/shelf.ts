import { readdirSync, readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Ms } from '@entente/engine';
import { type Asked, planOf, type Report, type Runs } from '@entente/rehearsal';
import { makeFolder, OWN_FILE } from '../store/folder.ts';

/** Where the runs of a rehearsal go on from an exercise: what happened there stands in its record, and nowhere else. */
export interface From {
  readonly exercise: string;
  /** From its first `n` events on, at `at` or when the last of them was made. */
  readonly n: number;
  readonly at: Ms | undefined;
  /** So many events were on the record when it was asked for. */
  readonly of: number;
}
/** What is kept of a rehearsal: what was asked, what it told, and its runs, of which the plan is made anew. */
export interface Reported {
  /** Without the past. */
  readonly asked: Asked;
  readonly from: From | undefined;
  readonly at: number;
  readonly report: Report;
  readonly runs: Omit<Runs, 'asked' | 'plan' | 'loads'>;
}
/** Files of another form are passed over: a rehearsal can be made again. */
const FORM = 4;
const END = '.rehearsal';

/** The last reports, in a folder beside the data file; without one they go when the server stops. Each is read when it is asked for. */
export class ReportShelf {
  readonly #folder: string | undefined;
  /** Names of the files that were there at the start and were not read yet. */
  readonly #unread: Set<string>;

  constructor(folder: string | undefined) {
    this.#folder = folder;
    this.#unread = new Set(folder === undefined ? [] : namesIn(folder));
  }

  /** What lay there of this at the start, once. What cannot be read, a file or all of the folder, is as if it were not there. */
  take(what: string): Reported | undefined {
    const name = nameOf(what);
    // Never a path that somebody asked for: only what is in the folder.
    if (this.#folder === undefined || !this.#unread.has(name)) return undefined;
    try {
      const filed = deserialize(readFileSync(join(this.#folder, name))) as Filed;
      // Two may be called alike.
      if (filed.what !== what) return undefined;
      this.#unread.delete(name);
      return filed.form === FORM && isWhole(filed.kept) ? filed.kept : undefined;
    } catch {
      // Cut short, or of another version.
      this.#unread.delete(name);
      return undefined;
    }
  }

  /** Whole or not at all. */
  async keep(what: string, kept: Reported): Promise<void> {
    if (this.#folder === undefined) return;
    makeFolder(this.#folder);
    const path = join(this.#folder, nameOf(what));
    const draft = `${path}.new`;
    try {
      await writeFile(draft, serialize({ form: FORM, what, kept } satisfies Filed), { mode: OWN_FILE });
      await rename(draft, path);
    } catch (why) {
      // A full disk leaves a part of it.
      await rm(draft, { force: true }).catch(() => undefined);
      throw why;
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

interface Filed {
  readonly form: number;
  readonly what: string;
  readonly kept: Reported;
}

function nameOf(what: string): string {
  return `${what.replaceAll(' ', '.')}${END}`;
}

/**
 * The scenario is still read as it was: each run has a row, as wide as today’s plan says. Recorded plays have no columns of their
 * own, and take a second each: they are left out.
 */
function isWhole({ asked, runs }: Reported): boolean {
  return runs.values.length === asked.runs * planOf({ ...asked, plays: [], runs: 1, of: undefined }).columns.width;
}
