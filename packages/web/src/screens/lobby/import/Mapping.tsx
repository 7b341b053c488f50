import { useMemo, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Chip } from '../../../kit/Chip.tsx';
import { Columns } from './Columns.tsx';
import { Rows } from './Rows.tsx';
import type { Reading } from './reading.ts';
import { ToRead } from './ToRead.tsx';
import { ToSettle } from './ToSettle.tsx';
import type { ImportActs, ImportState } from './useImport.ts';

/** What is shown where there is no room for all three. */
const TABS = ['read', 'rows', 'settle'] as const;
type Tab = (typeof TABS)[number];

/** Left what to read, in the middle what it means and becomes, right what a person must settle. */
export function Mapping({ it, reading }: { readonly it: ImportState & ImportActs; readonly reading: Reading }) {
  const t = useWords('import');
  const [tab, setTab] = useState<Tab>('rows');
  const open = useMemo(() => reading.choices.filter((c) => !c.settled), [reading]);
  const numbers = useMemo(() => new Map(open.map((c, i) => [c.key, i + 1])), [open]);
  return (
    <main className="im" data-tab={tab} aria-busy={it.busy}>
      <div className="im-tabs" role="tablist" aria-label={t('tabs')}>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            className={`im-tab im-tab-${name}`}
            aria-selected={tab === name}
            onClick={() => setTab(name)}
          >
            {t(`tab.${name}`)} {name === 'settle' && open.length > 0 && <Chip tone="soon">{open.length}</Chip>}
          </button>
        ))}
      </div>
      <ToRead it={it} reading={reading} />
      <div className="im-middle scroll">
        <Columns it={it} reading={reading} />
        <Rows it={it} reading={reading} numbers={numbers} />
      </div>
      <ToSettle it={it} reading={reading} open={open} />
    </main>
  );
}
