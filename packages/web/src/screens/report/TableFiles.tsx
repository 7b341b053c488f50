import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { csvOf, type Grid, xlsxOf } from '../../kit/report/spreadsheet.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * The tables of the report as files. They are read off the page, which is folded from the record of the chosen audience: nothing
 * goes out this way that this reader does not see.
 */
export function TableFiles({ name }: { readonly name: string }) {
  const t = useWords('report');
  return (
    <>
      <Button icon="download" size="small" onClick={() => save(`${name}.xlsx`, XLSX, xlsxOf(gridsOnPage()))}>
        {t('files.xlsx')}
      </Button>
      <Button icon="download" size="small" onClick={() => save(`${name}.csv`, 'text/csv', gridsOnPage().map(titledCsv).join('\r\n'))}>
        {t('files.csv')}
      </Button>
    </>
  );
}

/** One table below the other, each under its name. */
const titledCsv = (grid: Grid, i: number): string => csvOf({ ...grid, rows: [[grid.name], ...grid.rows] }).slice(i === 0 ? 0 : 1);

function gridsOnPage(): Grid[] {
  return [...document.querySelectorAll<HTMLTableElement>('.rp-table')].map((table) => ({
    name: table.closest('.rp-part')?.querySelector('h2')?.textContent ?? '',
    rows: [...table.rows].map((row) => [...row.cells].map((cell) => cell.innerText.replaceAll(/\s+/g, ' ').trim())),
  }));
}

function save(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
