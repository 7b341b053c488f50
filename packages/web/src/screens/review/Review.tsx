import './Review.css';
import './narrow.css';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { RaiseEmergency, useEmergency, useSeat } from '../../connection/index.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { StatusChip } from '../../kit/Chip.tsx';
import { shortTime } from '../../kit/calendar.ts';
import { DirectoryProvider, useDirectory } from '../../kit/Directory.tsx';
import { Icon } from '../../kit/icons.tsx';
import { PolicyProvider } from '../../kit/Labels.tsx';
import { Marked } from '../../kit/Marking.tsx';
import { useNamer } from '../../kit/Names.tsx';
import { policyOf } from '../../kit/policyOf.ts';
import { exportPath } from '../../kit/review/edition.ts';
import { endOf, type Moment, momentAt } from '../../kit/review/moment.ts';
import { ordered, type ReviewPart, ReviewPartsProvider, type TabGiven, useReviewParts } from '../../kit/review/part.ts';
import { type Opened, type Review as Reviewed, ReviewProvider, useReview, type View } from '../../kit/review/reviewContext.ts';
import { choices, type Edition } from '../../kit/review/side.ts';
import { useWording } from '../../kit/review/useWording.ts';
import { TopBar } from '../../kit/TopBar.tsx';
import { useTitle } from '../../kit/title.ts';
import { Detail } from './Detail.tsx';
import { HappenedFigures } from './HappenedFigures.tsx';
import { HappenedTab } from './happened/HappenedTab.tsx';
import { marksOf } from './happened/timeline.ts';
import { OpenedForBar } from './OpenedForBar.tsx';
import { markOf, openedFor } from './openedFor.ts';
import { PrintSheet } from './PrintSheet.tsx';
import { NotLoaded } from './record/NotLoaded.tsx';
import { Scrubber } from './record/Scrubber.tsx';
import { SeeAs, useSideName } from './record/SeeAs.tsx';
import { type EditionLoading, type LoadedEdition, useEdition } from './record/useEdition.ts';
import { usePlaying } from './record/usePlaying.ts';
import { Tabs } from './Tabs.tsx';

/** The moment that a link names, ms from STARTEX (`#at=`); undefined if it names none. */
function asked(): number | undefined {
  const at = /^#at=(\d{1,12})$/.exec(location.hash)?.[1];
  return at === undefined ? undefined : Number(at);
}

/** The review: any side's own record, scrubbed through time. `/s/DOOR/review`. */
export function Review({ parts }: { readonly parts: readonly ReviewPart[] }) {
  return (
    <ReviewPartsProvider value={parts}>
      <Screen />
    </ReviewPartsProvider>
  );
}

function Screen() {
  const { door, me } = useSeat();
  const emergency = useEmergency();
  const [edition, setEdition] = useState<Edition>(me.seat);
  const loading = useEdition(`${door}/`, edition, me.seat);
  // Whoever looks through other eyes keeps the question, and how it is shown.
  const [tab, choose] = useState('happened');
  const [view, setView] = useState<View>('timeline');
  const { title } = useDirectory();
  const text = useText();
  const t = useWords('review');
  useTitle(0, t('review'), useNamer('own')(me.seat), text(title));
  const editions = useMemo(() => choices(me.seat, me.editions), [me.seat, me.editions]);
  const acts = (
    <>
      <SeeAs editions={editions} edition={edition} choose={setEdition} />
      {editions.length > 1 && <span className="vr" />}
      {me.seat === 'control' && (
        <a className="btn plain small rv-export" href={`${door}/api/rehearsal/page`} title={t('rehearseHint')}>
          <Icon name="play" />
          {t('rehearse')}
        </a>
      )}
      <a className="btn plain small rv-export" href={`${door}/report?edition=${encodeURIComponent(edition)}`} title={t('reportHint')}>
        <Icon name="print" />
        {t('report')}
      </a>
      <a className="btn plain small rv-export" href={exportPath(`${door}/`, edition)} download title={t('exportHint')}>
        <Icon name="download" />
        {t('export')}
      </a>
    </>
  );
  return (
    <Marked title={text(title)} emergency={emergency}>
      <TopBar start={<Heading />} acts={acts} end={<RaiseEmergency />} />
      {loading.loaded && loading.loaded.events.length > 0 ? (
        <DirectoryProvider seats={loading.loaded.whole.seats}>
          <PolicyProvider policy={policyOf(loading.loaded.whole)}>
            <Loaded key={edition} loaded={loading.loaded} loading={loading} edition={edition} look={{ tab, choose, view, setView }} />
          </PolicyProvider>
        </DirectoryProvider>
      ) : (
        <NotLoaded loading={loading} />
      )}
    </Marked>
  );
}

/** What is reviewed, and how it stands with it. */
function Heading() {
  const t = useWords('review');
  const text = useText();
  const { world, door } = useSeat();
  const { title, start } = useDirectory();
  const reading = world.clock.reading;
  const status = reading?.status ?? 'ready';
  return (
    <>
      <a className="rv-back" href={`${door}/`} aria-label={t('back')} title={t('back')}>
        <Icon name="back" />
      </a>
      <h1 className="title">{t('review')}</h1>
      <span className="strong small rv-title">{text(title)}</span>
      <StatusChip state={status} {...(status === 'ended' && reading ? { detail: shortTime(start, reading.at) } : {})} />
    </>
  );
}

function Loaded({
  loaded,
  loading,
  edition,
  look,
}: {
  readonly loaded: LoadedEdition;
  readonly loading: EditionLoading;
  readonly edition: Edition;
  readonly look: Pick<Reviewed, 'tab' | 'choose' | 'view' | 'setView'>;
}) {
  const { events, whole, replay } = loaded;
  const wording = useWording();
  const end = endOf(events, whole);
  const [moment, goTo] = useState<Moment>(() => momentAt(events, asked() ?? events.at(-1)?.at ?? 0, end));
  const parts = useReviewParts();
  const { door, me } = useSeat();
  // Only lead control’s own record is that of the run; through other eyes one looks at something else.
  const noted = useMemo(() => (edition === me.seat ? openedFor(`${door}/`) : undefined), [edition, me.seat, door]);
  const [opened, open] = useState<Opened | undefined>(() => {
    const key = noted && markOf(marksOf(parts, { world: whole, edition, events, end }), noted.thing);
    return key === undefined ? undefined : { key };
  });
  const moveTo = useCallback((at: number) => goTo(momentAt(events, at, end)), [events, end]);
  const playing = usePlaying(moment.at, end, moveTo);
  const world = replay.worldAfter(moment.count);
  const review: Reviewed = { edition, events, whole, world, moment, end, wording, opened, open, goTo, ...look };
  const printing = usePrinting();
  return (
    <ReviewProvider value={review}>
      {printing ? (
        <Printed edition={edition} />
      ) : (
        <>
          {noted && <OpenedForBar noted={noted} />}
          <Questions loading={loading} />
          <Scrubber playing={playing} />
        </>
      )}
    </ReviewProvider>
  );
}

/** Tabs by question, the answer, and beside it what was chosen. */
function Questions({ loading }: { readonly loading: EditionLoading }) {
  const t = useWords('review');
  const { whole } = loading.loaded as LoadedEdition;
  const tabs = tabsOf(useReviewParts(), whole);
  const { tab: chosen, choose } = useReview();
  const { name: tab, Tab } = tabs.find((t) => t.name === chosen) ?? HAPPENED;
  return (
    <main className="rv-main">
      <div className="rv-tabrow">
        <Tabs tabs={tabs} tab={tab} choose={choose} />
        <span className="grow" />
        <span role="status">
          {loading.fresh > 0 && (
            <Button size="small" pressed title={t('freshHint')} onClick={loading.takeFresh}>
              {t('fresh', { count: loading.fresh })}
            </Button>
          )}
        </span>
      </div>
      <div className="rv-columns">
        <div id="rv-panel" role="tabpanel" aria-labelledby={`rv-tab-${tab}`} className="rv-answer">
          <Tab />
        </div>
        <Detail />
      </div>
    </main>
  );
}

/** *What happened?*, with the figures of all. */
function Happened() {
  return (
    <>
      <HappenedFigures />
      <HappenedTab />
    </>
  );
}

const HAPPENED: TabGiven = { name: 'happened', order: 0, count: () => 1, Tab: Happened };

/** The questions that this record can answer: what it does not hold has no tab. */
function tabsOf(parts: readonly ReviewPart[], whole: LoadedEdition['whole']): readonly TabGiven[] {
  const more = (name: string): number => parts.reduce((sum, part) => sum + (part.within?.[name]?.count(whole) ?? 0), 0);
  return ordered([HAPPENED, ...parts.flatMap((part) => part.tabs ?? [])]).filter((tab) => tab.count(whole) + more(tab.name) > 0);
}

/** True while the browser prints: the screen gives way to the sheet, from the button as from Ctrl+P. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = (): void => flushSync(() => setPrinting(true));
    const after = (): void => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

function Printed({ edition }: { readonly edition: Edition }) {
  const sideName = useSideName();
  return <PrintSheet side={sideName(edition)} />;
}
