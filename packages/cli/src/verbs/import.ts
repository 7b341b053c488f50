import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Guess, ImportError, ImportOptions, ImportResult, NamedRow } from '@entente/documents';
import { makeFolder, OWN_FILE } from '@entente/server/folder';
import { COMMAND_LINE_WRONG, Fault, INPUT_AT_FAULT, MACHINE_AT_FAULT, reasonIn, systemCode } from '../fault.ts';
import type { Texts } from '../language.ts';
import type { Terminal } from '../terminal.ts';
import type { Options, Result, Verb } from '../verb.ts';
import { problemLines, problemsAsJson } from './check.ts';
import { mergeMsel } from './msel.ts';
import { readBytes, readMap, refused } from './sheet.ts';

/** No planner's sheet is larger; what is, is not read into memory at all. */
const LARGEST_SHEET_BYTES = 64 * 1024 * 1024;

/** `import SHEET --out DIR`: a planner's MSEL becomes a scenario; every row is an event or named, every guess is told. */
export const importSheet: Verb = {
  name: 'import',
  argument: '<sheet>',
  about: (t) => t('import.about'),
  argumentAbout: (t) => t('argument.sheet'),
  choices: (t) => [
    { flags: '--out <dir>', about: t('import.option.out') },
    { flags: '--into <dir>', about: t('import.option.into') },
    { flags: '--take', about: t('import.option.take') },
    { flags: '--conflicts <side>', about: t('import.option.conflicts'), read: (text) => sideOf(text, t) },
    { flags: '--startex <time>', about: t('import.option.startex') },
    { flags: '--unit <min|h>', about: t('import.option.unit'), read: (text) => unitOf(text, t) },
    { flags: '--map <file>', about: t('import.option.map') },
    { flags: '--strict', about: t('import.option.strict') },
  ],
  async run(subject, options, terminal): Promise<Result> {
    const { t, language } = terminal;
    if (options.into !== undefined) return mergeMsel(subject, options, terminal);
    const out = options.out as string | undefined;
    if (out === undefined) throw new Fault(COMMAND_LINE_WRONG, 'no-out', t('import.needsOut'));
    await refuseToOverwrite(out, t);
    const bytes = await readBytes(subject, LARGEST_SHEET_BYTES, t);
    const found = await imported(bytes, basename(subject), await importOptions(options, terminal), terminal);
    const { rows, guesses, problems } = found;
    const open = guesses.filter((g) => !g.settled);
    if (options.strict === true && open.length > 0)
      throw new Fault(
        INPUT_AT_FAULT,
        'not-settled',
        [t('import.strict', { count: open.length }), ...open.map((g) => `  ${guessLine(g, terminal)}`)].join('\n'),
      );
    await writeFolder(out, found.files, t);
    const result = {
      ok: true,
      out,
      files: [...found.files.keys()],
      rows: {
        ...rows,
        waiting: rows.waiting.map((r) => ({ ...r, reason: r.reason[language] })),
        named: rows.named.map((r) => ({ ...r, reason: r.reason[language] })),
      },
      guesses: guesses.map((g) => ({ ...g, what: g.what[language], because: g.because[language] })),
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
    ...rows.waiting.map((r) => `  ${whereOf(r, terminal)}: ${r.reason[language]}`),
    ...(rows.named.length > 0 ? [t('import.named', { count: rows.named.length })] : []),
    ...rows.named.map((r) => `  ${whereOf(r, terminal)}: ${r.reason[language]}`),
    ...(guesses.length > 0 ? [t('import.guesses')] : []),
    ...guesses.map((g) => `  ${guessLine(g, terminal)}`),
    ...problemLines(problems, out, terminal),
    t('import.next', { out }),
  ];
}

const whereOf = ({ sheet, row }: NamedRow, { t }: Terminal): string =>
  sheet === undefined ? t('import.row', { row }) : t('import.rowOf', { sheet, row });

/** What was assumed, why, and how sure that is, where it is not. */
const guessLine = ({ what, because, confidence, settled, key }: Guess, { t, language }: Terminal): string =>
  `${what[language]} ${because[language]}${settled ? '' : ` ${t('import.unsure', { share: Math.round(confidence * 100), key })}`}`;

async function imported(bytes: Uint8Array, name: string, options: ImportOptions, terminal: Terminal): Promise<ImportResult> {
  const { importMsel, ImportError: Refusal } = await import('@entente/documents');
  try {
    return await importMsel(bytes, name, options);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw refused(name, error as ImportError, terminal);
  }
}

async function importOptions(options: Options, { t, language }: Terminal): Promise<ImportOptions> {
  const { startex, unit, map } = options as { startex?: string; unit?: 'min' | 'h'; map?: string };
  return {
    ...(startex === undefined ? {} : { startex }),
    ...(unit === undefined ? {} : { unit }),
    ...(map === undefined ? {} : { map: await readMap(map, t, language) }),
  };
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

function sideOf(text: string, t: Texts): string {
  if (text !== 'sheet' && text !== 'scenario') throw new RangeError(t('usage.choices', { choices: 'sheet, scenario' }));
  return text;
}

function unitOf(text: string, t: Texts): string {
  if (text !== 'min' && text !== 'h') throw new RangeError(t('usage.choices', { choices: 'min, h' }));
  return text;
}
