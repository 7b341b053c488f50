import { type Hit, type Id, type Label, requestCard, search as searchWorld, type World } from '@entente/engine';
import { useMemo } from 'react';
import { useSeat } from '../../connection/index.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Icon } from '../../kit/icons.tsx';
import { useNamer } from '../../kit/Names.tsx';
import { EmptyState } from '../../kit/Panel.tsx';
import { type FoundAs, foundAs } from './foundAs.ts';
import { InboxLine } from './InboxLine.tsx';
import { type Filter, type Item, passes, searched } from './inbox.ts';

/** What is found for a search over everything that this seat knows, and nothing else: things, names, labels and what it was told at the start. */
export function useFound(items: readonly Item[], search: string, filter: Filter) {
  const { world, version } = useSeat();
  const name = useNamer();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world changes in place; its version tells when
  return useMemo(() => {
    if (search.trim() === '') return { lines: [], briefings: [] };
    const hits = searchWorld(world, search);
    const named = (i: Item) => [name(i.from), ...i.to.map(name), i.label as Label | undefined, asked(world, i)].join(' ');
    // Within one channel only that; else all that is held, my own notes and what I sent included.
    const lines = searched(items, hits, search, named).filter(({ item }) => filter === 'all' || passes(item, filter));
    return { lines, briefings: filter === 'all' ? hits.filter((h) => h.kind === 'briefing') : [] };
  }, [world, version, items, search, filter, name]);
}

function asked(world: World, item: Item): string {
  const request = item.request === undefined ? undefined : world.sharing.requests.get(item.request);
  return (request && requestCard(request)?.text) ?? '';
}

export interface FoundProps {
  readonly found: ReturnType<typeof useFound>;
  readonly selected: Id | undefined;
  readonly open: (id: Id) => void;
  readonly showCard: () => void;
}

export function Found({ found: { lines, briefings }, selected, open, showCard }: FoundProps) {
  const t = useWords('seat');
  const text = useText();
  const { world } = useSeat();
  const said = (as: FoundAs | undefined) => as && t(`foundAs.${as.is}`, { title: text(as.title) });
  if (lines.length + briefings.length === 0) return <EmptyState title={t('inbox.nothingFound')}>{t('inbox.nothingFoundHelp')}</EmptyState>;
  return (
    <>
      <h3 className="inbox-group">
        {t('inbox.found')} {lines.length + briefings.length}
      </h3>
      <ul>
        {briefings.map((b) => (
          <BriefingLine key={b.id} hit={b} showCard={showCard} />
        ))}
        {lines.map(({ item, excerpt }) => (
          <InboxLine
            key={item.id}
            item={item}
            selected={item.id === selected}
            open={open}
            excerpt={excerpt === text(item.title) ? undefined : excerpt}
            as={said(foundAs(world, item))}
          />
        ))}
      </ul>
    </>
  );
}

function BriefingLine({ hit, showCard }: { readonly hit: Hit; readonly showCard: () => void }) {
  const t = useWords('seat');
  const name = useNamer();
  return (
    <li>
      <button type="button" className="line" onClick={showCard}>
        <span className="line-icon">
          <Icon name="card" />
        </span>
        <span className="line-words">
          <span className="row small">
            <span className="line-from cut">{t('card.toldTo', { to: name(hit.id) })}</span>
          </span>
          <span className="line-title">{t('briefing.title')}</span>
          <span className="cut dim small">{hit.excerpt}</span>
        </span>
      </button>
    </li>
  );
}
