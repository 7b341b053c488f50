import { DatabaseSync } from 'node:sqlite';
import { closeFolder, lockFile } from './folder.ts';
import { StoreUnusable } from './store.ts';

/**
 * Holds a data folder for this process, so that a second server started on it by mistake does not pause the exercises
 * that the first one runs. The system lets go of it when the process ends, however it ends. Reading the data file and
 * backing it up need no lock. The folder is made if it is not there, and closed to everybody else. Gives the way to let go.
 * @throws StoreUnusable if another server holds the folder, or others may enter it.
 */
export function holdFolder(folder: string): () => void {
  closeFolder(folder);
  const lock = new DatabaseSync(lockFile(folder), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (why) {
    lock.close();
    throw new StoreUnusable('Another server runs on this data folder already. Use that one, or stop it first.', { cause: why });
  }
  return () => lock.close();
}
