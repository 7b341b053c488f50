import { useMemo, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { MarkIcon } from '../../../kit/review/MarkShape.tsx';
import { useReviewParts } from '../../../kit/review/part.ts';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { EventList } from './EventList.tsx';
import { Timeline } from './Timeline.tsx';
import { kindOfEvent, kindsOf } from './timeline.ts';

const NEAREST = 16;

/** *What happened?* On a timeline with a lane per party, or as a list of sentences. */
export function HappenedTab() {
  const t = useWords('review');
  const { events, view, setView } = useReview();
  // A side that holds nothing of a kind has no switch for it.
  const parts = useReviewParts();
  const all = useMemo(() => kindsOf(parts), [parts]);
  const kinds = useMemo(() => all.filter(({ name }) => events.some((e) => kindOfEvent(all, e.event.type) === name)), [all, events]);
  const [shows, setShows] = useState<ReadonlySet<string>>(new Set(all.map((k) => k.name)));
  const [zoom, setZoom] = useState(1);
  const toggle = (kind: string): void =>
    setShows(new Set(all.map((k) => k.name).filter((k) => (k === kind ? !shows.has(k) : shows.has(k)))));
  return (
    <div className="rv-happened">
      <div className="rv-tools">
        <fieldset className="rv-set row wrap" aria-label={t('kinds.label')}>
          {kinds.map(({ name, mark }) => (
            <Button key={name} size="small" pressed={shows.has(name)} onClick={() => toggle(name)}>
              <MarkIcon mark={{ kind: name, ...mark }} />
              {t(`kinds.${name}`)}
            </Button>
          ))}
        </fieldset>
        <span className="grow" />
        {view === 'timeline' && (
          <fieldset className="rv-set row" aria-label={t('zoom.label')}>
            <Button size="small" aria-label={t('zoom.out')} title={t('zoom.out')} disabled={zoom === 1} onClick={() => setZoom(zoom / 2)}>
              −
            </Button>
            <Button
              size="small"
              aria-label={t('zoom.in')}
              title={t('zoom.in')}
              disabled={zoom >= NEAREST}
              onClick={() => setZoom(zoom * 2)}
            >
              +
            </Button>
          </fieldset>
        )}
        <fieldset className="rv-set row" aria-label={t('view.label')}>
          {(['timeline', 'list'] as const).map((v) => (
            <Button key={v} size="small" pressed={view === v} onClick={() => setView(v)}>
              {t(`view.${v}`)}
            </Button>
          ))}
        </fieldset>
      </div>
      {view === 'list' ? (
        <EventList shows={shows} />
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, a section would be one landmark too many
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
        <div className="rv-scroll scroll" tabIndex={0} role="group" aria-label={t('view.timeline')}>
          <Timeline shows={shows} zoom={zoom} />
        </div>
      )}
    </div>
  );
}
