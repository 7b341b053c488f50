import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import './i18n/words.ts';
import { SeatProvider, useSeat } from './connection/index.ts';
import { Kit } from './kit/Kit.tsx';
import { ScreenBoundary } from './kit/ScreenBoundary.tsx';

// A screen is loaded when it is opened: a player's phone need not fetch Control.
const Lobby = lazy(async () => ({ default: (await import('./screens/lobby/Lobby.tsx')).Lobby }));
const Join = lazy(async () => ({ default: (await import('./screens/join/Join.tsx')).Join }));
const SeatScreen = lazy(async () => ({ default: (await import('./screens/seat/SeatScreen.tsx')).SeatScreen }));
const Control = lazy(async () => ({ default: (await import('./screens/control/Control.tsx')).Control }));
const Review = lazy(async () => ({ default: (await import('./screens/review/Review.tsx')).Review }));
const Report = lazy(async () => ({ default: (await import('./screens/report/Report.tsx')).Report }));
const TakeSeat = lazy(async () => ({ default: (await import('./screens/join/TakeSeat.tsx')).TakeSeat }));
const PublicScreen = lazy(async () => ({ default: (await import('./screens/public/PublicScreen.tsx')).PublicScreen }));

/** `/` lobby · `/join` · `/s/DOOR/` the seat's own screen · `/s/DOOR/review` · `/s/DOOR/report`. */
function App() {
  const door = /^(\/s\/[^/]+)(?:\/(review|report)?)?/.exec(location.pathname);
  if (door?.[1]) {
    return (
      <SeatProvider door={door[1]}>
        <SeatRoutes page={door[2]} />
      </SeatProvider>
    );
  }
  return location.pathname.startsWith('/join') ? <Join /> : <Lobby />;
}

function SeatRoutes({ page }: { readonly page: string | undefined }) {
  const { me } = useSeat();
  const acts = me.kind === 'player' || me.kind === 'control' || me.kind === 'evaluators';
  if (acts && me.person === undefined && page === undefined) return <TakeSeat />;
  if (page === 'review') return <Review />;
  if (page === 'report') return <Report />;
  if (me.kind === 'control') return <Control />;
  return me.kind === 'public' ? <PublicScreen /> : <SeatScreen />;
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Kit>
      <ScreenBoundary>
        <Suspense>
          <App />
        </Suspense>
      </ScreenBoundary>
    </Kit>
  </StrictMode>,
);
