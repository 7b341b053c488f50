import { ImportError, said } from '../error.ts';
import { type Cell, MAX_COLUMNS, MAX_ROWS, type Sheet, type SheetRow, textCell } from './sheet.ts';
import { attribute, xmlParts } from './xml.ts';
import type { Zip } from './zip.ts';

/**
 * Reads the sheets of an Excel workbook (ECMA-376 SpreadsheetML), values only.
 * A reader of our own: the libraries build a model of everything in the file, and a merge, a named
 * range or a validation over a whole sheet then costs minutes; some stumble over prefixed XML.
 */
export function readXlsx(zip: Zip): Sheet[] {
  const book = readWorkbook(zip);
  const strings = readStrings(zip.text(book.part('sharedStrings') ?? 'xl/sharedStrings.xml') ?? '');
  const shown = readStyles(zip.text(book.part('styles') ?? 'xl/styles.xml') ?? '');
  return book.sheets.flatMap((s) => {
    const xml = zip.text(s.path);
    return xml === undefined
      ? []
      : [{ name: s.name, hidden: s.hidden, rows: readRows(xml, { strings, shown, from1904: book.from1904, sheet: s.name }) }];
  });
}

interface Context {
  readonly strings: readonly string[];
  readonly shown: readonly Cell['shown'][];
  readonly from1904: boolean;
  readonly sheet: string;
}

function readWorkbook(zip: Zip) {
  const targets = new Map<string, string>();
  const kinds = new Map<string, string>();
  for (const part of xmlParts(zip.text('xl/_rels/workbook.xml.rels') ?? '')) {
    if (part.kind !== 'open' || part.name !== 'Relationship') continue;
    const target = attribute(part.attributes, 'Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
    targets.set(attribute(part.attributes, 'Id') ?? '', path);
    kinds.set((attribute(part.attributes, 'Type') ?? '').split('/').at(-1) ?? '', path);
  }
  const sheets: { name: string; hidden: boolean; path: string }[] = [];
  let from1904 = false;
  for (const part of xmlParts(zip.text('xl/workbook.xml') ?? '')) {
    if (part.kind !== 'open') continue;
    if (part.name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(part.attributes, 'date1904') ?? '');
    if (part.name !== 'sheet') continue;
    const relation = / (?:[\w.-]+:)id\s*=\s*["']([^"']*)/.exec(part.attributes)?.[1] ?? '';
    const state = attribute(part.attributes, 'state') ?? 'visible';
    sheets.push({
      name: attribute(part.attributes, 'name') ?? `Sheet${sheets.length + 1}`,
      hidden: state !== 'visible',
      path: targets.get(relation) ?? `xl/worksheets/sheet${sheets.length + 1}.xml`,
    });
  }
  return { sheets, from1904, part: (kind: string) => kinds.get(kind) };
}

/** Rich text is joined; reading aids (phonetic runs) are left out. */
function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let current: string | undefined;
  let inText = false;
  let aside = 0;
  for (const part of xmlParts(xml)) {
    if (part.kind === 'text') {
      if (current !== undefined && inText && aside === 0) current += part.text;
    } else if (part.name === 't') inText = part.kind === 'open';
    else if (part.name === 'rPh') aside += part.kind === 'open' ? 1 : -1;
    else if (part.name === 'si') {
      if (part.kind === 'open') current = '';
      else if (current !== undefined) {
        strings.push(decoded(current));
        current = undefined;
      }
    }
  }
  return strings;
}

/** Excel writes characters that XML cannot hold as _x000D_. */
const decoded = (text: string): string => text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/** For each cell style: whether its numbers are dates, times or durations. */
function readStyles(xml: string): Cell['shown'][] {
  const formats = new Map<number, string>();
  const shown: Cell['shown'][] = [];
  let inCells = false;
  for (const part of xmlParts(xml)) {
    if (part.kind === 'text') continue;
    if (part.name === 'cellXfs') inCells = part.kind === 'open';
    if (part.kind !== 'open') continue;
    if (part.name === 'numFmt')
      formats.set(Number(attribute(part.attributes, 'numFmtId')), (attribute(part.attributes, 'formatCode') ?? '').slice(0, 255));
    if (inCells && part.name === 'xf') {
      const id = Number(attribute(part.attributes, 'numFmtId') ?? 0);
      shown.push(shownBy(id, formats.get(id)));
    }
  }
  return shown;
}

/** ECMA-376 part 1, 18.8.30: the built-in formats, and the letters of custom ones. */
function shownBy(id: number, format: string | undefined): Cell['shown'] {
  if (format === undefined) {
    if (id === 46) return 'duration';
    if ((id >= 18 && id <= 21) || id === 45 || id === 47 || (id >= 32 && id <= 35) || id === 55 || id === 56) return 'time';
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : undefined;
  }
  if (/\[(h+|m+|s+)\]/i.test(format)) return 'duration';
  const letters = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase();
  if (letters === 'general' || letters === '@') return undefined;
  if (/[yd]|mmm/.test(letters)) return 'date';
  return /[hs]|am\/pm/.test(letters) ? 'time' : undefined;
}

function readRows(xml: string, context: Context): SheetRow[] {
  const rows: SheetRow[] = [];
  let cells: (Cell | undefined)[] = [];
  let open: { column: number; type: string; style: number; text: string } | undefined;
  let rowNumber = 0;
  let hidden = false;
  let reading = false;
  let aside = 0;
  const merges: string[] = [];
  for (const part of xmlParts(xml)) {
    if (part.kind === 'text') {
      if (open && reading && aside === 0) open.text += part.text;
      continue;
    }
    const opening = part.kind === 'open';
    if (part.name === 'v' || part.name === 't') reading = opening;
    else if (part.name === 'rPh') aside += opening ? 1 : -1;
    else if (part.name === 'mergeCell' && opening) merges.push(attribute(part.attributes, 'ref') ?? '');
    else if (part.name === 'row') {
      if (opening) {
        const named = Number(attribute(part.attributes, 'r'));
        rowNumber = Number.isInteger(named) && named > rowNumber ? named : rowNumber + 1;
        hidden = /^(1|true)$/.test(attribute(part.attributes, 'hidden') ?? '');
        cells = [];
      } else if (cells.some(Boolean)) {
        if (rows.length >= MAX_ROWS) throw tooManyRows(context.sheet);
        rows.push({ number: rowNumber, cells, hidden });
      }
    } else if (part.name === 'c') {
      if (opening) {
        const column = columnOf(attribute(part.attributes, 'r')) ?? (open ? open.column : cells.length) + (open ? 1 : 0);
        open = { column, type: attribute(part.attributes, 't') ?? 'n', style: Number(attribute(part.attributes, 's') ?? 0), text: '' };
        reading = false;
      } else if (open) {
        const cell = cellOf(open, context);
        if (cell) {
          if (open.column >= MAX_COLUMNS) throw tooManyColumns(context.sheet);
          cells[open.column] = cell;
        }
        open = undefined;
      }
    }
  }
  return merges.length > 0 ? spreadDown(rows, merges) : rows;
}

/** The zero-based column of a reference such as `AB12`. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d*$)/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let n = 0;
  for (const letter of letters) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

function cellOf(open: { type: string; style: number; text: string }, context: Context): Cell | undefined {
  if (open.text === '') return undefined;
  if (open.type === 's') return textCell(context.strings[Number(open.text)] ?? '');
  if (open.type === 'b') return { text: open.text === '1' ? 'TRUE' : 'FALSE' };
  if (open.type === 'd') return textCell(open.text);
  if (open.type !== 'n') return textCell(decoded(open.text));
  const value = Number(open.text);
  if (!Number.isFinite(value)) return textCell(open.text);
  const shown = context.shown[open.style];
  if (!shown) return { text: plain(value), number: value };
  const number = context.from1904 && shown === 'date' && value >= 1 ? value + 1462 : value;
  return { text: shownText(number, shown), number, shown };
}

/** 0.1 + 0.2 is written 0.3, as a spreadsheet shows it. */
const plain = (value: number): string => String(Number(value.toPrecision(12)));

function shownText(serial: number, shown: NonNullable<Cell['shown']>): string {
  const seconds = Math.round(serial * 86_400);
  const two = (n: number) => String(n).padStart(2, '0');
  const clock = (s: number) => `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}${s % 60 ? `:${two(s % 60)}` : ''}`;
  if (seconds < 0 || serial > 2_958_465) return plain(serial);
  if (shown === 'duration') return clock(seconds);
  if (serial < 1) return clock(seconds % 86_400);
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(seconds / 86_400) * 86_400_000).toISOString().slice(0, 10);
  return seconds % 86_400 ? `${day} ${clock(seconds % 86_400)}` : day;
}

/** A cell merged over several rows speaks for each of them; one merged across columns speaks once. */
function spreadDown(rows: SheetRow[], merges: readonly string[]): SheetRow[] {
  const byNumber = new Map(rows.map((r) => [r.number, r]));
  for (const reference of merges.slice(0, 5_000)) {
    const m = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
    const column = columnOf(m?.[1]);
    if (!m || column === undefined || m[2] === m[4]) continue;
    const value = byNumber.get(Number(m[2]))?.cells[column];
    if (!value) continue;
    const last = Math.min(Number(m[4]), Number(m[2]) + 1_000);
    for (let n = Number(m[2]) + 1; n <= last; n++) {
      const row = byNumber.get(n);
      if (row && !row.cells[column]) (row.cells as (Cell | undefined)[])[column] = value;
    }
  }
  return rows;
}

export const tooManyRows = (where: string) =>
  new ImportError(
    'too-many-rows',
    said(`The sheet has more than ${MAX_ROWS} rows with content.`, `내용이 있는 행이 ${MAX_ROWS}개를 넘습니다.`),
    said(
      'Keep only the rows of one exercise; at most 5,000 of them can be events.',
      '한 연습의 행만 남기십시오. 상황은 5,000개까지 가져올 수 있습니다.',
    ),
    where,
  );

export const tooManyColumns = (where: string) =>
  new ImportError(
    'too-many-columns',
    said(`The sheet has content beyond column ${MAX_COLUMNS}.`, `${MAX_COLUMNS}번째 열을 넘어 내용이 있습니다.`),
    said('Delete the columns that are not part of the MSEL.', '주요상황목록에 속하지 않는 열을 지우십시오.'),
    where,
  );

export const tooManyCells = (where: string, most: number) =>
  new ImportError(
    'too-many-cells',
    said(`The sheet has more than ${most} cells, empty ones included.`, `빈 칸을 포함하여 칸이 ${most}개를 넘습니다.`),
    said('Keep only the rows and columns of the MSEL, and save it again.', '주요상황목록의 행과 열만 남기고 다시 저장하십시오.'),
    where,
  );
