import { parentPort } from 'node:worker_threads';
import { ImportError, importMsel } from '@entente/documents';
import { loadFolder, parseScenario } from '@entente/scenario';
import type { Failed, Task } from './aside.ts';

/** Does tasks beside the thread that serves people: see `aside.ts`. */
parentPort?.on('message', async (task: Task) => {
  try {
    parentPort?.postMessage({ done: await (task.kind === 'import' ? read(task) : loadFolder(task.folder)) });
  } catch (why) {
    const failed: Failed =
      why instanceof ImportError ? { code: why.code, message: why.message, details: why.fault } : { code: 'fault', message: String(why) };
    parentPort?.postMessage({ failed });
  }
});

async function read({ sheet, name, options }: Task & { kind: 'import' }): Promise<object> {
  const result = await importMsel(sheet, name, options);
  return { ...result, id: parseScenario(result.files).scenario?.id ?? 'imported-msel' };
}
