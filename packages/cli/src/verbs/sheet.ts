import { readFile, stat } from 'node:fs/promises';
import type { ImportError, ImportOptions } from '@entente/documents';
import { COMMAND_LINE_WRONG, Fault, INPUT_AT_FAULT, reasonIn, systemCode } from '../fault.ts';
import type { Texts } from '../language.ts';
import type { Terminal } from '../terminal.ts';

const LARGEST_MAP_BYTES = 512 * 1024;
/** Refusals that speak of options rather than of the sheet. */
const OF_THE_COMMAND_LINE = new Set(['bad-startex', 'bad-unit']);

/** A file of the command line, within bounds. @throws Fault */
export async function readBytes(path: string, most: number, t: Texts): Promise<Buffer> {
  try {
    const about = await stat(path);
    if (!about.isFile()) throw new Fault(INPUT_AT_FAULT, 'not-a-file', t('fault.notFile', { path }));
    if (about.size > most) throw new Fault(INPUT_AT_FAULT, 'too-large', t('import.tooLarge', { path, most: most / 1024 / 1024 }));
    return await readFile(path);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault(INPUT_AT_FAULT, systemCode(error) ?? 'unreadable', t('fault.read', { path, reason: reasonIn(t, error) }));
  }
}

/** How the sheets of an office are read, as the browser saves it. @throws Fault with the place in the file */
export async function readMap(path: string, t: Texts, language: 'en' | 'ko'): Promise<NonNullable<ImportOptions['map']>> {
  const { ImportError: Refusal, parseMap } = await import('@entente/documents');
  const bytes = await readBytes(path, LARGEST_MAP_BYTES, t);
  try {
    return parseMap(bytes.toString('utf8'));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { message, hint, where } = (error as ImportError).fault;
    const place = where === undefined ? path : where.startsWith(':') ? `${path}${where}` : `${path}, ${where}`;
    throw new Fault(INPUT_AT_FAULT, 'bad-map', `${place}: ${message[language]} ${hint[language]}`);
  }
}

/** Why a sheet was not taken, in words. */
export function refused(name: string, { code, fault }: ImportError, { t, language }: Terminal): Fault {
  const where = fault.where && fault.where !== name ? ` (${fault.where})` : '';
  const rows = (fault.rows ?? []).map((r) => `\n  ${t('import.row', { row: r.row })}: ${r.reason[language]}`);
  return new Fault(
    OF_THE_COMMAND_LINE.has(code) ? COMMAND_LINE_WRONG : INPUT_AT_FAULT,
    code,
    t('import.refused', { name: name + where, message: fault.message[language], hint: fault.hint[language] }) + rows.join(''),
  );
}
