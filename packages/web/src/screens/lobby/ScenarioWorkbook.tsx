import { useCallback, useMemo } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import type { Compared } from '../workbook/compared.ts';
import { asked, sendBook, type WorkbookPlace } from '../workbook/place.ts';
import { Workbook } from '../workbook/Workbook.tsx';
import { ask, post, readScenario } from './api.ts';
import { BackToLobby } from './BackToLobby.tsx';
import { Failure } from './Failure.tsx';
import { useAsked } from './useLobby.ts';

type Answered = Compared & { readonly book: string; readonly mark: string; readonly writes: boolean };

/** A scenario’s MSEL out to Excel, and what was changed there back into its files. */
export function ScenarioWorkbook({ id }: { readonly id: string }) {
  const t = useWords('lobby');
  const words = useWords('workbook');
  const text = useText();
  const { value, failure } = useAsked(useCallback((signal: AbortSignal) => readScenario(id, signal), [id]));
  const of = value ? text(value.title) : id;
  const outside = words('outside');
  const place = useMemo<WorkbookPlace>(() => {
    const at = `/api/scenarios/${encodeURIComponent(id)}/msel`;
    let held = { book: '', mark: '' };
    return {
      of,
      kind: 'scenario',
      href: (layout, language) => `${at}?${asked(layout, language)}`,
      async templates(signal) {
        const { templates } = (await (await ask('/api/templates', { signal })).json()) as { templates: { name: string }[] };
        return templates.map((own) => own.name);
      },
      async compare(file, signal) {
        const { book, mark, writes, ...compared } = await sendBook<Answered>(
          `${at}/changes?${new URLSearchParams({ name: file.name })}`,
          file,
          signal,
        );
        held = { book, mark };
        return writes ? compared : { ...compared, cannot: outside };
      },
      async take(steps) {
        await post(`${at}/take`, { ...held, take: steps.map((s) => s.key) });
        return steps.map(({ key }) => ({ key }));
      },
    };
  }, [id, of, outside]);
  return (
    <main className="lb-page lb-form">
      <BackToLobby />
      <h1 className="title">{t('workbook.title')}</h1>
      <Failure failure={failure} />
      {value && <Workbook place={place} />}
    </main>
  );
}
