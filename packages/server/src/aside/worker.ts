import { parentPort } from 'node:worker_threads';
import { asTemplate, ImportError, importMsel, PRESETS, readEdited, writeMsel } from '@entente/documents';
import { differenceOf } from '@entente/documents/msel';
import { cleanDocument, DamagedFile, LockedFile, loadFolder, parseScenario, UncleanFile } from '@entente/scenario';
import type { Failed, Task } from './aside.ts';
import { AnotherScenario, NoScenario, scenarioBook, scenarioChanges, scenarioTaken } from './scenario-msel.ts';

/** Does tasks beside the thread that serves people: see `aside.ts`. */
parentPort?.on('message', async (task: Task) => {
  try {
    parentPort?.postMessage({ done: await done(task) });
  } catch (why) {
    parentPort?.postMessage({ failed: failure(why) });
  }
});

async function done(task: Task): Promise<unknown> {
  if (task.kind === 'reading') return read(task);
  if (task.kind === 'template') return asTemplate(task.value);
  if (task.kind === 'workbook') {
    const preset = PRESETS.find((p) => p === task.preset) ?? asTemplate(task.preset);
    return writeMsel(task.table, { preset, language: task.language });
  }
  if (task.kind === 'scenario-book') return scenarioBook(task.folder, task.preset, task.language);
  if (task.kind === 'scenario-changes') return scenarioChanges(task.folder, task.book, task.name);
  if (task.kind === 'scenario-taken') return scenarioTaken(task.folder, task.book, task.name, task.keys);
  if (task.kind === 'difference') return differenceOf(task.edited, task.lines);
  if (task.kind === 'edited') return readEdited(task.book, task.name);
  return task.kind === 'folder' ? loadFolder(task.folder) : cleanDocument(task.type, task.bytes);
}

/** What is wrong with a file, by what was thrown. */
const CODES = [
  [AnotherScenario, 'another-scenario'],
  [NoScenario, 'scenario'],
  [LockedFile, 'file-locked'],
  [UncleanFile, 'file-uncleanable'],
  [DamagedFile, 'file-damaged'],
] as const;

function failure(why: unknown): Failed {
  if (why instanceof ImportError) return { code: why.code, message: why.message, details: why.fault };
  const [, code] = CODES.find(([kind]) => why instanceof kind) ?? [Error, 'fault'];
  return { code, message: String(why) };
}

async function read({ sheet, name, map }: Task & { kind: 'reading' }): Promise<object> {
  const result = await importMsel(sheet, name, map === undefined ? {} : { map: asTemplate(map) });
  return { ...result, id: idOf(result.files) };
}

const idOf = (files: ReadonlyMap<string, string>): string => parseScenario(files).scenario?.id ?? 'imported-msel';
