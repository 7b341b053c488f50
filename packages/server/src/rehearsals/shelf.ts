import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Asked, Report, Runs } from '@entente/rehearsal';

/** What is kept of a rehearsal: what was asked, what it told, and its runs, of which the plan is made anew. */
export interface Reported {
  readonly asked: Asked;
  readonly at: number;
  readonly report: Report;
  readonly runs: Omit<Runs, 'plan' | 'loads'>;
}
/** Files of another form are passed over: a rehearsal can be made again. */
const FORM = 1;
const END = '.rehearsal';

/** Reports of scenarios, in a folder beside the data file; without one they go when the server stops. */
export class ReportShelf {
  readonly #folder: string | undefined;

  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  /** What lies there, by scenario. A file that cannot be read is as if it were not there. */
  read(): Map<string, Reported> {
    const found = new Map<string, Reported>();
    if (this.#folder === undefined || !existsSync(this.#folder)) return found;
    for (const name of readdirSync(this.#folder)) {
      if (!name.endsWith(END)) continue;
      try {
        const { form, kept } = deserialize(readFileSync(join(this.#folder, name))) as { form: number; kept: Reported };
        if (form === FORM) found.set(kept.asked.scenario.id, kept);
      } catch {
        // Cut short, or of another version.
      }
    }
    return found;
  }

  /** Whole or not at all. */
  async keep(scenario: string, kept: Reported): Promise<void> {
    if (this.#folder === undefined) return;
    mkdirSync(this.#folder, { recursive: true });
    const path = join(this.#folder, `${scenario}${END}`);
    const draft = `${path}.new`;
    await writeFile(draft, serialize({ form: FORM, kept }));
    await rename(draft, path).catch((why) => rm(draft, { force: true }).then(() => Promise.reject(why)));
  }
}
