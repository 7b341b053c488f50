import './report.css';
import { useEffect, useState } from 'react';
import { RaiseEmergency, useEmergency, useSeat } from '../../connection/index.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { DirectoryProvider } from '../../kit/Directory.tsx';
import { Icon } from '../../kit/icons.tsx';
import { PolicyProvider } from '../../kit/Labels.tsx';
import { Marked } from '../../kit/Marking.tsx';
import { EmptyState, ErrorState } from '../../kit/Panel.tsx';
import { policyOf } from '../../kit/policyOf.ts';
import { type ReportPart, ReportPartsProvider } from '../../kit/report/part.ts';
import { type ReviewPart, ReviewPartsProvider } from '../../kit/review/part.ts';
import { choices, type Edition } from '../../kit/review/side.ts';
import { TopBar } from '../../kit/TopBar.tsx';
import { useTitle } from '../../kit/title.ts';
import { NotLoaded } from '../review/record/NotLoaded.tsx';
import { SeeAs } from '../review/record/SeeAs.tsx';
import { useEdition } from '../review/record/useEdition.ts';
import { Sheets } from './Sheets.tsx';
import { TableFiles } from './TableFiles.tsx';

type Parts = readonly [report: readonly ReportPart[], review: readonly ReviewPart[]];

/** A report for a chosen audience, made to be printed. `/s/DOOR/report?edition=…`; without one, the own side's. */
export function Report({ parts: [report, review] }: { readonly parts: Parts }) {
  return (
    <ReviewPartsProvider value={review}>
      <ReportPartsProvider value={report}>
        <Screen />
      </ReportPartsProvider>
    </ReviewPartsProvider>
  );
}

function Screen() {
  const { door, me, world } = useSeat();
  const emergency = useEmergency();
  const [edition, setEdition] = useState<Edition>(() => new URLSearchParams(location.search).get('edition') ?? me.seat);
  const [listed, list] = useState(false);
  const [shown, show] = useState<Edition>();
  const t = useWords('report');
  const text = useText();
  useTitle(0, t('title'), text(world.seats.exercise?.title));
  // The address says which audience it is for, so that the page can be opened again.
  const choose = (chosen: Edition): void => {
    history.replaceState(null, '', `?edition=${encodeURIComponent(chosen)}`);
    setEdition(chosen);
  };
  const acts = (
    <>
      <SeeAs editions={choices(me.seat, me.editions)} edition={edition} choose={choose} label={t('audience')} />
      <label className="row small rp-option">
        <input type="checkbox" checked={listed} onChange={(e) => list(e.target.checked)} />
        {t('withList')}
      </label>
      <TableFiles name={`report-${edition.replace(':', '-')}`} ready={shown === edition} />
      <Button kind="main" icon="print" size="small" onClick={() => window.print()}>
        {t('print')}
      </Button>
    </>
  );
  return (
    <Marked title={text(world.seats.exercise?.title)} emergency={emergency}>
      <TopBar
        start={
          <>
            <a className="rv-back" href={`${door}/review`} aria-label={t('back')} title={t('back')}>
              <Icon name="back" />
            </a>
            <h1 className="title">{t('title')}</h1>
          </>
        }
        acts={acts}
        end={<RaiseEmergency />}
      />
      <Loaded key={edition} edition={edition} listed={listed} show={show} />
    </Marked>
  );
}

interface LoadedProps {
  readonly edition: Edition;
  readonly listed: boolean;
  /** Told which edition's pages stand here. */
  readonly show: (edition: Edition | undefined) => void;
}

/** Loads the edition by its own address: whoever may not open it gets the answer that everybody gets. */
function Loaded({ edition, listed, show }: LoadedProps) {
  const { door, me } = useSeat();
  const t = useWords('report');
  const loading = useEdition(`${door}/`, edition, me.seat);
  const { loaded } = loading;
  const stands = loaded !== undefined && loaded.events.length > 0 && loaded.whole.seats.exercise !== undefined;
  useEffect(() => {
    show(stands ? edition : undefined);
    return () => show(undefined);
  }, [stands, edition, show]);
  if (!loaded) return <NotLoaded loading={loading} />;
  if (loaded.events.length === 0)
    return (
      <main>
        <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
      </main>
    );
  if (!loaded.whole.seats.exercise)
    return (
      <main>
        <ErrorState title={t('broken')} again={loading.retry}>
          {t('brokenHint')}
        </ErrorState>
      </main>
    );
  return (
    <main className="rp-desk scroll" aria-label={t('title')}>
      <DirectoryProvider seats={loaded.whole.seats}>
        <PolicyProvider policy={policyOf(loaded.whole)}>
          <Sheets events={loaded.events} edition={edition} listed={listed} />
        </PolicyProvider>
      </DirectoryProvider>
    </main>
  );
}
