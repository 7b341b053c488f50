import { ImportError, said } from '../error.ts';
import { type Aside, type Cell, isErrorText, type Letters, MAX_COLUMNS, MAX_ROWS, type Sheet, type SheetRow, textCell } from './sheet.ts';
import { decoded, type Run, Runs, readStrings } from './strings.ts';
import { readStyles, type Style } from './styles.ts';
import { columnOf, readComments, readWorkbook } from './workbook.ts';
import { attribute, xmlParts } from './xml.ts';
import type { Zip } from './zip.ts';

/**
 * Reads the sheets of an Excel workbook (ECMA-376 SpreadsheetML), values only.
 * A reader of our own: the libraries build a model of everything in the file, and a merge, a named
 * range or a validation over a whole sheet then costs minutes; some stumble over prefixed XML.
 * A sheet that is too large to read says so when it is asked for: the others can be read.
 */
export function readXlsx(zip: Zip, letters: Letters = 'shown'): Sheet[] {
  const book = readWorkbook(zip);
  const strings = readStrings(zip.text(book.part('sharedStrings') ?? 'xl/sharedStrings.xml') ?? '');
  const styles = readStyles(zip.text(book.part('styles') ?? 'xl/styles.xml') ?? '');
  return book.sheets.flatMap((s) => {
    const xml = zip.text(s.path);
    if (xml === undefined) return [];
    const about = { name: s.name, hidden: s.hidden, ...(book.from1904 ? { from1904: true } : {}) };
    try {
      const { rows, across } = readRows(xml, { strings, styles, from1904: book.from1904, sheet: s.name, letters });
      return [{ ...about, rows: withComments(rows, readComments(zip, s.path)), ...(across.size > 0 ? { across } : {}) }];
    } catch (error) {
      if (!(error instanceof ImportError) || !error.code.startsWith('too-many')) throw error;
      return [{ ...about, rows: [], fault: error }];
    }
  });
}

interface Context {
  readonly strings: readonly (readonly Run[])[];
  readonly styles: readonly Style[];
  readonly from1904: boolean;
  readonly sheet: string;
  readonly letters: Letters;
}
type Across = Map<number, (readonly [number, number])[]>;

function readRows(xml: string, context: Context): { rows: SheetRow[]; across: Across } {
  const rows: SheetRow[] = [];
  let cells: (Cell | undefined)[] = [];
  let asides: Aside[] = [];
  let open: Open | undefined;
  let rowNumber = 0;
  let hidden = false;
  let inValue = false;
  const runs = new Runs();
  const merges: string[] = [];
  for (const part of xmlParts(xml)) {
    if (part.kind === 'text') {
      if (open && inValue) open.text += part.text;
      else if (open) runs.part(part);
      continue;
    }
    const opening = part.kind === 'open';
    if (part.name === 'v') {
      inValue = opening;
      if (open) open.value = true;
    } else if (part.name === 'f') {
      if (open) open.formula = true;
    } else if (part.name === 'mergeCell' && opening) merges.push(attribute(part.attributes, 'ref') ?? '');
    else if (part.name === 'row') {
      if (opening) {
        const named = Number(attribute(part.attributes, 'r'));
        rowNumber = Number.isInteger(named) && named > rowNumber ? named : rowNumber + 1;
        hidden = /^(1|true)$/.test(attribute(part.attributes, 'hidden') ?? '');
        cells = [];
        asides = [];
      } else if (cells.some(Boolean) || asides.length > 0) {
        if (rows.length >= MAX_ROWS) throw tooManyRows(context.sheet);
        rows.push({ number: rowNumber, cells, hidden, ...(asides.length > 0 ? { asides } : {}) });
      }
    } else if (part.name === 'c') {
      if (opening) {
        const column = columnOf(attribute(part.attributes, 'r')) ?? (open ? open.column : cells.length) + (open ? 1 : 0);
        const style = context.styles[Number(attribute(part.attributes, 's') ?? 0)] ?? PLAIN;
        open = { column, type: attribute(part.attributes, 't') ?? 'n', style, text: '', value: false, formula: false };
        inValue = false;
        runs.take();
      } else if (open) {
        const read = cellOf(open, runs.take(), context);
        if (read && open.column >= MAX_COLUMNS) throw tooManyColumns(context.sheet);
        if (read && 'kind' in read) asides.push(read);
        else if (read) cells[open.column] = read;
        open = undefined;
      }
    } else if (open) runs.part(part);
  }
  return spread(rows, merges);
}

interface Open {
  readonly column: number;
  readonly type: string;
  readonly style: Style;
  text: string;
  /** It has a value, be it an empty one. */
  value: boolean;
  formula: boolean;
}
const PLAIN: Style = { shown: undefined, struck: false, digits: 0 };

function cellOf(open: Open, inline: readonly Run[], context: Context): Cell | Aside | undefined {
  const { column } = open;
  if (open.formula && !open.value && inline.length === 0) return { column, kind: 'formula', text: '' };
  const runs = open.type === 's' ? (context.strings[Number(open.text)] ?? []) : open.type === 'inlineStr' ? inline : undefined;
  if (runs) return textOf(runs, open, context.letters);
  if (open.text === '') return undefined;
  if (open.type === 'e' || isErrorText(open.text)) return { column, kind: 'error', text: open.text.trim() };
  const cell = plainCell(open, context);
  return cell && open.style.struck ? { column, kind: 'struck', text: cell.text } : cell;
}

function plainCell(open: Open, context: Context): Cell | undefined {
  if (open.type === 'b') return { text: open.text === '1' ? 'TRUE' : 'FALSE' };
  if (open.type === 'd') return textCell(open.text, context.letters);
  if (open.type !== 'n') return textCell(decoded(open.text), context.letters);
  const value = Number(open.text);
  if (!Number.isFinite(value)) return textCell(open.text, context.letters);
  const { shown, digits } = open.style;
  if (!shown) return { text: Number.isInteger(value) && value >= 0 ? plain(value).padStart(digits, '0') : plain(value), number: value };
  const number = context.from1904 && shown === 'date' && value >= 1 ? value + 1462 : value;
  return { text: shownText(number, shown), number, shown };
}

/** The words that are not struck out; if all are, there is no cell but what was in it. */
function textOf(runs: readonly Run[], { column, style }: Open, letters: Letters): Cell | Aside | undefined {
  const parts = runs.map((r) => ({ text: r.text, struck: r.struck ?? style.struck }));
  const whole = parts.map((p) => p.text).join('');
  if (!parts.some((p) => p.struck && p.text.trim() !== '')) {
    if (isErrorText(whole)) return { column, kind: 'error', text: whole.trim() };
    return textCell(whole, letters);
  }
  const left = parts.map((p) => (p.struck ? '' : p.text)).join('');
  const cell = textCell(left.replace(/(\S) {2,}(?=\S)/g, '$1 '), letters);
  if (!cell) return { column, kind: 'struck', text: textCell(whole, letters)?.text ?? '' };
  const at: [number, number][] = [];
  let from = 0;
  for (const p of parts) {
    if (p.struck && p.text !== '') at.push([from, from + p.text.length]);
    from += p.text.length;
  }
  return { ...cell, struck: { whole, at } };
}

function withComments(rows: readonly SheetRow[], comments: ReadonlyMap<number, readonly Aside[]>): SheetRow[] {
  if (comments.size === 0) return [...rows];
  const left = new Map(comments);
  const all = rows.map((r) => {
    const own = left.get(r.number);
    left.delete(r.number);
    return own ? { ...r, asides: [...(r.asides ?? []), ...own] } : r;
  });
  for (const [number, asides] of left) all.push({ number, cells: [], hidden: false, asides });
  return all.sort((a, b) => a.number - b.number);
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
function spread(rows: SheetRow[], merges: readonly string[]): { rows: SheetRow[]; across: Across } {
  const byNumber = new Map(rows.map((r) => [r.number, r]));
  const across: Across = new Map();
  for (const reference of merges.slice(0, 5_000)) {
    const m = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
    const column = columnOf(m?.[1]);
    if (!m || column === undefined) continue;
    const to = columnOf(m[3]) as number;
    if (to > column) across.set(Number(m[2]), [...(across.get(Number(m[2])) ?? []), [column, to]]);
    if (m[2] === m[4]) continue;
    const value = byNumber.get(Number(m[2]))?.cells[column];
    if (!value) continue;
    const last = Math.min(Number(m[4]), Number(m[2]) + 1_000);
    for (let n = Number(m[2]) + 1; n <= last; n++) {
      const row = byNumber.get(n);
      if (row && !row.cells[column]) (row.cells as (Cell | undefined)[])[column] = value;
    }
  }
  return { rows, across };
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
