import './Inbox.css';
import type { Id } from '@entente/engine';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { EmptyState, ScrollRegion } from '../../kit/Panel.tsx';
import type { Line } from '../../kit/seat/line.ts';
import { Filters } from './Filters.tsx';
import { InboxLine } from './InboxLine.tsx';
import { type Arrangement, arrange, inboxFilters, newSince, passes } from './inbox.ts';
import { useListKeys } from './listKeys.ts';

export interface InboxProps {
  readonly lines: readonly Line[];
  readonly selected: Id | undefined;
  readonly open: (id: Id | undefined) => void;
  /** Those who only listen write nothing, and nothing is to them by name. */
  readonly listener: boolean;
  /** On a phone: this place is in front. Coming to it is asking for what is new. */
  readonly shown: boolean;
}

/** What came in: unread first. The list keeps its order while I read; what is new is counted and comes when I ask for it. */
export function Inbox({ lines, selected, open, listener, shown }: InboxProps) {
  const t = useWords('seat');
  const [filter, setFilter] = useState('all');
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
  // What I wrote myself appears at once, where I look for it.
  const own = lines.filter((i) => i.mine && !arrangement.read.includes(i.id)).map((i) => i.id);
  const unread = arrangement.unread.flatMap(show);
  const read = [...own, ...arrangement.read].flatMap(show);
  useListKeys(
    list,
    [...unread, ...read].map((i) => i.id),
    selected,
    open,
  );
  return (
    <section className="panel inbox" aria-labelledby="inbox-title">
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
        <Filters filters={inboxFilters(listener)} chosen={filter} choose={setFilter} />
      </header>
      <ScrollRegion region={list} label={t('place.inbox')}>
        <Group title={t('inbox.unread')} lines={unread} selected={selected} open={open} />
        <Group title={t(listener || filter === 'sent' ? `filter.${filter}` : 'inbox.read')} lines={read} selected={selected} open={open} />
        {unread.length + read.length === 0 && (
          <EmptyState title={t(filter !== 'all' ? 'inbox.nothingFound' : 'inbox.empty')}>
            {t(filter !== 'all' ? 'inbox.chooseAll' : 'inbox.emptyHelp')}
          </EmptyState>
        )}
      </ScrollRegion>
    </section>
  );
}

function Group({
  title,
  lines,
  selected,
  open,
}: {
  readonly title: string;
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
