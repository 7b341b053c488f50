import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { exportHeader, exportLine, Verifier } from '@entente/engine';
import { makeFolder, OWN_FILE } from './folder.ts';
import { holdFolder } from './lock.ts';
import { versionOf } from './sqlite.ts';
import { StoreUnusable } from './store.ts';

/** One exercise in a copy: verified, every event against its hash and the one before. */
export interface Kept {
  readonly id: string;
  readonly scenario: string;
  readonly events: number;
  /** The last event's. */
  readonly hash: string;
}
/** Told how much of a copy is done, in pages of the file. */
export type OnPages = (done: number, of: number) => void;

const PAGES_AT_ONCE = 1_000;
const RECORDS_AT_ONCE = 1_000;
const FILE = 'entente.db';

/**
 * Copies a data file to `target`, whether or not a server runs on it: everything up to one moment, nothing after it,
 * verified. A copy of the files themselves would not be that: what was written last lies in the log beside them.
 * @throws StoreUnusable if it is no data file that this version reads, if a record in it is damaged, or if `target` exists.
 */
export async function backUp(dataFile: string, target: string, told: OnPages = () => {}): Promise<Kept[]> {
  if (existsSync(target)) throw new StoreUnusable('There is such a file already. A backup is never written over another.');
  return copyWhole(dataFile, target, told);
}

/**
 * Makes a data folder out of a backup.
 * @throws StoreUnusable if the folder holds data already, if the backup is not one that this version reads, or if a
 * record in it is damaged; then nothing is left behind.
 */
export async function restore(file: string, folder: string, told: OnPages = () => {}): Promise<Kept[]> {
  const letGo = holdFolder(folder);
  try {
    const target = join(folder, FILE);
    if (['', '-wal', '-shm'].some((end) => existsSync(target + end)))
      throw new StoreUnusable('The folder holds data already, and nothing is overwritten. Name an empty or a new folder.');
    return await copyWhole(file, target, told);
  } finally {
    letGo();
  }
}

/** A verified copy in one file, whole or not at all. */
async function copyWhole(from: string, to: string, told: OnPages): Promise<Kept[]> {
  const part = `${to}.${process.pid}.part`;
  makeFolder(dirname(to));
  try {
    // A backup’s disk may know no file rights, as sticks do: whoever holds it can read it.
    closeSync(openSync(part, 'wx', OWN_FILE));
    await copyPages(from, part, told);
    const kept = verified(part);
    renameSync(part, to);
    synchronise(to);
    synchronise(dirname(to));
    return kept;
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(part + end, { force: true });
  }
}

async function copyPages(from: string, to: string, told: OnPages): Promise<void> {
  const source = opened(from);
  try {
    if (versionOf(source) === undefined) throw new StoreUnusable('The file is empty.');
    // One reading that stays open: the copy is of one moment, and a server that writes meanwhile does not make it begin anew.
    source.exec('BEGIN; SELECT count(*) FROM sqlite_schema;');
    const pages = await backup(source, to, {
      rate: PAGES_AT_ONCE,
      progress: ({ totalPages, remainingPages }) => told(totalPages - remainingPages, totalPages),
    });
    told(pages, pages);
    source.exec('COMMIT');
  } finally {
    source.close();
  }
}

function opened(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  } catch (why) {
    throw new StoreUnusable(`The data file cannot be opened: ${(why as Error).message}.`, { cause: why });
  }
}

/** Every record of a copy, checked event by event. */
function verified(path: string): Kept[] {
  const db = new DatabaseSync(path);
  try {
    // One file, without a log beside it: easily carried away.
    db.exec('PRAGMA journal_mode = DELETE');
    const broken = db.prepare('PRAGMA integrity_check(1)').get()?.integrity_check;
    if (broken !== 'ok') throw new StoreUnusable(`The data file is damaged (${String(broken)}). Use another backup.`);
    const records = db.prepare('SELECT n, hash, body FROM records WHERE exercise = ? AND n > ? ORDER BY n LIMIT ?');
    const read = (id: string, after: number) => records.all(id, after, RECORDS_AT_ONCE) as unknown as { hash: string; body: string }[];
    const exercises = db.prepare('SELECT id, scenario FROM exercises ORDER BY made_at, id').all() as { id: string; scenario: string }[];
    return exercises.map(({ id, scenario }) => ({ id, scenario, ...verdictOn(id, (after) => read(id, after)) }));
  } catch (why) {
    if (why instanceof StoreUnusable) throw why;
    throw new StoreUnusable(`The data file is damaged (${(why as Error).message}). Use another backup.`, { cause: why });
  } finally {
    db.close();
  }
}

function verdictOn(id: string, read: (after: number) => { hash: string; body: string }[]): { events: number; hash: string } {
  const verifier = new Verifier();
  verifier.line(exportHeader('control'));
  let events = 0;
  for (let page = read(0); page.length > 0; page = read(events)) {
    for (const { hash, body } of page) verifier.line(exportLine(hash, body));
    events += page.length;
  }
  const verdict = verifier.verdict();
  if (!verdict.ok)
    throw new StoreUnusable(`The record of exercise ${id} is damaged from event ${verdict.position} on. Use another backup.`);
  return { events: verdict.events, hash: verdict.hash };
}

/** What is not on the disk when we say so may be gone after a power cut. */
function synchronise(path: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}
