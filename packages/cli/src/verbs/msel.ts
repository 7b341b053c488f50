import { existsSync, statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportError } from '@entente/documents';
import { Exercise, emptyWorld, evolve, parseBody, rosterOfRecord, type World } from '@entente/engine';
import { OWN_FILE } from '@entente/server/folder';
import { dataFileAt, withExercise } from '../datafile.ts';
import { COMMAND_LINE_WRONG, Fault, INPUT_AT_FAULT, MACHINE_AT_FAULT, reasonIn, systemCode } from '../fault.ts';
import type { Texts } from '../language.ts';
import type { Terminal } from '../terminal.ts';
import type { Options, Result } from '../verb.ts';
import { problemLines, problemsAsJson } from './check.ts';
import { readBytes, readMap, refused } from './sheet.ts';

const PAGE = 1_000;
const SCENARIO_SECRET = 'nothing of a scenario is secret to its author';
const LARGEST_BOOK_BYTES = 64 * 1024 * 1024;

/** `export … --msel`: the MSEL of an exercise or of a scenario folder, as a workbook for planners. */
export async function exportMsel(subject: string, options: Options, terminal: Terminal): Promise<Result> {
  const { t, language } = terminal;
  const out = options.out as string | undefined;
  if (out === undefined) throw new Fault(COMMAND_LINE_WRONG, 'no-out', t('export.mselNeedsOut'));
  const party = options.party as string | undefined;
  const viewer = party === undefined ? 'control' : `control:${party}`;
  const map = options.map === undefined ? undefined : await readMap(options.map as string, t, language);
  const world = await worldOf(subject, options, viewer, terminal);
  const { asTemplate, PRESETS, writeMsel } = await import('@entente/documents');
  const { tableOf } = await import('@entente/documents/msel');
  const preset = map !== undefined ? asTemplate(map) : (PRESETS.find((p) => p === options.preset) ?? 'hseep');
  const table = tableOf(world, viewer, language);
  await writeWhole(out, writeMsel(table, { preset, language }), t);
  const result = { ok: true, out, lines: table.lines.length, scenario: table.scenario };
  terminal.result(result, [t('export.mselDone', { count: table.lines.length, path: out })]);
  return result;
}

/** What a viewer's fold of the exercise is, or the scenario as lead control has it at STARTEX. */
export async function worldOf(subject: string, options: Options, viewer: string, { t }: Terminal): Promise<World> {
  if (statSync(subject, { throwIfNoEntry: false })?.isDirectory() && existsSync(join(subject, 'scenario.yaml')))
    return (await scenarioAt(subject, viewer, t)).world;
  const file = dataFileAt(subject);
  if (!file) throw new Fault(INPUT_AT_FAULT, 'no-data', t('data.none', { path: subject }));
  return withExercise(file, options.exercise as string | undefined, t, async (store, exercise) => {
    const world = emptyWorld();
    const opening: ReturnType<typeof parseBody>['event'][] = [];
    let roster: ReturnType<typeof rosterOfRecord> | undefined;
    for (let at = 0; ; ) {
      const records = await store.read(exercise.id, at, PAGE);
      if (records.length === 0) break;
      at += records.length;
      for (const { body } of records) {
        const r = parseBody(body);
        if (!roster) {
          opening.push(r.event);
          if (opening.some((e) => e.type === 'ExerciseOpened') && opening.some((e) => e.type === 'DirectoryGiven'))
            roster = rosterOfRecord(opening);
        }
        const theirs = viewer === 'control' || r.to.includes('public') || roster?.audience(r.to).viewers.has(viewer);
        if (theirs) evolve(world, r.event, { id: r.id, at: r.at, wall: r.wall });
      }
    }
    if (!roster?.knows(viewer)) throw new Fault(COMMAND_LINE_WRONG, 'no-party', t('export.noParty', { party: String(options.party) }));
    return world;
  });
}

interface Opened {
  readonly world: World;
  readonly files: ReadonlyMap<string, string>;
}

/** A scenario folder, opened as an exercise would be. @throws Fault if it has mistakes */
async function scenarioAt(folder: string, viewer: string, t: Texts): Promise<Opened> {
  const { loadFolder, readScenarioFolder } = await import('@entente/scenario');
  const [{ files, attachments }, { scenario, problems }] = await Promise.all([readScenarioFolder(folder), loadFolder(folder)]);
  if (!scenario)
    throw new Fault(
      INPUT_AT_FAULT,
      'scenario',
      t('again.mistakes', { path: folder, count: problems.filter((p) => p.severity === 'error').length }),
    );
  const { exercise, events } = Exercise.open(scenario, { secret: SCENARIO_SECRET, wall: 0, files: attachments });
  if (!exercise.roster.knows(viewer))
    throw new Fault(COMMAND_LINE_WRONG, 'no-party', t('export.noParty', { party: viewer.split(':')[1] ?? '' }));
  if (viewer === 'control') return { world: exercise.world, files };
  const world = emptyWorld();
  for (const r of events)
    if (exercise.roster.audience(r.to).viewers.has(viewer)) evolve(world, r.event, { id: r.id, at: r.at, wall: r.wall });
  return { world, files };
}

/** `import BOOK --into SCENARIO`: shows what was changed in a workbook that was exported; with `--take` it is taken over. */
export async function mergeMsel(subject: string, options: Options, terminal: Terminal): Promise<Result> {
  const { t, language } = terminal;
  const folder = options.into as string;
  const bytes = await readBytes(subject, LARGEST_BOOK_BYTES, t);
  const [documents, { differenceOf, tableOf }] = await Promise.all([import('@entente/documents'), import('@entente/documents/msel')]);
  let edited: ReturnType<typeof documents.readEdited>;
  try {
    edited = documents.readEdited(bytes, subject);
  } catch (error) {
    if (!(error instanceof documents.ImportError)) throw error;
    throw refused(subject, error as ImportError, terminal);
  }
  const { world, files } = await scenarioAt(folder, 'control', t);
  const table = tableOf(world, 'control', edited.language);
  if (table.scenario !== edited.scenario)
    throw new Fault(INPUT_AT_FAULT, 'another-scenario', t('again.another', { path: subject, folder }));
  const { changes, notTaken, columns } = differenceOf(edited, table.lines);
  const wanted = options.conflicts as string | undefined;
  const conflicts = changes.filter((c) => c.conflict);
  const take = changes.filter((c) => !c.conflict || wanted === 'sheet');
  const open = wanted === undefined && conflicts.length > 0;
  const taken = documents.takeInto(files, take, world);
  const errors = taken.problems.filter((p) => p.severity === 'error');
  const writes = options.take === true && !open && errors.length === 0;
  if (writes) for (const [name, text] of taken.files) await writeWhole(join(folder, name), text, t);
  const result = {
    ok: !open && errors.length === 0,
    changes: changes.map((c) => ({ ...c, ...(c.why ? { why: c.why[language] } : {}) })),
    notTaken: notTaken.map((n) => ({ ...n, said: n.said[language] })),
    columns: columns.map((c) => c[language]),
    refused: taken.refused.map((r) => ({ id: r.change.id, row: r.change.row, said: r.said[language] })),
    written: writes ? [...taken.files.keys()] : [],
    ...(errors.length > 0 ? { problems: problemsAsJson(errors, terminal) } : {}),
  };
  terminal.result(result, [
    t('again.found', {
      changes: t('again.changes', { count: changes.length }),
      conflicts: t('again.conflicts', { count: conflicts.length }),
    }),
    ...changes.flatMap((c) => [
      `  ${t(`again.${c.kind}`, { number: c.number || c.id || '–', row: c.row ?? '–' })}${c.conflict ? ` · ${t('again.conflict')}` : ''}`,
      ...c.cells.map((cell) =>
        c.kind === 'added'
          ? `    ${cell.field}: ${oneLine(cell.theirs)}`
          : `    ${cell.field}: ${oneLine(cell.before)} → ${oneLine(cell.theirs)}${cell.conflict ? ` (${t('again.ours', { words: oneLine(cell.ours) })})` : ''}`,
      ),
    ]),
    ...notTaken.map((n) => `  ${t('import.row', { row: n.row })}: ${n.said[language]}`),
    ...columns.map((c) => `  ${c[language]}`),
    ...taken.refused.map((r) => `  ${t('again.refused', { number: r.change.number || r.change.id || '–' })} ${r.said[language]}`),
    ...(errors.length > 0 ? [t('again.broken'), ...problemLines(errors, folder, terminal)] : []),
    writes
      ? t('again.written', { folder, count: taken.taken.length })
      : t(open ? 'again.open' : options.take === true ? 'again.nothing' : 'again.dry'),
  ]);
  return result;
}

const oneLine = (text: string): string => {
  const line = text.replace(/\s*\n\s*/g, ' / ');
  return line === '' ? '–' : line.length > 120 ? `“${line.slice(0, 119)}…”` : `“${line}”`;
};

/** Written beside its place first: a full disk leaves no half of a file. */
export async function writeWhole(path: string, content: Uint8Array | string, t: Texts): Promise<void> {
  const half = `${path}.${process.pid}.part`;
  try {
    await writeFile(half, content, { mode: OWN_FILE });
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true }).catch(() => {});
    throw new Fault(MACHINE_AT_FAULT, systemCode(error) ?? 'unwritable', t('fault.write', { path, reason: reasonIn(t, error) }));
  }
}
