import { open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

type Lines = Iterable<string> | AsyncIterable<string>;

/** Writes lines to a file, whole or not at all: a file that is there stays as it was until the new one is complete. */
export function writeLines(path: string, lines: Lines, t: Texts): Promise<void> {
  return writeTogether([[path, lines]], t);
}

/** Writes files that belong together: none of those that are there is replaced before all new ones are complete. */
export async function writeTogether(files: readonly (readonly [path: string, lines: Lines])[], t: Texts): Promise<void> {
  const half = (path: string): string => `${path}.${process.pid}.part`;
  let at = '';
  try {
    for (const [path, lines] of files) {
      at = path;
      makeFolder(dirname(path));
      await writeWhole(half(path), lines);
    }
    for (const [path] of files) {
      at = path;
      await rename(half(path), path);
    }
  } catch (error) {
    for (const [path] of files) await rm(half(path), { force: true }).catch(() => {});
    throw unwritable(at, error, t);
  }
}

async function writeWhole(path: string, lines: Lines): Promise<void> {
  const file = await open(path, 'w', OWN_FILE);
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
}

/** Makes a folder and tries whether these files can be written there: to be asked before the work that fills them. */
export async function tryFolder(path: string, names: readonly string[], t: Texts): Promise<void> {
  const tried = join(path, `.${process.pid}.part`);
  let at = path;
  try {
    makeFolder(path);
    await writeFile(tried, '\n', { mode: OWN_FILE });
    await rm(tried);
    for (const name of names) {
      at = join(path, name);
      const there = await stat(at).catch(() => undefined);
      if (there?.isDirectory()) throw Object.assign(new Error('a folder stands there'), { code: 'EISDIR' });
    }
  } catch (error) {
    throw unwritable(at, error, t);
  }
}

function unwritable(path: string, error: unknown, t: Texts): Fault {
  return new Fault(MACHINE_AT_FAULT, systemCode(error) ?? 'unwritable', t('fault.write', { path, reason: reasonIn(t, error) }));
}
