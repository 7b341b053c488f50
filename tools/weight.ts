import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * What of the built web app a browser loads, in kB (1,000 bytes) of gzipped JavaScript. `node tools/weight.ts` prints it; a
 * test holds the limits. It reads `packages/web/dist`, so build first.
 */
const DIST = join(import.meta.dirname, '../packages/web/dist');

/** kB of gzipped JavaScript until a seat’s first screen can be used, at most. 180 before public statements; each further room adds 15 at most: statements, planning. */
export const SEAT_KB = 210;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

/** The screens, by their file; and the folders in `screens/` whose words they say. */
const SCREENS = {
  seat: [
    ['seat/SeatScreen.tsx', 'join/TakeSeat.tsx'],
    ['seat', 'join'],
  ],
  control: [
    ['control/Control.tsx', 'join/TakeSeat.tsx'],
    ['control', 'review', 'join'],
  ],
  evaluation: [
    ['control/evaluation/Evaluation.tsx', 'join/TakeSeat.tsx'],
    ['control', 'review', 'join'],
  ],
  review: [['review/Review.tsx'], ['review']],
  report: [['report/Report.tsx'], ['report', 'review']],
  public: [['public/PublicScreen.tsx'], ['public']],
  lobby: [['lobby/Lobby.tsx'], ['lobby']],
} as const;
/** The parts of capabilities that a screen is given, where they are not called like it. A report is given what the review is given, too. */
const GIVEN: Readonly<Record<string, string>> = { report: '(report|review)', evaluation: 'look' };
export type ScreenName = keyof typeof SCREENS;
export const SCREEN_NAMES = Object.keys(SCREENS) as ScreenName[];

export interface Weight {
  /** Until the screen can be used: page, screen, what each capability shows there, and words, in the language whose words are longer. */
  readonly first: number;
  /** What several parts bring, once: fields and menus of Mantine, mostly. */
  readonly shared: number;
  /** What each part alone brings besides, when its place opens, by its file. */
  readonly parts: Readonly<Record<string, number>>;
}

/** @throws Error if there is no built web app, or a screen is not in it. */
export function weightOf(screen: ScreenName): Weight {
  const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Manifest;
  const [files, folders] = SCREENS[screen];
  const given = GIVEN[screen] ?? screen;
  const shown = new RegExp(`^src/capabilities/[^/]+/${given}/index\\.ts$`);
  const own = ['index.html', ...files.map((f) => `src/screens/${f}`), ...Object.keys(manifest).filter((key) => shown.test(key))];
  const first = closure(manifest, own);
  const words = (language: string) => sum(manifest, closure(manifest, wordsOf(manifest, folders, language)), first);
  // The page itself leads to every screen and all words.
  const opened = new Set([...first].flatMap((key) => (key === 'index.html' ? [] : (chunkOf(manifest, key).dynamicImports ?? []))));
  const brought = new Map([...opened].map((part) => [part, closure(manifest, [part])]));
  const several = [...brought.values()].flatMap((keys) => [...keys]).filter((key, i, all) => all.indexOf(key) < i);
  const here = new Set([...first, ...several]);
  return {
    first: sum(manifest, first) + Math.max(words('en'), words('ko')),
    shared: sum(manifest, new Set(several), first),
    parts: Object.fromEntries([...brought].map(([part, keys]) => [part, sum(manifest, keys, here)])),
  };
}

/** Words that every screen says, and those of the screens of these folders: their frames’, and their capabilities’. */
function wordsOf(manifest: Manifest, folders: readonly string[], language: string): string[] {
  const keys = Object.keys(manifest).filter((key) => key.endsWith(`/text.${language}.json`));
  const later = /^src\/(?:screens|capabilities\/[^/]+)\/([^/]+)\/text\.|^src\/connection\/(refusals)\//;
  return keys.filter((key) => {
    const [, screen, refusals] = later.exec(key) ?? [];
    return refusals === undefined && (screen === undefined || folders.includes(screen));
  });
}

/** Chunks and what they import at once. */
function closure(manifest: Manifest, keys: readonly string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    closure(manifest, chunkOf(manifest, key).imports ?? [], seen);
  }
  return seen;
}

function chunkOf(manifest: Manifest, key: string): Chunk {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the built web app: build it, or name the screen’s file in tools/weight.ts`);
  return chunk;
}

/** kB of the chunks, those aside that are here already. */
function sum(manifest: Manifest, keys: ReadonlySet<string>, without: ReadonlySet<string> = new Set()): number {
  const files = new Set([...keys].filter((key) => !without.has(key)).map((key) => chunkOf(manifest, key).file));
  return [...files].reduce((kb, file) => kb + gzipSync(readFileSync(join(DIST, file))).length / 1_000, 0);
}

if (import.meta.main) {
  for (const screen of SCREEN_NAMES) {
    const { first, shared, parts } = weightOf(screen);
    console.log(`${screen.padEnd(8)} ${first.toFixed(1).padStart(6)} kB, and ${shared.toFixed(1)} kB that its parts share`);
    for (const [part, kb] of Object.entries(parts).sort((a, b) => b[1] - a[1]))
      console.log(`         ${`+${kb.toFixed(1)}`.padStart(6)} kB  ${part}`);
  }
}
