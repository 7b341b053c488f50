import { useMemo, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { EventList } from './EventList.tsx';
import { MarkIcon } from './MarkShape.tsx';
import { Timeline } from './Timeline.tsx';
import { KINDS, type Kind, kindOfEvent } from './timeline.ts';

const NEAREST = 16;
/** The shape that stands for a kind on its switch. */
const FORMS: Partial<Record<Kind, string>> = { message: 'inform', sharing: 'released' };

/** *What happened?* On a timeline with a lane per party, or as a list of sentences. */
export function HappenedTab() {
  const t = useWords('review');
  const { events, view, setView } = useReview();
  // A side that holds nothing of a kind has no switch for it.
  const kinds = useMemo(() => KINDS.filter((kind) => events.some((e) => kindOfEvent(e.event.type) === kind)), [events]);
  const [shows, setShows] = useState<ReadonlySet<string>>(new Set(KINDS));
  const [zoom, setZoom] = useState(1);
  const toggle = (kind: Kind): void => setShows(new Set(KINDS.filter((k) => (k === kind ? !shows.has(k) : shows.has(k)))));
  return (
    <div className="rv-happened">
      <div className="rv-tools">
        <fieldset className="rv-set row wrap" aria-label={t('kinds.label')}>
          {kinds.map((kind) => (
            <Button key={kind} size="small" pressed={shows.has(kind)} onClick={() => toggle(kind)}>
              <MarkIcon mark={{ kind, form: FORMS[kind] ?? 'contextual', status: kind === 'inject' ? 'released' : undefined }} />
              {t(`kinds.${kind}`)}
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
