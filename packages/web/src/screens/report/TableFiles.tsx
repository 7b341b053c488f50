import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { gridOf, SHEET_KINDS, saveSheets } from '../../kit/sheet/save.ts';

/** The tables of the report as files. */
export function TableFiles({ name }: { readonly name: string }) {
  const t = useWords('report');
  return SHEET_KINDS.map((kind) => (
    <Button key={kind} icon="download" size="small" onClick={() => saveSheets(name, kind, gridsOnPage())}>
      {t(`files.${kind}`)}
    </Button>
  ));
}

const gridsOnPage = () =>
  [...document.querySelectorAll<HTMLTableElement>('.rp-table')].map((table) =>
    gridOf(table.closest('.rp-part')?.querySelector('h2')?.textContent ?? '', table),
  );
