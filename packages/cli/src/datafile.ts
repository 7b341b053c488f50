import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exportHeader, exportLine } from '@entente/engine';
import type { ExerciseRow, Store } from '@entente/server';
import { COMMAND_LINE_WRONG, Fault, INPUT_AT_FAULT, reasonIn } from './fault.ts';
import type { Texts } from './language.ts';

/** Where a server keeps everything, within the folder that --data names. */
const FILE = 'entente.db';
const SQLITE = 'SQLite format 3\u0000';
const PAGE = 1_000;

/** The data file that a path names, itself or by its folder; undefined if it names something else. */
export function dataFileAt(path: string): string | undefined {
  const about = statSync(path, { throwIfNoEntry: false });
  if (about?.isDirectory()) return existsSync(join(path, FILE)) ? join(path, FILE) : undefined;
  if (!about?.isFile()) return undefined;
  const head = Buffer.alloc(SQLITE.length);
  const file = openSync(path, 'r');
  readSync(file, head);
  closeSync(file);
  return head.toString('latin1') === SQLITE ? path : undefined;
}

/** Opens a data file beside a server that may be running, and gives one exercise of it to `use`. */
export async function withExercise<T>(
  path: string,
  wanted: string | undefined,
  t: Texts,
  use: (store: Store, exercise: ExerciseRow) => Promise<T>,
): Promise<T> {
  const { sqliteStore, StoreUnusable } = await import('@entente/server');
  let store: Store;
  try {
    store = sqliteStore(path);
  } catch (error) {
    if (!(error instanceof StoreUnusable)) throw error;
    throw new Fault(INPUT_AT_FAULT, 'unusable-data', t('data.unusable', { path, reason: reasonIn(t, error) }));
  }
  try {
    return await use(store, choose(await store.exercises(), wanted, path, t));
  } finally {
    await store.close();
  }
}

function choose(exercises: readonly ExerciseRow[], wanted: string | undefined, path: string, t: Texts): ExerciseRow {
  const found = wanted === undefined ? (exercises.length === 1 ? exercises[0] : undefined) : exercises.find((e) => e.id === wanted);
  if (found) return found;
  if (exercises.length === 0) throw new Fault(INPUT_AT_FAULT, 'no-exercises', t('data.empty', { path }));
  const list = exercises.map((e) => `\n  ${e.id}  ${e.title ?? e.scenario}`).join('');
  const text = wanted === undefined ? t('data.which', { path }) : t('data.unknown', { id: wanted });
  throw new Fault(COMMAND_LINE_WRONG, 'unknown-exercise', text + list);
}

/** The lines of an exercise's whole record, byte by byte as they were committed; `told` hears how many events are done. */
export async function* storedLines(store: Store, exercise: ExerciseRow, told: (done: number) => void): AsyncGenerator<string> {
  yield exportHeader('control');
  for (let at = 0; ; ) {
    const records = await store.read(exercise.id, at, PAGE);
    if (records.length === 0) return;
    for (const r of records) yield exportLine(r.hash, r.body);
    at += records.length;
    told(at);
  }
}
