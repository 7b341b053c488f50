import './forms.css';
import './Lobby.css';
import { useEffect, useState } from 'react';
import { usePreferences } from '../../i18n/preferences.ts';
import { useWords } from '../../i18n/words.ts';
import { Icon } from '../../kit/icons.tsx';
import { Marked } from '../../kit/Marking.tsx';
import { ErrorState } from '../../kit/Panel.tsx';
import { part } from '../../kit/Part.tsx';
import { TopBar } from '../../kit/TopBar.tsx';
import { useTitle } from '../../kit/title.ts';
import { wallClock } from '../../kit/WallAge.tsx';
import type { ApiFailure, Lobby as LobbyContent } from './api.ts';
import { CreateExercise } from './CreateExercise.tsx';
import { DirectorLink, NoDirector } from './DirectorLink.tsx';
import { ExerciseTable } from './ExerciseTable.tsx';
import { LinksPage } from './LinksPage.tsx';
import type { Place } from './place.ts';
import { ReadScenario } from './ReadScenario.tsx';
import { ScenarioCards } from './ScenarioCards.tsx';
import { type LobbyState, useLobby } from './useLobby.ts';
import { usePlace } from './usePlace.ts';

/** It is as large as the lobby, and few open it. */
const ImportScreen = part(async () => (await import('./import/ImportScreen.tsx')).ImportScreen, 'import');

const ScenarioWorkbook = part(async () => (await import('./ScenarioWorkbook.tsx')).ScenarioWorkbook, 'workbook');

/** The director's first screen: exercises with their next act, scenarios with what the check says. `/` */
export function Lobby() {
  const { place, go } = usePlace();
  const t = useWords('lobby');
  useTitle(0, t('screen'));
  const enter = (): void => {
    // The spent token does not stay in the address, nor in the history.
    history.replaceState(null, '', '/');
    go({ at: 'lobby' });
  };
  if (place.at === 'import')
    return (
      <Marked title="Entente">
        <ImportScreen />
      </Marked>
    );
  return (
    <Marked title="Entente">
      <TopBar
        start={
          <>
            <a className="lb-brand title" href="#/">
              Entente
            </a>
            <span className="vr lb-wide" />
            <span className="dim lb-wide">{t('tagline')}</span>
          </>
        }
        acts={<OwnTime />}
      />
      <div className="lb-body scroll">
        {place.at === 'director' ? <DirectorLink token={place.token} done={enter} /> : <Directed place={place} go={go} />}
      </div>
    </Marked>
  );
}

type Go = (place: Place) => void;

function Directed({ place, go }: { readonly place: Place; readonly go: Go }) {
  const state = useLobby();
  const { lobby, failure } = state;
  if (failure?.status === 401 || failure?.status === 403) return <NoDirector />;
  if (!lobby)
    return failure ? (
      <main className="lb-page">
        <NotLoaded failure={failure} again={state.refresh} />
      </main>
    ) : (
      <Waiting />
    );
  switch (place.at) {
    case 'create':
      return <CreateExercise lobby={lobby} scenario={place.scenario} />;
    case 'links':
      return <LinksPage key={place.exercise} exercise={place.exercise} />;
    case 'read':
      return <ReadScenario id={place.scenario} go={go} />;
    case 'workbook':
      return <ScenarioWorkbook key={place.scenario} id={place.scenario} />;
    default:
      return <Home lobby={lobby} state={state} go={go} />;
  }
}

function Home({ lobby, state, go }: { readonly lobby: LobbyContent; readonly state: LobbyState; readonly go: Go }) {
  const t = useWords('lobby');
  return (
    <main className="lb-page">
      <h1 className="unseen">Entente</h1>
      {state.failure && <NotLoaded failure={state.failure} again={state.refresh} />}
      <ExerciseTable lobby={lobby} refreshing={state.refreshing} refresh={state.refresh} go={go} />
      <ScenarioCards lobby={lobby} refresh={state.refresh} go={go} />
      <p className="row small dim lb-local">
        <Icon name="lock" />
        {t('local')}
      </p>
    </main>
  );
}

function NotLoaded({ failure, again }: { readonly failure: ApiFailure; readonly again: () => void }) {
  const t = useWords('lobby');
  return (
    <ErrorState title={t('failed.title')} again={again}>
      {failure.status === 0 ? t('failed.network') : t('failed.other', { status: failure.status, detail: failure.message })}
    </ErrorState>
  );
}

/** Keeps the layout while the first answer is on its way. */
function Waiting() {
  const t = useWords('lobby');
  return (
    <main className="lb-page" aria-busy="true" aria-label={t('loading')}>
      <div className="lb-bone" />
      <div className="lb-bone tall" />
      <div className="lb-cards">
        <div className="lb-bone card" />
        <div className="lb-bone card" />
        <div className="lb-bone card" />
      </div>
    </main>
  );
}

const QUARTER_MINUTE = 15_000;

/** The wall clock of whoever looks: scenario times stand beside it. */
function OwnTime() {
  const t = useWords('lobby');
  const { language } = usePreferences();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), QUARTER_MINUTE);
    return () => clearInterval(timer);
  }, []);
  const locale = language === 'ko' ? 'ko' : 'en-GB';
  return (
    <div className="lb-time small lb-wide">
      <span className="dim">{t('yourTime')}</span>
      <b>{wallClock(now.getTime())}</b>
      <span className="dim">
        {now
          .toLocaleDateString(locale, { weekday: 'short', day: 'numeric', month: language === 'ko' ? 'numeric' : 'long' })
          .replace(',', '')}
      </span>
    </div>
  );
}
