import type { Id } from '@entente/engine';
import { useRef, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { SearchField } from '../../kit/form/SearchField.tsx';
import { EmptyState, ScrollRegion } from '../../kit/Panel.tsx';
import type { Line } from '../../kit/seat/line.ts';
import { useSeatParts } from '../../kit/seat/part.ts';
import { Filters } from './Filters.tsx';
import { Found, useFound } from './Found.tsx';
import { InboxLine } from './InboxLine.tsx';
import { heldFilters, passes } from './inbox.ts';
import { useListKeys } from './listKeys.ts';
import { Mine } from './Mine.tsx';

export interface HeldProps {
  readonly lines: readonly Line[];
  readonly selected: Id | undefined;
  readonly open: (id: Id | undefined) => void;
  /** Opens what this seat was told at the start. */
  readonly showCard: () => void;
  readonly listener: boolean;
}

/** Everything that this seat holds, newest first, and the search through it; what I asked of others stands first. */
export function Held({ lines, selected, open, showCard, listener }: HeldProps) {
  const t = useWords('seat');
  const parts = useSeatParts();
  const [filter, choose] = useState('held');
  const [search, setSearch] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const found = useFound(lines, search, filter);
  const searching = search.trim() !== '';
  const shown = searching ? found.lines.map((l) => l.line) : lines.filter((l) => passes(l, filter));
  useListKeys(
    list,
    shown.map((l) => l.id),
    selected,
    open,
  );
  const filters = heldFilters(parts).filter(({ name }) => name === 'held' || name === filter || lines.some((l) => passes(l, name)));
  return (
    <section className="panel held" aria-labelledby="held-title">
      <header className="panel-head">
        <h2 id="held-title">{t('place.held')}</h2>
        <span className="grow" />
        <span className="dim small">{t('held.order')}</span>
      </header>
      <div className="inbox-search">
        <SearchField title={t('inbox.search')} hint={t('inbox.searchHint')} value={search} change={setSearch} />
      </div>
      {filters.length > 1 && <Filters filters={filters} chosen={filter} choose={choose} />}
      <ScrollRegion region={list} label={t('place.held')}>
        {searching ? (
          <Found found={found} selected={selected} open={open} showCard={showCard} />
        ) : (
          <>
            {!listener && filter === 'held' && <Mine selected={selected} open={open} />}
            <h3 className="inbox-group">{t('held.all')}</h3>
            <ul>
              {shown.map((line) => (
                <InboxLine key={line.id} line={line} selected={line.id === selected} open={open} />
              ))}
            </ul>
            {shown.length === 0 && <EmptyState title={t('inbox.nothingFound')}>{t('inbox.nothingFoundHelp')}</EmptyState>}
          </>
        )}
      </ScrollRegion>
    </section>
  );
}
