import './Inbox.css';
import type { Id } from '@entente/engine';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useSeat } from '../../connection/index.ts';
import { useWords } from '../../i18n/words.ts';
import { Button, IconButton } from '../../kit/Button.tsx';
import { useDirectory } from '../../kit/Directory.tsx';
import { usePolicy } from '../../kit/Labels.tsx';
import { EmptyState, ScrollRegion } from '../../kit/Panel.tsx';
import type { Line } from '../../kit/seat/line.ts';
import { useSeatParts, type Writing } from '../../kit/seat/part.ts';
import { Found, useFound } from './Found.tsx';
import { InboxLine } from './InboxLine.tsx';
import { type Arrangement, arrange, type Filter, filtersOf, newSince, passes } from './inbox.ts';
import { useListKeys } from './listKeys.ts';

export interface InboxProps {
  readonly lines: readonly Line[];
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
export function Inbox({ lines, selected, open, write, shown, showCard }: InboxProps) {
  const t = useWords('seat');
  const [filter, setFilter] = useState('all');
  const [search, setSearch] = useState<string | undefined>();
  const [arrangement, setArrangement] = useState<Arrangement>(() => arrange(lines));
  const list = useRef<HTMLDivElement>(null);

  const fresh = newSince(arrangement, lines);
  const renew = () => setArrangement(arrange(lines));
  const empty = arrangement.unread.length + arrangement.read.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an empty list has nothing that could move; coming here asks for what is new
  useEffect(renew, [empty && lines.length > 0, shown]);

  const byId = useMemo(() => new Map(lines.map((l) => [l.id, l])), [lines]);
  const show = (id: Id): Line[] => {
    const line = byId.get(id);
    return line && passes(line, filter) ? [line] : [];
  };
  const found = useFound(lines, search ?? '', filter);
  const searching = search !== undefined && search.trim() !== '';
  // What I wrote myself appears at once, where I look for it.
  const own = lines.filter((i) => i.mine && !arrangement.read.includes(i.id)).map((i) => i.id);
  const unread = arrangement.unread.flatMap(show);
  const read = [...own, ...arrangement.read].flatMap(show);
  const shownIds = (searching ? found.lines.map((l) => l.line) : [...unread, ...read]).map((i) => i.id);
  useListKeys(list, shownIds, selected, open);

  const all = filtersOf(useSeatParts());
  const filters = all.filter(({ name }) => name === 'all' || name === filter || lines.some((l) => passes(l, name)));
  const shownAs = all.find((f) => f.name === filter);
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
      <Filters filters={filters} chosen={filter} choose={setFilter} />
      <ScrollRegion region={list} label={t('place.inbox')}>
        {searching ? (
          <Found found={found} selected={selected} open={open} showCard={showCard} />
        ) : (
          <>
            <Group title={t('inbox.unread')} lines={unread} selected={selected} open={open} />
            <Group
              title={shownAs && (write === undefined || shownAs.own) ? <FilterName filter={shownAs} /> : t('inbox.read')}
              lines={read}
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
  lines,
  selected,
  open,
}: {
  readonly title: ReactNode;
  readonly lines: readonly Line[];
  readonly selected: Id | undefined;
  readonly open: (id: Id) => void;
}) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className="inbox-group">{title}</h3>
      <ul>
        {lines.map((line) => (
          <InboxLine key={line.id} line={line} selected={line.id === selected} open={open} />
        ))}
      </ul>
    </>
  );
}

interface FiltersProps {
  readonly filters: readonly Filter[];
  readonly chosen: string;
  readonly choose: (filter: string) => void;
}

function Filters({ filters, chosen, choose }: FiltersProps) {
  const t = useWords('seat');
  return (
    <fieldset className="inbox-filters" aria-label={t('inbox.filter')}>
      {filters.map((f) => (
        <button key={f.name} type="button" aria-pressed={chosen === f.name} onClick={() => choose(f.name)}>
          <FilterName filter={f} />
        </button>
      ))}
    </fieldset>
  );
}

/** The name of a filter, in the words of whoever gave it. */
function FilterName({ filter: { name, words } }: { readonly filter: Filter }) {
  return useWords(words)(`filter.${name}`);
}

/** The person has just asked for this field. A stable function, so that it happens once. */
const focusOnce = (field: HTMLInputElement | null): void => field?.focus();
