import { useWords } from '../../i18n/words.ts';
import { Button } from '../Button.tsx';
import { Drop } from '../Drop.tsx';
import { SHEET_KINDS, saveSheets } from './save.ts';
import type { Grid } from './spreadsheet.ts';

interface SaveTableProps {
  /** Of the file, without what it ends in. */
  readonly file: string;
  /** What the table holds when it is saved. */
  readonly grid: () => Grid;
}

/** A table as a file for Excel, or as CSV. */
export function SaveTable({ file, grid }: SaveTableProps) {
  const t = useWords('kit');
  return (
    <Drop
      kind="menu"
      side="below"
      label={t('sheet.save')}
      button={(given) => (
        <Button size="small" kind="quiet" icon="download" {...given}>
          {t('sheet.save')}
        </Button>
      )}
    >
      {SHEET_KINDS.map((kind) => (
        <button key={kind} type="button" role="menuitem" tabIndex={-1} onClick={() => saveSheets(file, kind, [grid()])}>
          {t(`sheet.${kind}`)}
        </button>
      ))}
    </Drop>
  );
}
