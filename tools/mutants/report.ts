import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fate } from './run.ts';

/** What came of a run. */
export interface Report {
  /** By which the changes were drawn; undefined if all were tried. */
  readonly seed: number | undefined;
  readonly expressions: number;
  /** Changes that count: all but those whose text gave what the code gives, wherever they were tried. */
  readonly counted: number;
  readonly killed: number;
  readonly survivors: readonly Survivor[];
  /** Explained as survivors, and killed now or no longer there. Of a whole run only. */
  readonly outdated: readonly string[];
  readonly fates: readonly Fate[];
  readonly ok: boolean;
}
interface Survivor extends Fate {
  /** Why it stands, from the list; undefined if nobody has said. */
  readonly why: string | undefined;
}

/** So many of a hundred changes must be killed. */
const LEAST = 95;
const LIST = join(import.meta.dirname, 'survivors.json');
type Explained = Record<string, string>;

interface Run {
  readonly seed: number | undefined;
  readonly expressions: number;
  readonly fates: readonly Fate[];
  /** True if every change was tried. */
  readonly whole: boolean;
  readonly write: boolean;
}

/** The survivors that somebody has explained, by key, each with why it stands. */
export function explained(): Explained {
  return JSON.parse(readFileSync(LIST, 'utf8')) as Explained;
}

/** Holds a run against the list of survivors that are explained. */
export function judged({ seed, expressions, fates, whole, write }: Run): Report {
  const known = explained();
  const counted = fates.filter((f) => f.fate !== 'void');
  const killed = counted.filter((f) => f.fate === 'killed').length;
  const alive = counted.filter((f) => f.fate !== 'killed').sort((a, b) => (a.key < b.key ? -1 : 1));
  if (write && whole)
    writeFileSync(LIST, `${JSON.stringify(Object.fromEntries(alive.map((f) => [f.key, known[f.key] ?? ''])), null, 2)}\n`);
  const survivors = alive.map((f): Survivor => ({ ...f, why: known[f.key] || undefined }));
  const outdated = whole ? Object.keys(known).filter((key) => !alive.some((f) => f.key === key)) : [];
  const enough = !whole || killed * 100 >= counted.length * LEAST;
  const ok = survivors.every((s) => s.why !== undefined) && outdated.length === 0 && enough;
  return { seed, expressions, counted: counted.length, killed, survivors, outdated, fates, ok };
}

const WORDS: Readonly<Record<Fate['fate'], string>> = {
  killed: 'killed',
  equal: 'every audience was the same over the whole corpus',
  unseen: 'the law did not see the difference',
  unreached: 'nothing in the corpus comes by',
  void: 'it gives what the code gives',
};

/** The report for people. */
export function told({ seed, expressions, counted, killed, survivors, outdated, fates }: Report): string {
  const lines: string[] = [];
  if (seed !== undefined) lines.push(`seed ${seed}`);
  for (const s of survivors)
    lines.push(
      `${s.why === undefined ? 'NEW ' : ''}survives: ${s.key}\n    ${WORDS[s.fate]}${s.why ? `: ${s.why}` : ''}${s.why === undefined && s.by ? `\n    ${s.by}` : ''}`,
    );
  for (const key of outdated) lines.push(`no survivor any more, to be taken off the list: ${key}`);
  const files = Map.groupBy(
    fates.filter((f) => f.fate !== 'void'),
    (f) => f.key.slice(0, f.key.indexOf(' ')),
  );
  for (const [file, own] of [...files].sort())
    lines.push(`${String(own.filter((f) => f.fate === 'killed').length).padStart(5)} of ${String(own.length).padEnd(4)} ${file}`);
  const share = counted === 0 ? 100 : Math.floor((killed * 1000) / counted) / 10;
  lines.push(
    `${expressions} expressions, ${counted} changes that count (${fates.length - counted} give what the code gives): ${killed} killed, ${share} %`,
  );
  return `${lines.join('\n')}\n`;
}
