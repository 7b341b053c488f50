import { type Hit, type Id, type Label, search as searchWorld, type Text } from '@entente/engine';
import { useMemo } from 'react';
import { useSeat } from '../../connection/index.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Icon } from '../../kit/icons.tsx';
import { useNamer } from '../../kit/Names.tsx';
import { EmptyState } from '../../kit/Panel.tsx';
import type { Line } from '../../kit/seat/line.ts';
import { useSeatParts } from '../../kit/seat/part.ts';
import { InboxLine } from './InboxLine.tsx';
import { passes, searched } from './inbox.ts';

/** What is found for a search over everything that this seat knows, and nothing else: things, names, labels and what it was told at the start. */
export function useFound(held: readonly Line[], search: string, filter: string) {
  const { world, version } = useSeat();
  const name = useNamer();
  const parts = useSeatParts();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world changes in place; its version tells when
  return useMemo(() => {
    if (search.trim() === '') return { lines: [], briefings: [] };
    const hits = searchWorld(world, search);
    const named = (l: Line) =>
      [name(l.from), ...l.to.map(name), l.label as Label | undefined, ...parts.map((p) => p.named?.(world, l))].join(' ');
    // Under one name only what stands there; else all that is held, my own notes and what I sent included.
    const lines = searched(held, hits, search, named).filter(({ line }) => filter === 'held' || passes(line, filter));
    return { lines, briefings: filter === 'held' ? hits.filter((h) => h.kind === 'briefing') : [] };
  }, [world, version, held, search, filter, name, parts]);
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
        {lines.map(({ line, excerpt }) => (
          <InboxLine
            key={line.id}
            line={line}
            selected={line.id === selected}
            open={open}
            excerpt={excerpt === text(line.title) ? undefined : excerpt}
            as={<FoundAs line={line} />}
          />
        ))}
      </ul>
    </>
  );
}

/** What it is to a thing whose title it bears. */
function FoundAs({ line }: { readonly line: Line }) {
  const { world } = useSeat();
  return useSeatParts().map(({ foundAs, room }) => {
    const as = foundAs?.(world, line);
    return as && <As key={room} words={room} says={as.key} title={as.title} />;
  });
}

function As({ words, says, title }: { readonly words: string; readonly says: string; readonly title: Text | undefined }) {
  const t = useWords(words);
  const text = useText();
  return <span className="cut small">{t(says, { title: text(title) })}</span>;
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
