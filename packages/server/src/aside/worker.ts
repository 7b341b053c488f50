import { parentPort } from 'node:worker_threads';
import { ImportError, importMsel } from '@entente/documents';
import { cleanDocument, DamagedFile, LockedFile, loadFolder, parseScenario, UncleanFile } from '@entente/scenario';
import type { Failed, Task } from './aside.ts';

/** Does tasks beside the thread that serves people: see `aside.ts`. */
parentPort?.on('message', async (task: Task) => {
  try {
    parentPort?.postMessage({ done: await done(task) });
  } catch (why) {
    parentPort?.postMessage({ failed: failure(why) });
  }
});

function done(task: Task): Promise<unknown> {
  if (task.kind === 'import') return read(task);
  return task.kind === 'folder' ? loadFolder(task.folder) : cleanDocument(task.type, task.bytes);
}

/** What is wrong with a file, by what was thrown. */
const CODES = [
  [LockedFile, 'file-locked'],
  [UncleanFile, 'file-uncleanable'],
  [DamagedFile, 'file-damaged'],
] as const;

function failure(why: unknown): Failed {
  if (why instanceof ImportError) return { code: why.code, message: why.message, details: why.fault };
  const [, code] = CODES.find(([kind]) => why instanceof kind) ?? [Error, 'fault'];
  return { code, message: String(why) };
}

async function read({ sheet, name, options }: Task & { kind: 'import' }): Promise<object> {
  const result = await importMsel(sheet, name, options);
  return { ...result, id: parseScenario(result.files).scenario?.id ?? 'imported-msel' };
}
