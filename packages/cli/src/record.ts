import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { bodyOf, chain, exportHeader, exportLine, GENESIS, type Recorded } from '@entente/engine';
import { makeFolder, OWN_FILE } from '@entente/server/folder';
import { Fault, MACHINE_AT_FAULT, reasonIn, systemCode } from './fault.ts';
import type { Texts } from './language.ts';

/** The lines of a whole record as `verify` reads it, header first. */
export function* recordLines(records: Iterable<Recorded>): Generator<string> {
  yield exportHeader('control');
  let hash = GENESIS;
  for (const record of records) {
    const body = bodyOf(record);
    hash = chain(hash, body);
    yield exportLine(hash, body);
  }
}

const CHUNK_CHARACTERS = 1 << 20;

/** Writes lines to a file, whole or not at all: a file that is there stays as it was until the new one is complete. */
export async function writeLines(path: string, lines: Iterable<string> | AsyncIterable<string>, t: Texts): Promise<void> {
  const half = `${path}.${process.pid}.part`;
  try {
    makeFolder(dirname(path));
    const file = await open(half, 'w', OWN_FILE);
    try {
      let chunk = '';
      for await (const line of lines) {
        chunk += `${line}\n`;
        if (chunk.length < CHUNK_CHARACTERS) continue;
        await file.write(chunk);
        chunk = '';
      }
      await file.write(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true }).catch(() => {});
    throw new Fault(MACHINE_AT_FAULT, systemCode(error) ?? 'unwritable', t('fault.write', { path, reason: reasonIn(t, error) }));
  }
}
