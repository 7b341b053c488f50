import type { Address, Answer, Command, Ms, World } from '@entente/engine';
import { clockStatus, rosterOfWorld, scenarioNow } from '@entente/engine';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useWords } from '../i18n/words.ts';
import { DirectoryProvider } from '../kit/Directory.tsx';
import { PolicyProvider } from '../kit/Labels.tsx';
import { Marked } from '../kit/Marking.tsx';
import { ErrorState } from '../kit/Panel.tsx';
import { policyOf } from '../kit/policyOf.ts';
import { SpeedProvider } from '../kit/speed.ts';
import { forgetDoor } from './been.ts';
import { forgetDrafts, useTakenAlong } from './drafts.ts';
import type { LineStatus, PresentPerson } from './follow.ts';
import { type Me, SeatStore } from './SeatStore.ts';
import { type Over, SessionOver } from './SessionOver.tsx';
import { postTo } from './send.ts';
import type { Touched } from './Touched.ts';
import { feedTransport } from './transport.ts';
import { whileWriting } from './writing.ts';

/** What every screen of a seat stands on. `version` grows with every change of `world`, which is one object changed in place. */
export interface Seat {
  readonly door: string;
  readonly me: Me;
  readonly world: World;
  readonly version: number;
  /** Which things changed of late, for those who show many. */
  readonly touched: Touched;
  readonly status: LineStatus;
  readonly presence: readonly PresentPerson[];
  /** True while the server can keep nothing: nothing can be done until its disk has room. */
  readonly stopped: boolean;
  /** True while something that was sent waits for its answer longer than usual. */
  readonly waiting: boolean;
  /** To lead control: by how many ms the clock of the server's machine was set of late; negative: back. */
  readonly machineSet: number | undefined;
  /** In whose name forms act here, if not in the own seat’s: control’s hand does. */
  readonly acting?: Address | undefined;
  send(command: Command): Promise<Answer>;
  /** The server's wall time, ms. */
  wall(): number;
  /** Ends the session on the server and empties this tab. */
  leave(): Promise<void>;
}

const SEATING: ReadonlySet<string> = new Set(['TakeSeat', 'HandOver', 'LeaveSeat']);
const Current = createContext<Seat | undefined>(undefined);

/** @throws if there is no seat around: a mistake in the composition of screens. */
export function useSeat(): Seat {
  const seat = useContext(Current);
  if (!seat) throw new Error('useSeat stands inside a SeatProvider');
  return seat;
}

/**
 * What stands inside looks and acts as that seat: its forms are the seat’s own, and every command says for whom it is (`speaker`).
 * The world stays the hand’s, so a form asks of it what the seat has there and no more. For rooms whose commands take a speaker.
 */
export function ActingFor({ seat, children }: { readonly seat: Address; readonly children: ReactNode }) {
  const own = useSeat();
  const party = rosterOfWorld(own.world)?.partyOf(seat);
  const as: Seat = {
    ...own,
    me: { ...own.me, seat, kind: 'player', party, cell: undefined },
    acting: seat,
    send: (command) => own.send({ ...command, speaker: seat } as Command),
  };
  return <Current value={as}>{children}</Current>;
}

function SeatGiven({ value, children }: { readonly value: Seat; readonly children: ReactNode }) {
  return (
    <Current value={value}>
      <DirectoryProvider seats={value.world.seats}>
        <PolicyProvider policy={policyOf(value.world)}>
          <SpeedProvider value={value.world.clock.reading?.rate ?? 1}>{children}</SpeedProvider>
        </PolicyProvider>
      </DirectoryProvider>
    </Current>
  );
}

/** Opens the door's session: who am I, then the feed. `door` is the path `/s/DOOR`. */
export function SeatProvider({ door, children }: { readonly door: string; readonly children: ReactNode }) {
  const [me, setMe] = useState<Me | 'unreached' | undefined>();
  const [attempt, setAttempt] = useState(0);
  const store = useMemo(() => new SeatStore(door, feedTransport(door), postTo(door)), [door]);
  const { version, status, presence, stopped, waiting, machineSet } = useSyncExternalStore(store.subscribe, store.snapshot);
  const [over, setOver] = useState<Over | undefined>();
  const kept = useTakenAlong(over === 'revoked', door);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again
  useEffect(() => {
    let current = true;
    whoAmI(door).then(
      (found) => current && (found ? setMe(found) : setOver('revoked')),
      () => current && setMe('unreached'),
    );
    return () => {
      current = false;
    };
  }, [door, attempt]);

  const known = me !== undefined && me !== 'unreached';
  useEffect(() => {
    if (!known || over) return;
    return attend(store, door);
  }, [store, door, known, over]);

  useMoreAtTheEnd(door, known && me.kind === 'control' && clockStatus(store.world) === 'ended', setMe);

  useEffect(() => {
    if (status === 'revoked') setOver((o) => o ?? 'revoked');
  }, [status]);

  if (over) return <SessionOver why={over} kept={kept} />;
  if (me === 'unreached') {
    const again = () => {
      setMe(undefined);
      setAttempt(attempt + 1);
    };
    return <NotReached again={again} />;
  }
  if (!known || (version === 0 && status === 'connecting')) return <Opening />;
  const leave = async () => {
    await fetch(`${door}/api/leave`, { method: 'POST' }).catch(() => undefined);
    store.stop();
    forgetDrafts(door);
    forgetDoor(door);
    setOver('left');
  };
  const send = async (command: Command): Promise<Answer> => {
    const answer = await store.send(command);
    // The answer to the hand-over itself was lost: whether it was done is not to be found out with a cookie that is void.
    if (!answer.ok && answer.rejection.code === 'gone' && command.type === 'HandOver') setOver('unconfirmed');
    // Who sits here is the server's to say: ask again after each change of hands.
    if (answer.ok && SEATING.has(command.type)) {
      const now = await whoAmI(door).catch(() => undefined);
      if (now) setMe(now);
    }
    return answer;
  };
  const told = { version, status, presence, stopped, waiting, machineSet };
  const seat: Seat = { door, me, world: store.world, touched: store.touched, ...told, send, wall: () => store.wall(), leave };
  return <SeatGiven value={seat}>{children}</SeatGiven>;
}

/** Follows the exercise while the page is open, and says whether somebody is at it. Gives what ends it. */
function attend(store: SeatStore, door: string): () => void {
  store.start();
  const wake = () => store.wake();
  const cut = () => store.cut();
  const seen = () => {
    if (!document.hidden) store.wake();
    void tellPresence(door, document.hidden ? 'away' : 'present');
  };
  seen();
  window.addEventListener('online', wake);
  window.addEventListener('offline', cut);
  document.addEventListener('visibilitychange', seen);
  const quiet = whileWriting(door, () => void tellPresence(door, 'present'));
  return () => {
    window.removeEventListener('online', wake);
    window.removeEventListener('offline', cut);
    document.removeEventListener('visibilitychange', seen);
    quiet();
    store.stop();
  };
}

/** Once the exercise has ended lead control may open more editions of the review: it asks anew. */
function useMoreAtTheEnd(door: string, ended: boolean, told: (me: Me) => void): void {
  useEffect(() => {
    if (!ended) return;
    whoAmI(door).then(
      (found) => found && told(found),
      () => undefined, // not reached just now: what there was stays
    );
  }, [door, ended, told]);
}

/** Scenario ms, ticking while the clock runs: each second, or `every` so many ms where nothing shows seconds. */
export function useNow(every = 1000): Ms {
  const { world, wall } = useSeat();
  useBeat(every);
  return scenarioNow(world, wall());
}

/** The same, and between two beats it changes with the record alone: what is reckoned from it is not reckoned anew because something was pressed. */
export function useSteadyNow(every: number): Ms {
  const { world, wall, version } = useSeat();
  const beat = useBeat(every);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world changes in place; its version and the beat tell when
  return useMemo(() => scenarioNow(world, wall()), [world, version, beat]);
}

/** Counts up while the clock runs. */
function useBeat(every: number): number {
  const running = clockStatus(useSeat().world) === 'running';
  const [beat, tick] = useState(0);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => tick((n) => n + 1), every);
    return () => clearInterval(timer);
  }, [running, every]);
  return beat;
}

async function whoAmI(door: string): Promise<Me | undefined> {
  const response = await fetch(`${door}/api/me`, { cache: 'no-store' });
  if (response.status === 401 || response.status === 403 || response.status === 404) return undefined;
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return (await response.json()) as Me;
}

async function tellPresence(door: string, here: 'present' | 'away'): Promise<void> {
  await fetch(`${door}/api/presence`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ here }),
  }).catch(() => undefined);
}

function Opening() {
  const t = useWords('kit');
  return (
    <Marked title="Entente">
      <main className="empty" aria-busy="true">
        <h1 className="strong">{t('loading')}</h1>
      </main>
    </Marked>
  );
}

function NotReached({ again }: { readonly again: () => void }) {
  const t = useWords('connection');
  return (
    <Marked title="Entente">
      <main>
        <ErrorState title={t('unreached.title')} again={again}>
          {t('unreached.text')}
        </ErrorState>
      </main>
    </Marked>
  );
}
