import { createHash } from 'node:crypto';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileCard, unseenIn } from '@entente/engine';
import type { Code } from '../problem.ts';
import { LIMITS } from '../source.ts';
import { cleanDocument, incoming, isDocument } from './attachment.ts';
import { DamagedFile, LockedFile, UncleanFile } from './bytes.ts';

/** A file of a scenario's folder that injects bring: its card, and its bytes as they are kept. */
export interface ScenarioFile extends FileCard {
  readonly bytes: Uint8Array;
}

type Say = (code: Code, file: string, facts?: Record<string, string | number>) => void;
const MB = 1024 * 1024;
/** As the engine lets an inject name it. */
const NAMEABLE = /^[\p{L}\p{N}._ -]{1,190}$/u;

/** Reads `files/` of a scenario's folder: plain files only, within bounds, following no link; says what it leaves out. */
export async function readFiles(root: string, say: Say): Promise<Map<string, ScenarioFile>> {
  const files = new Map<string, ScenarioFile>();
  const folder = join(root, 'files');
  const about = await lstat(folder).catch(() => undefined);
  if (!about) return files;
  if (about.isSymbolicLink()) say('link-outside', 'files');
  if (!about.isDirectory()) return files;
  // A name with a dot in front belongs to a system, not to the scenario.
  let names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  if (names.length > LIMITS.attachments) {
    say('too-many-files', 'files', { limit: LIMITS.attachments });
    names = names.slice(0, LIMITS.attachments);
  }
  let left: number = LIMITS.allAttachmentBytes;
  for (const name of names) {
    const path = `files/${name}`;
    const file = await readOne(join(folder, name), path, say);
    left -= file?.size ?? 0;
    if (left < 0) {
      say('files-too-big', 'files', { limit: LIMITS.allAttachmentBytes / MB });
      break;
    }
    if (file) files.set(path.normalize('NFC'), file);
  }
  return files;
}

async function readOne(full: string, path: string, say: Say): Promise<ScenarioFile | undefined> {
  const about = await lstat(full).catch(() => undefined);
  const name = path.slice('files/'.length);
  if (about?.isSymbolicLink()) say('link-outside', path);
  else if (!about?.isFile()) say('file-unreadable', path, { reason: 'not a file' });
  else if (!NAMEABLE.test(name.normalize('NFC')) || unseenIn(name) !== undefined) say('bad-file-name', path);
  else if (about.size > LIMITS.attachmentBytes) say('file-too-big', path, { limit: LIMITS.attachmentBytes / MB });
  else {
    try {
      return await cleaned(full, name);
    } catch (why) {
      if (why instanceof DamagedFile) say('file-damaged', path);
      else if (why instanceof LockedFile) say('file-locked', path);
      else if (why instanceof UncleanFile) say('file-uncleanable', path);
      else say('file-unreadable', path, { reason: (why as NodeJS.ErrnoException).code ?? 'unknown' });
    }
  }
  return undefined;
}

async function cleaned(full: string, name: string): Promise<ScenarioFile> {
  const handle = await open(full);
  const file = await incoming(name, handle.createReadStream({ end: LIMITS.attachmentBytes }));
  const pieces: Uint8Array[] = [];
  for await (const piece of file.pieces) pieces.push(Uint8Array.from(piece));
  const raw = Buffer.concat(pieces);
  const bytes = isDocument(file.type()) ? await cleanDocument(file.type(), raw) : raw;
  return { name: file.name, type: file.type(), size: bytes.length, content: createHash('sha256').update(bytes).digest('hex'), bytes };
}
