import { useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { Button } from '../kit/Button.tsx';
import { EventList } from './EventList.tsx';
import { MarkIcon } from './MarkShape.tsx';
import { Timeline } from './Timeline.tsx';
import { KINDS, type Kind } from './timeline.ts';

const NEAREST = 16;

/** *What happened?* On a timeline with a lane per party, or as a list of sentences. */
export function HappenedTab() {
  const t = useWords('review');
  const [shows, setShows] = useState<ReadonlySet<string>>(new Set(KINDS));
  const [zoom, setZoom] = useState(1);
  const [view, setView] = useState<'timeline' | 'list'>('timeline');
  const toggle = (kind: Kind): void => setShows(new Set(KINDS.filter((k) => (k === kind ? !shows.has(k) : shows.has(k)))));
  return (
    <div className="rv-happened">
      <div className="rv-tools">
        <div className="row wrap" role="group" aria-label={t('kinds.label')}>
          {KINDS.map((kind) => (
            <Button key={kind} size="small" pressed={shows.has(kind)} onClick={() => toggle(kind)}>
              <MarkIcon mark={{ kind, form: kind === 'message' ? 'inform' : 'contextual', status: kind === 'inject' ? 'released' : undefined }} />
              {t(`kinds.${kind}`)}
            </Button>
          ))}
        </div>
        <span className="grow" />
        {view === 'timeline' && (
          <div className="row" role="group" aria-label={t('zoom.label')}>
            <Button size="small" aria-label={t('zoom.out')} title={t('zoom.out')} disabled={zoom === 1} onClick={() => setZoom(zoom / 2)}>
              −
            </Button>
            <Button size="small" aria-label={t('zoom.in')} title={t('zoom.in')} disabled={zoom >= NEAREST} onClick={() => setZoom(zoom * 2)}>
              +
            </Button>
          </div>
        )}
        <div className="row" role="group" aria-label={t('view.label')}>
          {(['timeline', 'list'] as const).map((v) => (
            <Button key={v} size="small" pressed={view === v} onClick={() => setView(v)}>
              {t(`view.${v}`)}
            </Button>
          ))}
        </div>
      </div>
      {view === 'list' ? (
        <EventList shows={shows} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
        <div className="rv-scroll scroll" tabIndex={0} role="group" aria-label={t('view.timeline')}>
          <Timeline shows={shows} zoom={zoom} />
        </div>
      )}
    </div>
  );
}
