import { ImportError, type Said, said } from '../error.ts';
import { Guesses } from '../guesses.ts';
import { ID_HEADER } from '../out/presets.ts';
import type { Language } from '../out/words.ts';
import { KEPT_MARK, KEPT_SHEET } from '../out/write.ts';
import { openSheets } from '../sheet/open.ts';
import type { Aside, Sheet, SheetRow } from '../sheet/sheet.ts';

/** A line as a planner left it in the workbook. */
export interface EditedLine {
  /** As the spreadsheet program counts it. */
  readonly row: number;
  /** Empty if the row has none. */
  readonly id: string;
  readonly fields: ReadonlyMap<string, string>;
}
/** An exported workbook that has come back. */
export interface Edited {
  readonly scenario: string;
  /** In which its words were written. */
  readonly language: Language;
  readonly start: string;
  readonly sheet: string;
  readonly lines: readonly EditedLine[];
  /** What was exported, by id. */
  readonly base: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Fields that have a column in the sheet. */
  readonly fields: readonly string[];
  /** Columns that were renamed, deleted or added. */
  readonly columns: readonly ChangedColumn[];
  /** Cells whose content nobody can read: they are taken for untouched, and named. */
  readonly unread: readonly { readonly row: number; readonly id: string; readonly said: Said }[];
}
export interface ChangedColumn {
  /** The field that was exported under it; absent for a column that was added. */
  readonly field?: string;
  readonly header: string;
  readonly said: Said;
}

/**
 * Reads a workbook that was exported and edited. Rows are known by their ids alone, wherever they stand; columns by their
 * headers, wherever they stand. @throws ImportError if it is no such workbook, or can no longer be understood
 */
export function readEdited(bytes: Uint8Array, fileName: string): Edited {
  const sheets = openSheets(bytes, fileName, new Guesses(), 'as-written');
  const kept = sheets.find((s) => textAt(s.rows[0], 0) === KEPT_MARK);
  if (!kept)
    throw new ImportError(
      'not-exported',
      said(
        `The workbook has no sheet “${KEPT_SHEET}” that says what was exported, so nobody can tell what was changed in it.`,
        `내보낸 내용을 담은 “${KEPT_SHEET}” 시트가 없어 무엇이 바뀌었는지 알 수 없습니다.`,
      ),
      said(
        'Edit the workbook that was exported, not a copy of its cells; the sheet is hidden and must stay. Or import it as a new scenario.',
        '셀을 옮긴 사본이 아니라 내보낸 통합 문서를 고치십시오. 숨긴 시트는 지우지 마십시오. 새 시나리오로 가져올 수도 있습니다.',
      ),
      fileName,
    );
  const base = baseOf(kept);
  const sheet =
    sheets.find((s) => s !== kept && !s.hidden && headerRow(s) !== undefined) ??
    sheets.find((s) => s !== kept && headerRow(s) !== undefined);
  const header = sheet && headerRow(sheet);
  if (!sheet || !header) throw noIds(sheets.find((s) => !s.hidden)?.name ?? fileName);
  const { places, columns } = columnsOf(header, base.headers);
  const idAt = header.cells.findIndex((c) => c?.text === ID_HEADER);
  const rows = sheet.rows.filter((r) => r.number > header.number && r.cells.some((c, i) => c && i !== idAt));
  const unread = rows.flatMap((r) =>
    [...places].flatMap(([, at]) => {
      const aside = unreadable(r, at);
      return aside ? [{ row: r.number, id: textAt(r, idAt), said: notRead(r.number, textAt(header, at), aside) }] : [];
    }),
  );
  const lines = rows.map((r) => {
    const id = textAt(r, idAt);
    const read = (field: string, at: number): string =>
      unreadable(r, at) ? (base.lines.get(id)?.get(field) ?? '') : timed(field, textAt(r, at));
    return { row: r.number, id, fields: new Map([...places].map(([field, at]) => [field, read(field, at)])) };
  });
  return {
    scenario: base.scenario,
    language: base.language,
    start: base.start,
    sheet: sheet.name,
    lines,
    base: base.lines,
    fields: [...places.keys()],
    columns,
    unread,
  };
}

/** What stands in a cell that is no words of the planner’s: an error, or a formula whose result the file does not keep. */
const unreadable = (row: SheetRow, at: number): Aside | undefined =>
  row.asides?.find((a) => a.column === at && (a.kind === 'error' || a.kind === 'formula'));
const notRead = (row: number, header: string, { kind, text }: Aside): Said =>
  kind === 'error'
    ? said(
        `Row ${row}, “${header}” holds the error ${text}; the cell is taken for unchanged.`,
        `${row}행 “${header}” 칸에 오류 ${text}이(가) 있어 바뀌지 않은 것으로 봅니다.`,
      )
    : said(
        `Row ${row}, “${header}” holds a formula without its result; the cell is taken for unchanged. Write the words instead.`,
        `${row}행 “${header}” 칸에 결과가 없는 수식이 있어 바뀌지 않은 것으로 봅니다. 값을 직접 적으십시오.`,
      );

const textAt = (row: SheetRow | undefined, at: number): string => row?.cells[at]?.text ?? '';
const headerRow = (sheet: Sheet): SheetRow | undefined => sheet.rows.slice(0, 80).find((r) => r.cells.some((c) => c?.text === ID_HEADER));

/** Excel shows midnight as the day alone. */
const timed = (field: string, text: string): string =>
  (field === 'time' || field === 'actual') && /^\d{4}-\d\d-\d\d$/.test(text) ? `${text} 00:00` : text;

const noIds = (where: string): ImportError =>
  new ImportError(
    'no-ids',
    said(
      `No sheet has the column “${ID_HEADER}”, so no row can be known again.`,
      `“${ID_HEADER}” 열이 있는 시트가 없어 어느 행인지 알 수 없습니다.`,
    ),
    said(
      `Write “${ID_HEADER}” again above the ids, or take the column over from the export.`,
      `식별자 위에 “${ID_HEADER}” 머리글을 다시 적거나, 내보낸 파일에서 그 열을 가져오십시오.`,
    ),
    where,
  );

/** What was exported, and under which headers. */
function baseOf(kept: Sheet) {
  const [mark, fieldRow, headers, ...rows] = kept.rows;
  const fields = (fieldRow?.cells ?? []).map((c) => c?.text ?? '');
  const byField = new Map(fields.flatMap((field, i) => (field === '' ? [] : [[field, textAt(headers, i)] as const])));
  const lines = new Map(
    rows.map((r) => [
      textAt(r, 0),
      new Map(fields.flatMap((field, i) => (field === '' ? [] : [[field, textAt(r, i)] as const]))) as ReadonlyMap<string, string>,
    ]),
  );
  return {
    scenario: textAt(mark, 1),
    language: (textAt(mark, 2) === 'ko' ? 'ko' : 'en') as Language,
    start: textAt(mark, 3),
    headers: byField,
    lines,
  };
}

/** Where each field stands, and what became of the columns otherwise. */
function columnsOf(header: SheetRow, headers: ReadonlyMap<string, string>): { places: Map<string, number>; columns: ChangedColumn[] } {
  const places = new Map<string, number>();
  const columns: ChangedColumn[] = [];
  const taken = new Set<number>([header.cells.findIndex((c) => c?.text === ID_HEADER)]);
  for (const [field, text] of headers) {
    const found = header.cells.flatMap((c, i) => (c && plain(c.text) === plain(text) ? [i] : []));
    if (found.length > 1)
      columns.push({
        field,
        header: text,
        said: said(`Several columns are called “${text}”; none of them is read.`, `“${text}” 열이 여러 개여서 읽지 않았습니다.`),
      });
    for (const at of found) taken.add(at);
    if (found.length === 1) places.set(field, found[0] as number);
  }
  const expected = [...headers.keys()];
  header.cells.forEach((c, at) => {
    if (!c || taken.has(at)) return;
    const field = expected[at - 1];
    const was = field === undefined || places.has(field) ? undefined : headers.get(field);
    columns.push({
      header: c.text,
      said:
        was === undefined
          ? said(`The column “${c.text}” was added; it is not read.`, `“${c.text}” 열은 추가된 것이어서 읽지 않았습니다.`)
          : said(
              `The column “${c.text}” stands where “${was}” was. If it was renamed, call it “${was}” again; until then it is not read.`,
              `“${was}” 열이 있던 자리에 “${c.text}” 열이 있습니다. 이름만 바꾼 것이라면 “${was}”(으)로 되돌리십시오. 그때까지 읽지 않습니다.`,
            ),
    });
  });
  for (const [field, text] of headers)
    if (!places.has(field) && !columns.some((c) => c.field === field))
      columns.push({
        field,
        header: text,
        said: said(
          `The column “${text}” is not there any more; what it said stays as it is.`,
          `“${text}” 열이 없습니다. 해당 내용은 그대로 둡니다.`,
        ),
      });
  return { places, columns };
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
