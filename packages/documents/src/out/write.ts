import { CHANNELS } from '@entente/engine';
import type { Template } from '../msel/reading.ts';
import { type BookCell, type BookList, LONGEST_LIST, letters, writeBook } from './book.ts';
import { localOf, type MselTable } from './lines.ts';
import { columnsOf, ID_HEADER, type Preset } from './presets.ts';
import { pick } from './text.ts';
import { type Language, WORDS } from './words.ts';

/** The sheet that holds what was exported, so that it can be told later what was changed in the other. */
export const KEPT_SHEET = 'Entente';
export const KEPT_MARK = 'entente-msel/1';
const LISTS_SHEET = 'Lists';
/** Excel opens no workbook in which two sheets have one name, in whatever case, and keeps “History” for itself. */
const TAKEN: ReadonlySet<string> = new Set([KEPT_SHEET, LISTS_SHEET, 'History'].map((n) => n.toLowerCase()));

export interface Layout {
  readonly preset: Preset | Template;
  readonly language: Language;
}

/**
 * The MSEL as a workbook for planners: one row for each line with the id that stays, a header that stays in sight, lists to
 * choose from, times as Excel keeps them. A hidden sheet keeps what was exported.
 */
export function writeMsel(table: MselTable, { preset, language }: Layout): Uint8Array {
  const columns = columnsOf(preset, table.fields, language);
  const lists = listsOf(table, language);
  const offset = /(Z|[+-]\d\d:\d\d)$/.exec(table.start)?.[1] ?? 'Z';
  const zoned = (field: string, header: string): string =>
    field === 'time' ? `${header} (UTC${offset === 'Z' ? '+00:00' : offset})` : header;
  const rows: BookCell[][] = [
    [ID_HEADER, ...columns.map((c) => zoned(c.field, c.header))],
    ...table.lines.map(({ id, fields }) => [id, ...columns.map((c) => cellOf(c.field, fields.get(c.field) ?? ''))]),
  ];
  const kept: string[][] = [
    [KEPT_MARK, table.scenario, language, table.start],
    ['', ...columns.map((c) => c.field)],
    [ID_HEADER, ...columns.map((c) => zoned(c.field, c.header))],
    ...table.lines.map(({ id, fields }) => [id, ...columns.map((c) => fields.get(c.field) ?? '')]),
  ];
  const columnsOfLists = [...lists].map(([, { values = [] }]) => values);
  const listRows = Array.from({ length: Math.max(0, ...columnsOfLists.map((v) => v.length)) }, (_, r) => columnsOfLists.map((v) => v[r]));
  const ranged = new Map<number, BookList>();
  [...lists].forEach(([field, list], i) => {
    const at = columns.findIndex((c) => c.field === field);
    const long = (list.values ?? []).join(',').length > LONGEST_LIST || list.values?.some((v) => /[,"]/.test(v));
    const letter = letters(i);
    if (at >= 0 && list.values?.length)
      ranged.set(at + 1, long ? { range: `${LISTS_SHEET}!$${letter}$1:$${letter}$${list.values.length}`, free: list.free === true } : list);
  });
  const name = pick(table.title, language)
    .replace(/[\\/?*[\]:']/g, ' ')
    .trim()
    .slice(0, 25);
  return writeBook({
    sheets: [
      {
        name: name === '' || TAKEN.has(name.toLowerCase()) ? 'MSEL' : name,
        rows,
        widths: [12, ...columns.map((c) => c.width)],
        headed: true,
        lists: ranged,
      },
      { name: LISTS_SHEET, rows: listRows, hidden: true },
      { name: KEPT_SHEET, rows: kept, hidden: true },
    ],
  });
}

function listsOf(table: MselTable, language: Language): ReadonlyMap<string, BookList> {
  const say = WORDS[language];
  return new Map<string, BookList>([
    ['kind', { values: [say.contextual, say.contingency, say.expected] }],
    ['channel', { values: CHANNELS.map((c) => say[c]) }],
    ['status', { values: [say.planned, say.waiting, say.due, say.held, say.skipped, say.lapsed, say.released], free: true }],
    ['controller', { values: table.controllers }],
    // Several names may stand in one cell.
    ['to', { values: table.names, free: true }],
  ]);
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** Times as numbers that Excel can sort and count with, if its calendar has them. */
function cellOf(field: string, text: string): BookCell {
  if (field !== 'time' && field !== 'actual') return text;
  const local = text === '' ? Number.NaN : localOf(text.replace(' ', 'T'));
  return local >= Date.UTC(1900, 2, 1) ? { serial: Number(((local - EPOCH) / DAY).toPrecision(15)) } : text;
}
