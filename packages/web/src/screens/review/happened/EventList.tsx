import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { AddressMark } from '../../../kit/Names.tsx';
import type { EditionEvent } from '../../../kit/review/edition.ts';
import { eventSentence } from '../../../kit/review/eventWords.ts';
import { momentOf } from '../../../kit/review/moment.ts';
import { useReviewParts } from '../../../kit/review/part.ts';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { useSave } from '../../../kit/review/tables.tsx';
import { kindOfEvent, kindsOf } from './timeline.ts';

/** Every event of the edition as a sentence, in order; only those on the screen are drawn. */
export function EventList({ shows }: { readonly shows: ReadonlySet<string> }) {
  const t = useWords('review');
  const { events, moment, whole, wording } = useReview();
  const parts = useReviewParts();
  const kinds = useMemo(() => kindsOf(parts), [parts]);
  const list = useMemo(() => events.filter((e) => shows.has(kindOfEvent(kinds, e.event.type))), [events, shows, kinds]);
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: list.length,
    getScrollElement: () => box.current,
    estimateSize: () => 28,
    overscan: 20,
    getItemKey: (i) => list[i]?.id ?? i,
  });
  const last = list.findLastIndex((e) => e.at <= moment.at);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the moment, not every change of the list
  useEffect(() => {
    if (last >= 0) rows.scrollToIndex(last, { align: 'auto' });
  }, [last]);
  const save = useSave(() => [
    ['at', 'who', 'event'].map((col) => t(`cols.${col}`)),
    ...list.map((e) => [wording.time(e.at), wording.who(whoOf(e)), eventSentence(e, whole, wording)]),
  ]);
  if (list.length === 0) return <p className="rv-nothing dim">{t('timeline.none')}</p>;
  return (
    <>
      <div className="rv-saved">{save}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, a section would be one landmark too many */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <div ref={box} className="rv-list scroll" tabIndex={0} role="group" aria-label={t('view.list')}>
        <ol style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => (
            <li
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              className={(list[row.index] as EditionEvent).at > moment.at ? 'later' : ''}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <ListRow recorded={list[row.index] as EditionEvent} />
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}

function ListRow({ recorded }: { readonly recorded: EditionEvent }) {
  const t = useWords('review');
  const { events, whole, wording, goTo } = useReview();
  const go = (): void => {
    const moment = momentOf(events, recorded.id);
    if (moment) goTo(moment);
  };
  return (
    <>
      <button type="button" className="rv-time-link" title={t('detail.goto')} onClick={go}>
        {wording.time(recorded.at)}
      </button>
      <AddressMark address={whoOf(recorded)} />
      <span>{eventSentence(recorded, whole, wording)}</span>
    </>
  );
}

/** Whose act it was; control’s where it says nothing. */
function whoOf({ event }: EditionEvent): string {
  const facts = event as { seat?: string; by?: string; from?: unknown };
  return facts.seat ?? facts.by ?? (typeof facts.from === 'string' ? facts.from : 'control');
}
