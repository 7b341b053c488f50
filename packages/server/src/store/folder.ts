import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StoreUnusable } from './store.ts';

/** Nobody but the user who runs the server. */
export const OWN_FOLDER = 0o700;
export const OWN_FILE = 0o600;
const OTHERS = 0o077;
/** By these a folder is known as one of ours. */
const OURS = ['entente.db', 'entente.lock'];

/**
 * Makes a folder and those above it, for nobody but us to enter. Level by level: where a file system answers "no such
 * folder" to making one (as /proc does), Node's own recursive way never comes back.
 * @throws the system's error, with its code, if a level cannot be made.
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const level of missing) mkdirSync(level, { mode: OWN_FOLDER });
}

/**
 * Makes a data folder, or closes one that is there to everybody else. A folder that holds other things than ours is left
 * as it is: closing somebody's home or /tmp would do harm.
 * @throws StoreUnusable if others may enter it and it is not ours to close, or cannot be closed.
 */
export function closeFolder(path: string): void {
  makeFolder(path);
  if (process.platform === 'win32' || (statSync(path).mode & OTHERS) === 0) return;
  const names = readdirSync(path);
  const shared = (statSync(path).mode & 0o1000) !== 0;
  if (shared || (names.length > 0 && !OURS.some((name) => names.includes(name))))
    throw new StoreUnusable(
      `Others on this machine may enter the folder ${path}, and it holds more than this program’s data. Name a folder of its own, or close it yourself: chmod 700 ${path}`,
    );
  closeTo(path, OWN_FOLDER);
}

/** Closes a file to everybody but us, making it if it is not there. @throws StoreUnusable if that cannot be done. */
export function closeFile(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, 'a', OWN_FILE));
  else if (process.platform !== 'win32' && (statSync(path).mode & OTHERS) !== 0) closeTo(path, OWN_FILE);
}

/** A data file of SQLite’s with what lies beside it. What is made later takes the data file’s own mode. */
export function closeDataFile(path: string): void {
  closeFile(path);
  for (const end of ['-wal', '-shm', '-journal']) if (existsSync(path + end)) closeFile(path + end);
}

function closeTo(path: string, mode: number): void {
  let why: unknown;
  try {
    chmodSync(path, mode);
    if ((statSync(path).mode & OTHERS) === 0) return;
  } catch (error) {
    why = error;
  }
  throw new StoreUnusable(
    `Others on this machine may read ${path}, and that cannot be changed from here. Let its owner close it (chmod ${mode.toString(8)} ${path}), or choose a data folder on a disk that knows file rights.`,
    { cause: why },
  );
}

/** The lock file of a data folder, for nobody else. */
export function lockFile(folder: string): string {
  const path = join(folder, 'entente.lock');
  closeFile(path);
  return path;
}
