import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BuiltFile } from '../packages/web/byScreen.ts';
import { begins, COMMON_WORDS, FIRST_LOADS, SCREEN_NAMES, type ScreenName } from '../packages/web/firstLoads.ts';

/**
 * What of the built web app a browser loads, in kB (1,000 bytes) of gzipped JavaScript. `node tools/weight.ts` prints it,
 * `node tools/weight.ts seat` what the first load of a screen is made of; a test holds the limits. It reads
 * `packages/web/dist`, so build first.
 */
const DIST = join(import.meta.dirname, '../packages/web/dist');

/** kB of gzipped JavaScript until a seat’s first screen can be used, at most. */
export const SEAT_KB = 180;

export interface Weight {
  /** Until the screen can be used: page, screen, what each capability shows there, and words, in the language whose words are longer. */
  readonly first: number;
  /** Files of that, scripts and styles. */
  readonly requests: number;
  /** What each part brings if it is opened before all others, those aside in which it stands, by its module: with what it shares with others, and its words. */
  readonly parts: Readonly<Record<string, number>>;
  /** What of the first load each module is, by its path as seen from `packages/web`: its share of its file, by what it weighs alone. */
  readonly modules: ReadonlyMap<string, number>;
}

/** @throws Error if there is no built web app. */
export function weightOf(screen: ScreenName): Weight {
  const built = new Built();
  const scripts = built.filesOf([...built.modules].filter((module) => begins(screen, module)));
  const own: readonly string[] = FIRST_LOADS[screen].words;
  const words = heavier((language) =>
    built.words(language, (at) => COMMON_WORDS.test(at) || (OF_ITS_OWN.test(at) && own.includes(lastOf(at)))),
  );
  const here = new Set([...scripts, ...words]);
  return {
    first: kb(here),
    requests: new Set([...here].flatMap((file) => [file, ...built.file(file).styles])).size,
    parts: Object.fromEntries(built.partsOf(scripts, here)),
    modules: new Map([...here].flatMap((file) => sharesOf(built.file(file)))),
  };
}

const OF_ITS_OWN = /^src\/(screens|kit|capabilities\/[^/]+)\/[^/]+$/;
const folderOf = (module: string): string => module.slice(0, module.lastIndexOf('/'));
const lastOf = (folder: string): string => folder.slice(folder.lastIndexOf('/') + 1);
const without = (files: ReadonlySet<string>, here: ReadonlySet<string>) => new Set([...files].filter((file) => !here.has(file)));

/** Whose words come with the parts that a module fetches: `learn('FOLDER')`, `part(…, 'FOLDER')`. */
function wordsNamedIn(module: string): string[] {
  const text = readFileSync(join(DIST, '..', module), 'utf8');
  return [...text.matchAll(/(?:learn\(|,\s+)'(\w+)',?\s*\)/g)].map((m) => m[1] as string);
}

function heavier(words: (language: string) => Set<string>): Set<string> {
  const [en, ko] = [words('en'), words('ko')];
  return kb(en) > kb(ko) ? en : ko;
}

/** What leads to every screen. */
const PAGE = /^src\/(main\.tsx|capabilities\/[^/]+\/index\.ts)$/;

/** The capability or the folder of screens that a module is of; of the engine, its room. */
export function roomOf(module: string): string {
  return /^(?:src\/capabilities|\.\.\/engine\/src|src\/screens)\/([^/]+)\//.exec(module)?.[1] ?? '';
}

/** The web app as it was built. */
class Built {
  readonly #files = new Map((JSON.parse(readFileSync(join(DIST, '.vite/files.json'), 'utf8')) as BuiltFile[]).map((f) => [f.file, f]));
  readonly #fileOf = new Map(
    [...this.#files.values()].flatMap(({ file, modules }) => Object.keys(modules).map((module) => [module, file])),
  );

  get modules(): Iterable<string> {
    return this.#fileOf.keys();
  }

  file(name: string): BuiltFile {
    const file = this.#files.get(name);
    if (!file) throw new Error(`${name} is not in the built web app: build it anew`);
    return file;
  }

  /** The files of modules, and what they import at once. */
  filesOf(modules: readonly string[]): Set<string> {
    const all = new Set<string>();
    const add = (name: string): void => {
      if (all.has(name)) return;
      all.add(name);
      for (const next of this.file(name).imports) add(next);
    };
    for (const file of modules.flatMap((module) => this.#fileOf.get(module) ?? [])) add(file);
    return all;
  }

  /**
   * What each part brings that these files fetch, and then what the parts bring that stand in those, beside what is here by then: a
   * form that opens in a place comes after it. Not the screens, to which the page leads.
   */
  partsOf(files: Iterable<string>, here: ReadonlySet<string>, known: ReadonlySet<string> = new Set()): Map<string, number> {
    const opens = [...files].flatMap((file) => Object.entries(this.file(file).opens)).filter(([from]) => !PAGE.test(from));
    const from = new Map<string, Set<string>>();
    for (const [opener, parts] of opens)
      for (const part of parts.filter((module) => !module.endsWith('.json') && !known.has(module)))
        from.set(part, new Set([...(from.get(part) ?? []), opener]));
    const brought = [...from].map(([part, openers]) => {
      const named = new Set([...openers].flatMap(wordsNamedIn));
      const said = heavier((language) => this.words(language, (at) => named.has(lastOf(at))));
      return [part, without(new Set([...this.filesOf([part]), ...said]), here)] as const;
    });
    const all = new Map(brought.map(([part, more]) => [part, kb(more)]));
    const seen = new Set([...known, ...all.keys()]);
    for (const [, more] of brought)
      for (const [part, size] of this.partsOf([...more], new Set([...here, ...more]), seen))
        all.set(part, Math.max(size, all.get(part) ?? 0));
    return all;
  }

  /** The files of the catalogues of folders in one language. */
  words(language: string, of: (folder: string) => boolean): Set<string> {
    const catalogues = [...this.#fileOf].filter(([module]) => module.endsWith(`/text.${language}.json`));
    return new Set(catalogues.flatMap(([module, file]) => (of(folderOf(module)) ? [file] : [])));
  }
}

const sizes = new Map<string, number>();
function kb(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => {
    const size = sizes.get(file) ?? gzipSync(readFileSync(join(DIST, file))).length / 1_000;
    sizes.set(file, size);
    return sum + size;
  }, 0);
}

/** A file packs better than its modules alone; each has its share of that. */
function sharesOf({ file, modules }: BuiltFile): [module: string, kb: number][] {
  const sum = Object.values(modules).reduce((a, b) => a + b, 0);
  return Object.entries(modules).map(([module, alone]) => [module, sum === 0 ? 0 : (alone / sum) * kb([file])]);
}

/** By package, and of ours by folder. */
function groupOf(module: string): string {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1] ?? module.replace(/^\.\.\//, '').replace(/\/[^/]*$/, '');
}

function print(rows: ReadonlyMap<string, number>): void {
  for (const [what, size] of [...rows].sort((a, b) => b[1] - a[1]))
    if (size >= 0.05) console.log(`${size.toFixed(1).padStart(7)} kB  ${what}`);
}

function summed(modules: ReadonlyMap<string, number>, by: (module: string) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [module, size] of modules) sums.set(by(module), (sums.get(by(module)) ?? 0) + size);
  return sums;
}

/** By room, what of the first load is its own: engine, screen and words. */
export function roomsOf({ modules }: Weight): Map<string, number> {
  const rooms = summed(new Map([...modules].filter(([module]) => !module.startsWith('src/screens/'))), roomOf);
  rooms.delete('');
  return rooms;
}

if (import.meta.main) {
  const asked = SCREEN_NAMES.filter((screen) => screen === process.argv[2]);
  for (const screen of asked.length > 0 ? asked : SCREEN_NAMES) {
    const weight = weightOf(screen);
    console.log(`${screen.padEnd(10)} ${weight.first.toFixed(1).padStart(6)} kB in ${weight.requests} files, and more when there opens:`);
    print(new Map(Object.entries(weight.parts).filter(([, size]) => asked.length > 0 || size > 20)));
    if (asked.length === 0) continue;
    console.log('of the first load, by room:');
    print(roomsOf(weight));
    console.log('by package and folder:');
    print(summed(weight.modules, groupOf));
  }
}
