import './Inbox.css';
import type { Id } from '@entente/engine';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSeat } from '../../connection/index.ts';
import { useWords } from '../../i18n/words.ts';
import { Button, IconButton } from '../../kit/Button.tsx';
import { useDirectory } from '../../kit/Directory.tsx';
import { usePolicy } from '../../kit/Labels.tsx';
import { EmptyState, ScrollRegion } from '../../kit/Panel.tsx';
import { Found, useFound } from './Found.tsx';
import { InboxLine } from './InboxLine.tsx';
import { type Arrangement, arrange, FILTERS, type Filter, type Item, newSince, passes } from './inbox.ts';
import { useListKeys } from './listKeys.ts';
import type { Writing } from './writing.ts';

export interface InboxProps {
  readonly items: readonly Item[];
  readonly selected: Id | undefined;
  readonly open: (id: Id | undefined) => void;
  /** Absent for those who only listen. */
  readonly write: ((writing: Writing) => void) | undefined;
  /** On a phone: this place is in front. Coming to it is asking for what is new. */
  readonly shown: boolean;
  /** Opens what this seat was told at the start. */
  readonly showCard: () => void;
}

/** What came in: unread first. The list keeps its order while I read; what is new is counted and comes when I ask for it. */
export function Inbox({ items, selected, open, write, shown, showCard }: InboxProps) {
  const t = useWords('seat');
  const [filter, setFilter] = useState<Filter>('all');
  const [search, setSearch] = useState<string | undefined>();
  const [arrangement, setArrangement] = useState<Arrangement>(() => arrange(items));
  const list = useRef<HTMLDivElement>(null);

  const fresh = newSince(arrangement, items);
  const renew = () => setArrangement(arrange(items));
  const empty = arrangement.unread.length + arrangement.read.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an empty list has nothing that could move; coming here asks for what is new
  useEffect(renew, [empty && items.length > 0, shown]);

  const byId = useMemo(() => new Map(items.map((i) => [i.id, i])), [items]);
  const show = (id: Id): Item[] => {
    const item = byId.get(id);
    return item && passes(item, filter) ? [item] : [];
  };
  const found = useFound(items, search ?? '', filter);
  const searching = search !== undefined && search.trim() !== '';
  // What I wrote myself appears at once, where I look for it.
  const own = items.filter((i) => i.mine && !arrangement.read.includes(i.id)).map((i) => i.id);
  const unread = arrangement.unread.flatMap(show);
  const read = [...own, ...arrangement.read].flatMap(show);
  const shownIds = (searching ? found.lines.map((l) => l.item) : [...unread, ...read]).map((i) => i.id);
  useListKeys(list, shownIds, selected, open);

  const filters = FILTERS.filter((f) => f === 'all' || f === filter || items.some((i) => passes(i, f)));
  return (
    <section className="panel inbox" aria-labelledby="inbox-title">
      <Head
        fresh={fresh}
        renew={renew}
        write={write}
        searching={search !== undefined}
        find={() => setSearch(search === undefined ? '' : undefined)}
      />
      {search !== undefined && (
        <div className="inbox-search">
          <input
            type="search"
            ref={focusOnce}
            aria-label={t('inbox.search')}
            placeholder={t('inbox.searchHint')}
            value={search}
            onChange={(e) => setSearch(e.currentTarget.value)}
          />
        </div>
      )}
      <fieldset className="inbox-filters" aria-label={t('inbox.filter')}>
        {filters.map((f) => (
          <button key={f} type="button" aria-pressed={filter === f} onClick={() => setFilter(f)}>
            {t(`filter.${f}`)}
          </button>
        ))}
      </fieldset>
      <ScrollRegion region={list} label={t('place.inbox')}>
        {searching ? (
          <Found found={found} selected={selected} open={open} showCard={showCard} />
        ) : (
          <>
            <Group title={t('inbox.unread')} items={unread} selected={selected} open={open} />
            <Group
              title={t(write === undefined || filter === 'sent' || filter === 'note' ? `filter.${filter}` : 'inbox.read')}
              items={read}
              selected={selected}
              open={open}
            />
            {shownIds.length === 0 && (
              <EmptyState title={t(filter !== 'all' ? 'inbox.nothingFound' : 'inbox.empty')}>
                {t(filter !== 'all' ? 'inbox.nothingFoundHelp' : 'inbox.emptyHelp')}
              </EmptyState>
            )}
          </>
        )}
      </ScrollRegion>
    </section>
  );
}

interface HeadProps {
  readonly fresh: number;
  readonly renew: () => void;
  readonly write: InboxProps['write'];
  readonly searching: boolean;
  readonly find: () => void;
}

function Head({ fresh, renew, write, searching, find }: HeadProps) {
  const t = useWords('seat');
  const { me } = useSeat();
  const policy = usePolicy();
  const maySpeak = useDirectory().seats.get(me.seat)?.may.includes('speak');
  return (
    <header className="panel-head">
      <h2 id="inbox-title">{t('place.inbox')}</h2>
      <span role="status">
        {fresh > 0 && (
          <Button size="small" className="new-count" onClick={renew}>
            {t('inbox.new', { count: fresh })}
          </Button>
        )}
      </span>
      <span className="grow" />
      {write && maySpeak && (
        <IconButton
          icon="megaphone"
          label={t('announce')}
          onClick={() => write({ to: ['public'], purpose: 'announce', channel: 'news', label: policy.levels[0]?.id })}
        />
      )}
      {write && (
        <Button icon="write" size="small" onClick={() => write({ to: [] })}>
          {t('write')}
        </Button>
      )}
      <IconButton icon="search" size="small" label={t('inbox.search')} aria-expanded={searching} onClick={find} />
    </header>
  );
}

function Group({
  title,
  items,
  selected,
  open,
}: {
  readonly title: string;
  readonly items: readonly Item[];
  readonly selected: Id | undefined;
  readonly open: (id: Id) => void;
}) {
  if (items.length === 0) return null;
  return (
    <>
      <h3 className="inbox-group">{title}</h3>
      <ul>
        {items.map((item) => (
          <InboxLine key={item.id} item={item} selected={item.id === selected} open={open} />
        ))}
      </ul>
    </>
  );
}

/** The person has just asked for this field. A stable function, so that it happens once. */
const focusOnce = (field: HTMLInputElement | null): void => field?.focus();
