import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileCard, Scenario } from '@entente/engine';
import { byOrder, type Checked, loadFolder } from '@entente/scenario';
import type { WallClock } from '../clock.ts';

/** A scenario folder, read and checked. */
export interface ShelfEntry extends Checked {
  /** The scenario's id; the folder's name while it cannot be read. */
  readonly id: string;
  readonly folder: string;
  readonly checkedAt: number;
}

/** The scenarios that exercises can be made of, read from folders and read again whenever a file in them changes. */
export class Shelf {
  readonly #folders: readonly string[];
  readonly #clock: WallClock;
  readonly #read = new Map<string, { mark: string; entry: ShelfEntry }>();

  /** `folders`: each holds one folder per scenario. One that is missing holds none. */
  constructor(folders: readonly string[], clock: WallClock) {
    this.#folders = folders;
    this.#clock = clock;
  }

  /** Every scenario, by the place that it gives itself and its folder; of two with the same id, the first. */
  async all(): Promise<ShelfEntry[]> {
    const found = new Map<string, ShelfEntry>();
    for (const folder of this.#scenarioFolders()) {
      const entry = await this.#entry(folder);
      if (!found.has(entry.id)) found.set(entry.id, entry);
    }
    return [...found.values()].sort((a, b) => byOrder(a.scenario ?? {}, b.scenario ?? {}));
  }

  async get(id: string): Promise<ShelfEntry | undefined> {
    return (await this.all()).find((entry) => entry.id === id);
  }

  #scenarioFolders(): string[] {
    return this.#folders
      .filter((dir) => existsSync(dir))
      .flatMap((dir) =>
        readdirSync(dir, { withFileTypes: true })
          // A name with a dot in front is a folder still being written.
          .filter((e) => e.isDirectory() && !e.name.startsWith('.') && existsSync(join(dir, e.name, 'scenario.yaml')))
          .map((e) => join(dir, e.name))
          .sort(),
      );
  }

  async #entry(folder: string): Promise<ShelfEntry> {
    const mark = markOf(folder);
    const known = this.#read.get(folder);
    if (known?.mark === mark) return known.entry;
    return this.keep(folder, await loadFolder(folder), mark);
  }

  /** Puts down what a folder holds, for one who has read it already. */
  keep(folder: string, checked: Checked, mark = markOf(folder)): ShelfEntry {
    const entry = {
      ...checked,
      folder,
      id: checked.scenario?.id ?? (folder.split(/[\\/]/).at(-1) as string),
      checkedAt: this.#clock.now(),
    };
    this.#read.set(folder, { mark, entry });
    return entry;
  }
}

/** Names, sizes and times of the files in a folder: another mark, another content. */
function markOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const about = statSync(join(folder, name), { throwIfNoEntry: false });
      return `${name} ${about?.size} ${about?.mtimeMs}`;
    })
    .join('\n');
}

/** How many seats players may take: a party that control plays has none. */
export function playerSeats(scenario: Scenario): number {
  return scenario.parties
    .filter((p) => p.played !== 'control')
    .reduce((sum, p) => sum + p.cells.reduce((n, c) => n + c.seats.length, 0), 0);
}

/** What a thread needs of a scenario’s files: what they are, and not their bytes. */
export function cardsOf(files: ReadonlyMap<string, FileCard> = new Map()): Map<string, FileCard> {
  return new Map([...files].map(([path, { name, type, size, content }]) => [path, { name, type, size, content }]));
}
