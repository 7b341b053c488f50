import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHANNELS, type Scenario, type World } from '@entente/engine';
import { Table, type Tape } from '@entente/engine/testing';
import { parseScenario } from '@entente/scenario';
import { csv, xlsx } from '../fixture.ts';
import { importMsel } from '../index.ts';
import type { Layout } from '../msel/layouts.ts';
import { clock, type MselTable, tableOf } from '../out/lines.ts';
import { PRESETS } from '../out/presets.ts';
import { type Language, WORDS } from '../out/words.ts';
import { writeMsel } from '../out/write.ts';
import { edit } from './edit.fixture.ts';

/** A generated MSEL that was imported, exported and edited by a planner, while somebody else may change it here. */
export interface Story {
  readonly files: ReadonlyMap<string, string>;
  readonly scenario: Scenario;
  readonly before: MselTable;
  readonly language: Language;
  /** As the planner sends it back. */
  readonly book: Uint8Array;
  readonly theirs: readonly Edit[];
  /** Edits of the same kind for the side here. */
  readonly ours: readonly Edit[];
}
export interface Edit {
  readonly id: string;
  readonly field: string;
  readonly words: string;
}

export const opened = (scenario: Scenario): World => new Table(scenario).exercise.world;
export const scenarioOf = (files: ReadonlyMap<string, string>): Scenario => {
  const { scenario, problems } = parseScenario(files);
  if (!scenario) throw new Error(JSON.stringify(problems.filter((p) => p.severity === 'error')));
  return scenario;
};

/** Undefined for a sheet of which no event comes. */
export async function story({ sheets }: Layout, tape: Tape, viewer = 'control'): Promise<Story> {
  const [only, ...more] = Object.values(sheets);
  const sheet = more.length === 0 && only ? csv(only) : await xlsx(sheets);
  const { files } = await importMsel(sheet, 'generated.csv');
  const scenario = scenarioOf(files);
  const language = tape.pick(['en', 'ko'] as const);
  const before = tableOf(opened(scenario), viewer, language);
  const exported = writeMsel(before, { preset: tape.pick(PRESETS), language });
  const [theirs, ours] = (['A planner', 'An author'] as const).map((side) =>
    edits(tape, before, language, side, scenario.duration / 60_000),
  ) as [Edit[], Edit[]];
  const headers = await headersOf(exported);
  const sorted = tape.chance(3);
  const book = await edit(exported, (s) => {
    for (const { id, field, words } of theirs) s.set(id, headers(field), words);
    if (sorted) s.sort();
  });
  return { files, scenario, before, language, book, theirs, ours };
}

function edits(tape: Tape, { lines, start, names }: MselTable, language: Language, side: string, minutes: number): Edit[] {
  const found = Array.from({ length: 1 + tape.below(4) }, () => {
    const { id } = tape.pick(lines);
    const field = tape.pick(['time', 'channel', 'title', 'text', 'note', 'to', 'number'].filter((f) => lines[0]?.fields.has(f)));
    return { id, field, words: written(tape, field, { start, names, language, side, minutes }) };
  });
  // Of two edits of one cell the last one stands.
  return [...new Map(found.map((e) => [`${e.id} ${e.field}`, e])).values()];
}

const OPEN: readonly string[] = [WORDS.en.public, WORDS.ko.public, 'public'];

function written(
  tape: Tape,
  field: string,
  by: { start: string; names: readonly string[]; language: Language; side: string; minutes: number },
): string {
  if (field === 'time') return clock(by.start, tape.below(by.minutes) * 60_000);
  if (field === 'channel') return WORDS[by.language][tape.pick(CHANNELS)];
  // To the public nobody but an outlet tells anything: a case of its own.
  if (field === 'to') return tape.pick(by.names.filter((n) => !OPEN.includes(n)));
  if (field === 'number') return `${by.side.slice(-2)}${tape.below(99)}`;
  return tape.pick([
    `${by.side} wrote ${tape.below(1_000)}`,
    `=${tape.below(9)}+1 "quoted" <${by.side}>`,
    `두 줄\n${by.side} ${tape.below(99)}`,
  ]);
}

/** Under which header a field stands, read off the kept sheet by an independent library. */
async function headersOf(book: Uint8Array): Promise<(field: string) => string> {
  const { default: Excel } = await import('@protobi/exceljs');
  const workbook = new Excel.Workbook();
  await workbook.xlsx.load(book as never);
  const kept = workbook.getWorksheet('Entente');
  const fields = kept?.getRow(2).values as (string | undefined)[];
  const names = kept?.getRow(3).values as (string | undefined)[];
  return (field) => names[fields.indexOf(field)] ?? '';
}

/** Where LibreOffice is installed. */
export function office(): string | undefined {
  for (const name of ['soffice', 'libreoffice'])
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {}
  return undefined;
}

/** The same workbooks, opened and saved by LibreOffice. */
export function throughOffice(program: string, books: readonly Uint8Array[]): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'entente-office-'));
  try {
    mkdirSync(join(folder, 'out'));
    const paths = books.map((book, i) => {
      const path = join(folder, `${i}.xlsx`);
      writeFileSync(path, book);
      return path;
    });
    execFileSync(
      program,
      [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'out'), ...paths],
      { stdio: 'ignore', timeout: 600_000 },
    );
    return books.map((_, i) => new Uint8Array(readFileSync(join(folder, 'out', `${i}.xlsx`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
