import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { gridOf, SHEET_KINDS, saveSheets } from '../../kit/sheet/save.ts';

/** The tables of the report as files. They are read off the page, so they wait until it is there (`ready`). */
export function TableFiles({ name, ready }: { readonly name: string; readonly ready: boolean }) {
  const t = useWords('report');
  return SHEET_KINDS.map((kind) => (
    <Button key={kind} icon="download" size="small" disabled={!ready} onClick={() => saveSheets(name, kind, gridsOnPage())}>
      {t(`files.${kind}`)}
    </Button>
  ));
}

const gridsOnPage = () =>
  [...document.querySelectorAll<HTMLTableElement>('.rp-table')].map((table) =>
    gridOf(table.closest('.rp-part')?.querySelector('h2')?.textContent ?? '', table),
  );
