import { strToU8, zipSync } from 'fflate';

/** A workbook to be written: what people need of one, and nothing else. */
export interface Book {
  readonly sheets: readonly BookSheet[];
}
export interface BookSheet {
  readonly name: string;
  /** Not shown; people can still have it shown. */
  readonly hidden?: boolean;
  /** The first row is the header: it stays in sight, and can be filtered by. */
  readonly rows: readonly (readonly BookCell[])[];
  /** In characters, by column. */
  readonly widths?: readonly number[];
  readonly headed?: boolean;
  /** At the head and the foot of every page that is printed. */
  readonly mark?: string;
  /** Lists to choose from, by column. */
  readonly lists?: ReadonlyMap<number, BookList>;
}
/** Values written out, or a column of another sheet where they are too long for that. */
export interface BookList {
  readonly values?: readonly string[];
  /** Such as `Lists!$A$1:$A$40`. */
  readonly range?: string;
  /** Something else may be written too. */
  readonly free?: boolean;
}
/** A date and time is given as Excel counts it: days from 1899-12-30. */
export type BookCell = string | { readonly serial: number } | undefined;

/** Excel shows no more of a cell, and refuses a file that has more. */
const LONGEST_CELL = 32_767;
/** All values of a list within a cell's rule, with their commas. */
export const LONGEST_LIST = 255;
const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** The same bytes each time: a ZIP cannot say less than a day. */
const DAY = new Date('2000-01-01T00:00:00Z');

/**
 * Writes a workbook (ECMA-376 SpreadsheetML). A writer of our own beside the reader: the one library that is here is a fork
 * of 26 MB that tests read with, and of all that it can do an MSEL needs five elements.
 */
export function writeBook({ sheets }: Book): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const put = (path: string, xml: string): void => {
    files[path] = strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`);
  };
  put(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
  );
  put('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  put(
    'xl/workbook.xml',
    `<workbook xmlns="${NS}" xmlns:r="${REL}"><sheets>${sheets.map((s, i) => `<sheet name="${escaped(s.name)}" sheetId="${i + 1}"${s.hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
  );
  put(
    'xl/_rels/workbook.xml.rels',
    relations([...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const), ['styles', 'styles.xml']]),
  );
  put('xl/styles.xml', STYLES);
  sheets.forEach((s, i) => {
    put(`xl/worksheets/sheet${i + 1}.xml`, sheetXml(s));
  });
  return zipSync(files, { level: 6, mtime: DAY });
}

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function relations(list: readonly (readonly [kind: string, target: string])[]): string {
  const each = list.map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${REL}/${kind}" Target="${target}"/>`).join('');
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each}</Relationships>`;
}

/** Formats of cells by number: 0 text that wraps, 1 header, 2 date and time. */
const STYLES = `<styleSheet xmlns="${NS}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EBEF"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`;

function sheetXml({ rows, widths, headed, mark, lists }: BookSheet): string {
  const columns = Math.max(1, ...rows.map((r) => r.length));
  const last = `${letters(columns - 1)}${Math.max(1, rows.length)}`;
  const cols = widths?.map((w, i) => `<col min="${i + 1}" max="${i + 1}" width="${w}" customWidth="1"/>`).join('') ?? '';
  const body = rows.map(
    (row, r) =>
      `<row r="${r + 1}"${heightOf(row, widths)}>${row.map((cell, c) => cellXml(cell, `${letters(c)}${r + 1}`, headed === true && r === 0)).join('')}</row>`,
  );
  return [
    `<worksheet xmlns="${NS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    headed
      ? '<sheetViews><sheetView workbookViewId="0"><pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>'
      : '',
    cols ? `<cols>${cols}</cols>` : '',
    `<sheetData>${body.join('')}</sheetData>`,
    headed ? `<autoFilter ref="A1:${last}"/>` : '',
    validations(lists, rows.length),
    // As wide as a page, however many pages long.
    '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    mark ? printed(mark) : '',
    '</worksheet>',
  ].join('');
}

/** Points of a line, and the most that a row may be high. */
const [LINE, HIGHEST] = [15, 409];
/** A row of several lines says how high it is: Excel finds that by itself, LibreOffice does not. */
function heightOf(row: readonly BookCell[], widths: BookSheet['widths'] = []): string {
  const lines = row.map((cell, i) => (typeof cell === 'string' ? linesOf(cell, widths[i] ?? 10) : 1));
  const most = Math.max(1, ...lines);
  return most === 1 ? '' : ` ht="${Math.min(HIGHEST, most * LINE)}"`;
}
/** About: letters of East Asia are two wide. */
const linesOf = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length + (line.match(/[\u1100-\uffdc]/g)?.length ?? 0)) / width)), 0);

/** Excel refuses a head or foot of more than 255. */
const LONGEST_MARK = 100;
/** In these words an ampersand begins a code; two are one. */
function printed(mark: string): string {
  const words = escaped(`&C${mark.slice(0, LONGEST_MARK).replace(/&/g, '&&')}`);
  return `<headerFooter><oddHeader>${words}</oddHeader><oddFooter>${words}</oddFooter></headerFooter>`;
}

function cellXml(cell: BookCell, at: string, header: boolean): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'object') return `<c r="${at}" s="2"><v>${cell.serial}</v></c>`;
  const text = cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL - 1)}…` : cell;
  // Where no format is named, LibreOffice takes none: nothing wraps, and what looks like a number becomes one.
  return `<c r="${at}" t="inlineStr" s="${header ? 1 : 0}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** For rows that are added below, too. */
const SPARE_ROWS = 500;

function validations(lists: BookSheet['lists'], rows: number): string {
  if (!lists || lists.size === 0) return '';
  const each = [...lists].map(([column, { values, range, free }]) => {
    const letter = letters(column);
    const formula = range ?? `"${(values ?? []).join(',')}"`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="${free ? 0 : 1}" sqref="${letter}2:${letter}${rows + SPARE_ROWS}"><formula1>${escaped(formula)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}

/** `AB` of 27. */
export const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

const UNWRITABLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** What XML cannot hold Excel writes as `_x0007_`; a text that looks like that is written so that it stays. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/_x[0-9a-f]{4}_/gi, (m) => `_x005F${m}`)
    .replace(UNWRITABLE, (c) => `_x${c.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
