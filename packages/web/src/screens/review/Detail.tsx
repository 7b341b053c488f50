import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button, IconButton } from '../../kit/Button.tsx';
import { useDirectory } from '../../kit/Directory.tsx';
import { Panel } from '../../kit/Panel.tsx';
import type { EditionEvent } from '../../kit/review/edition.ts';
import { eventSentence } from '../../kit/review/eventWords.ts';
import { eventsOf } from '../../kit/review/evidence.ts';
import { MarkIcon } from '../../kit/review/MarkShape.tsx';
import { momentOf } from '../../kit/review/moment.ts';
import { ordered, useReviewParts } from '../../kit/review/part.ts';
import { useReview } from '../../kit/review/reviewContext.ts';
import { evidenceOfKey } from './happened/timeline.ts';
import { timesOf } from './times.ts';

const FIRST = 60;

/** What was chosen, and the events behind it. What lies after the chosen moment is marked as later. */
export function Detail() {
  const t = useWords('review');
  const { opened, open, whole, events, tab } = useReview();
  const parts = useReviewParts();
  if (!opened) {
    return (
      <aside className="rv-detail rv-detail-empty">
        <p className="dim">{t('detail.pick')}</p>
        {!parts.some((part) => part.tabs?.some((given) => given.name === tab && given.ownLegend)) && <Legend />}
      </aside>
    );
  }
  const behind = eventsOf(events, 'key' in opened ? evidenceOfKey(parts, whole, opened.key) : opened.evidence);
  const id = 'key' in opened ? opened.key : opened.title;
  return (
    <aside className="rv-detail">
      <Panel
        title={t('detail.behind', { count: behind.length })}
        actions={<IconButton size="small" icon="close" label={t('detail.close')} onClick={() => open(undefined)} />}
      >
        <div className="rv-detail-body">
          {'key' in opened ? <Thing of={opened.key} /> : <p className="strong read">{opened.title}</p>}
          <Behind key={id} events={behind} pointed={'key' in opened ? opened.event : undefined} />
        </div>
      </Panel>
    </aside>
  );
}

function Legend() {
  const t = useWords('review');
  const { edition } = useReview();
  const all = ordered(useReviewParts().flatMap((part) => part.legend ?? [])).filter((l) => !l.paper);
  const shown = edition.startsWith('control') ? all : all.filter((l) => l.sides);
  return (
    <ul className="rv-legend">
      {shown.map(({ name, mark }) => (
        <li key={name}>
          <MarkIcon mark={mark} />
          {t(`legend.${name}`)}
        </li>
      ))}
    </ul>
  );
}

function Behind({ events, pointed }: { readonly events: readonly EditionEvent[]; readonly pointed: string | undefined }) {
  const t = useWords('review');
  const { moment, end } = useReview();
  const [all, setAll] = useState(false);
  const shown = all ? events : events.slice(0, FIRST);
  const { start } = useDirectory();
  const time = timesOf(
    start,
    events.map((e) => e.at),
  );
  return (
    <>
      <ol className="rv-events">
        {shown.map((e) => (
          <BehindEvent key={e.id} recorded={e} time={time(e.at)} later={e.at > moment.at && moment.at < end} pointed={e.id === pointed} />
        ))}
      </ol>
      {shown.length < events.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('detail.more', { count: events.length })}
        </Button>
      )}
    </>
  );
}

function BehindEvent({
  recorded,
  time,
  later,
  pointed,
}: {
  readonly recorded: EditionEvent;
  readonly time: string;
  readonly later: boolean;
  readonly pointed: boolean;
}) {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (pointed) line.current?.scrollIntoView({ block: 'nearest' });
  }, [pointed]);
  const t = useWords('review');
  const { events, whole, wording, goTo } = useReview();
  const go = (): void => {
    const moment = momentOf(events, recorded.id);
    if (moment) goTo(moment);
  };
  return (
    <li ref={line} className={`rv-event${later ? ' later' : ''}${pointed ? ' pointed' : ''}`} aria-current={pointed ? 'true' : undefined}>
      <button type="button" className="rv-time-link" title={t('detail.goto')} onClick={go}>
        {time}
      </button>
      <span>
        {eventSentence(recorded, whole, wording)}
        {later && <span className="faint"> ({t('detail.later')})</span>}
      </span>
    </li>
  );
}

/** The thing itself: what it said, from whom, to whom. */
function Thing({ of }: { readonly of: string }) {
  const [kind = '', id = ''] = of.split(/:(.*)/s);
  const parts = useReviewParts();
  const Found = parts.map((part) => part.things?.[kind]?.Thing).find((found) => found !== undefined);
  if (!Found) return null;
  return (
    <>
      <Found key={of} id={id} of={of} />
      {parts.map(({ beside, room }) => beside && <beside.Beside key={room} id={id} />)}
    </>
  );
}
