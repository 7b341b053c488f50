import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { partsOf } from './capabilities/index.ts';
import { SeatProvider, useSeat } from './connection/SeatProvider.tsx';
import { learn } from './i18n/words.ts';
import { Kit } from './kit/Kit.tsx';
import { Nowhere } from './kit/Nowhere.tsx';
import { screen } from './kit/Part.tsx';
import { ScreenBoundary } from './kit/ScreenBoundary.tsx';

// The folders whose words a screen says; a test holds that none is missing.
const Lobby = screen(['lobby'], async () => (await import('./screens/lobby/Lobby.tsx')).Lobby);
const Join = screen(['join'], async () => (await import('./screens/join/Join.tsx')).Join);
const SeatScreen = screen(
  ['seat'],
  async () => (await import('./screens/seat/SeatScreen.tsx')).SeatScreen,
  () => partsOf('seat'),
);
const Control = screen(
  ['control', 'review'],
  async () => (await import('./screens/control/Control.tsx')).Control,
  () => partsOf('control'),
);
const Evaluation = screen(
  ['control', 'review'],
  async () => (await import('./screens/control/evaluation/Evaluation.tsx')).Evaluation,
  () => partsOf('look'),
);
const Review = screen(
  ['review'],
  async () => (await import('./screens/review/Review.tsx')).Review,
  () => partsOf('review'),
);
const Report = screen(
  ['report', 'review'],
  async () => (await import('./screens/report/Report.tsx')).Report,
  () => Promise.all([partsOf('report'), partsOf('review')]),
);
const TakeSeat = screen(['join'], async () => (await import('./screens/join/TakeSeat.tsx')).TakeSeat);
const PublicScreen = screen(
  ['public'],
  async () => (await import('./screens/public/PublicScreen.tsx')).PublicScreen,
  () => partsOf('public'),
);

/** `/` lobby · `/join` · `/s/DOOR/` the seat's own screen · `/s/DOOR/review` · `/s/DOOR/report`; anything else is nowhere. */
function App() {
  const door = /^(\/s\/[^/]+)\/?(review|report)?\/?$/.exec(location.pathname);
  if (door?.[1]) {
    return (
      <SeatProvider door={door[1]}>
        <SeatRoutes page={door[2]} />
      </SeatProvider>
    );
  }
  if (location.pathname === '/') return <Lobby />;
  return /^\/join\/?$/.test(location.pathname) ? <Join /> : <Nowhere />;
}

function SeatRoutes({ page }: { readonly page: string | undefined }) {
  const { me } = useSeat();
  const acts = me.kind === 'player' || me.kind === 'control' || me.kind === 'evaluators';
  if (acts && me.person === undefined && page === undefined) return <TakeSeat />;
  if (page === 'review') return <Review />;
  if (page === 'report') return <Report />;
  if (me.kind === 'control') return <Control />;
  if (me.kind === 'evaluators') return <Evaluation />;
  return me.kind === 'public' ? <PublicScreen /> : <SeatScreen />;
}

const root = document.getElementById('root') as HTMLElement;
learn().then(
  () =>
    createRoot(root).render(
      <StrictMode>
        <Kit>
          <ScreenBoundary>
            <Suspense>
              <App />
            </Suspense>
          </ScreenBoundary>
        </Kit>
      </StrictMode>,
    ),
  () => {
    root.textContent = 'Entente could not be loaded. Load the page anew. · 화면을 불러오지 못했습니다. 페이지를 다시 불러오십시오.';
  },
);
