import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { ColumnRole, ImportError, ImportOptions, ImportResult } from '@entente/documents';
import { makeFolder, OWN_FILE } from '@entente/server/folder';
import { COMMAND_LINE_WRONG, Fault, INPUT_AT_FAULT, MACHINE_AT_FAULT, reasonIn, systemCode } from '../fault.ts';
import type { Texts } from '../language.ts';
import type { Terminal } from '../terminal.ts';
import type { Options, Result, Verb } from '../verb.ts';
import { problemLines, problemsAsJson } from './check.ts';

/** No planner's sheet is larger; what is, is not read into memory at all. */
const LARGEST_SHEET_BYTES = 64 * 1024 * 1024;
const LARGEST_MAP_BYTES = 64 * 1024;
/** Refusals that speak of options rather than of the sheet. */
const OF_THE_COMMAND_LINE = new Set(['bad-startex', 'bad-unit']);

/** `import SHEET --out DIR`: a planner's MSEL becomes a scenario; every row is an event or named, every guess is told. */
export const importSheet: Verb = {
  name: 'import',
  argument: '<sheet>',
  about: (t) => t('import.about'),
  argumentAbout: (t) => t('argument.sheet'),
  choices: (t) => [
    { flags: '--out <dir>', about: t('import.option.out'), required: true },
    { flags: '--startex <time>', about: t('import.option.startex') },
    { flags: '--unit <min|h>', about: t('import.option.unit'), read: (text) => unitOf(text, t) },
    { flags: '--map <file>', about: t('import.option.map') },
  ],
  async run(subject, options, terminal): Promise<Result> {
    const { t, language } = terminal;
    const out = options.out as string;
    await refuseToOverwrite(out, t);
    const bytes = await readBytes(subject, LARGEST_SHEET_BYTES, t);
    const found = await imported(bytes, basename(subject), await importOptions(options, t), terminal);
    await writeFolder(out, found.files, t);
    const { rows, guesses, problems } = found;
    const result = {
      ok: true,
      out,
      files: [...found.files.keys()],
      rows: {
        ...rows,
        waiting: rows.waiting.map((r) => ({ row: r.row, reason: r.reason[language] })),
        named: rows.named.map((r) => ({ row: r.row, reason: r.reason[language] })),
      },
      guesses: guesses.map((g) => ({ code: g.code, what: g.what[language], because: g.because[language] })),
      problems: problemsAsJson(problems, terminal),
    };
    terminal.result(result, resultLines(found, out, terminal));
    return result;
  },
};

function resultLines({ rows, guesses, problems }: ImportResult, out: string, terminal: Terminal): string[] {
  const { t, language } = terminal;
  return [
    t('import.done', { imported: rows.imported, total: rows.total, out }),
    ...(rows.waiting.length > 0 ? [t('import.waiting', { count: rows.waiting.length })] : []),
    ...rows.waiting.map((r) => `  ${t('import.row', { row: r.row })}: ${r.reason[language]}`),
    ...(rows.named.length > 0 ? [t('import.named', { count: rows.named.length })] : []),
    ...rows.named.map((r) => `  ${t('import.row', { row: r.row })}: ${r.reason[language]}`),
    ...(guesses.length > 0 ? [t('import.guesses')] : []),
    ...guesses.map((g) => `  ${g.what[language]} ${g.because[language]}`),
    ...problemLines(problems, out, terminal),
    t('import.next', { out }),
  ];
}

async function imported(bytes: Uint8Array, name: string, options: ImportOptions, { t, language }: Terminal): Promise<ImportResult> {
  const { importMsel, ImportError: Refusal } = await import('@entente/documents');
  try {
    return await importMsel(bytes, name, options);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, fault } = error as ImportError;
    const where = fault.where && fault.where !== name ? ` (${fault.where})` : '';
    const rows = (fault.rows ?? []).map((r) => `\n  ${t('import.row', { row: r.row })}: ${r.reason[language]}`);
    throw new Fault(
      OF_THE_COMMAND_LINE.has(code) ? COMMAND_LINE_WRONG : INPUT_AT_FAULT,
      code,
      t('import.refused', { name: name + where, message: fault.message[language], hint: fault.hint[language] }) + rows.join(''),
    );
  }
}

async function importOptions(options: Options, t: Texts): Promise<ImportOptions> {
  const { startex, unit, map } = options as { startex?: string; unit?: 'min' | 'h'; map?: string };
  return {
    ...(startex === undefined ? {} : { startex }),
    ...(unit === undefined ? {} : { unit }),
    ...(map === undefined ? {} : { map: await readMap(map, t) }),
  };
}

/** `{"title": "Betreff", "time": "Wann"}`: which header holds what. */
async function readMap(path: string, t: Texts): Promise<Partial<Record<ColumnRole, string>>> {
  const { COLUMN_ROLES } = await import('@entente/documents');
  const bytes = await readBytes(path, LARGEST_MAP_BYTES, t);
  let map: unknown;
  try {
    map = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    map = undefined;
  }
  const entries = typeof map === 'object' && map !== null && !Array.isArray(map) ? Object.entries(map) : undefined;
  const roles: readonly string[] = COLUMN_ROLES;
  if (!entries?.every(([role, header]) => roles.includes(role) && typeof header === 'string')) {
    throw new Fault(INPUT_AT_FAULT, 'bad-map', t('import.badMap', { path, roles: roles.join(', ') }));
  }
  return map as Partial<Record<ColumnRole, string>>;
}

async function readBytes(path: string, most: number, t: Texts): Promise<Buffer> {
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

async function refuseToOverwrite(out: string, t: Texts): Promise<void> {
  try {
    if ((await readdir(out)).length > 0) throw new Fault(INPUT_AT_FAULT, 'not-empty', t('import.notEmpty', { out }));
  } catch (error) {
    if (error instanceof Fault) throw error;
    if (systemCode(error) === 'ENOENT') return;
    throw new Fault(INPUT_AT_FAULT, systemCode(error) ?? 'bad-out', t('fault.write', { path: out, reason: reasonIn(t, error) }));
  }
}

/** Written beside its place first: a full disk leaves no half of a scenario. */
async function writeFolder(out: string, files: ReadonlyMap<string, string>, t: Texts): Promise<void> {
  const place = resolve(out);
  let half: string | undefined;
  try {
    makeFolder(dirname(place));
    half = await mkdtemp(join(dirname(place), '.entente-import-'));
    for (const [name, text] of files) {
      await writeFile(join(half, name), text, { mode: OWN_FILE });
    }
    // An empty folder may stand there already, with rights of its own. The main file comes last: without it there is no scenario.
    makeFolder(place);
    for (const name of [...files.keys()].reverse()) await rename(join(half, name), join(place, name));
  } catch (error) {
    throw new Fault(MACHINE_AT_FAULT, systemCode(error) ?? 'unwritable', t('fault.write', { path: out, reason: reasonIn(t, error) }));
  } finally {
    if (half) await rm(half, { recursive: true, force: true }).catch(() => {});
  }
}

function unitOf(text: string, t: Texts): string {
  if (text !== 'min' && text !== 'h') throw new RangeError(t('usage.choices', { choices: 'min, h' }));
  return text;
}
