import { csvOf, type Grid, xlsxOf } from './spreadsheet.ts';

export const SHEET_KINDS = ['xlsx', 'csv'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];
const TYPES: Readonly<Record<SheetKind, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
};

/**
 * A table as it stands on the page, which is folded from the record of the chosen audience: nothing goes out this way that its
 * reader does not see. What is shown shortened goes out whole (`data-whole`).
 */
export function gridOf(name: string, table: HTMLTableElement): Grid {
  return { name, rows: [...table.rows].map(textsOf) };
}

/** The texts of a row. */
export const textsOf = (row: HTMLTableRowElement): string[] => [...row.cells].map(textOf);

function textOf(cell: HTMLTableCellElement): string {
  let text = cell.innerText;
  for (const short of cell.querySelectorAll<HTMLElement>('[data-whole]'))
    text = text.replace(short.innerText, () => short.dataset.whole ?? '');
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Gives tables to the person as one file: a workbook with a sheet each, or one below the other. */
export function saveSheets(name: string, kind: SheetKind, grids: readonly Grid[]): void {
  save(`${name}.${kind}`, TYPES[kind], kind === 'xlsx' ? xlsxOf(grids) : csvOfAll(grids));
}

/** One table alone; of several each under its name. */
function csvOfAll(grids: readonly Grid[]): string {
  const [only, ...others] = grids;
  if (only && others.length === 0) return csvOf(only);
  return grids.map((grid, i) => csvOf({ ...grid, rows: [[grid.name], ...grid.rows] }).slice(i === 0 ? 0 : 1)).join('\r\n');
}

function save(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
