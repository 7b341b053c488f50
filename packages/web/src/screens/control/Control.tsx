import './control.css';
import './hand/hand.css';
import './msel/timeline.css';
import './side.css';
import './below.css';
import './narrow.css';
import './phone.css';
import { clockStatus, waiting } from '@entente/engine';
import { useMediaQuery } from '@mantine/hooks';
import { openSpotlight } from '@mantine/spotlight';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { SeatFrame } from '../../connection/SeatFrame.tsx';
import { useNow, useSeat } from '../../connection/SeatProvider.tsx';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { ControlProvider, type ControlView, type Side, useControl } from '../../kit/control/controlContext.ts';
import type { Entry, Viewer } from '../../kit/control/entry.ts';
import type { Target } from '../../kit/control/happening.ts';
import { Names } from '../../kit/control/names.ts';
import { type ControlPart, ControlPartsProvider, useControlParts } from '../../kit/control/part.ts';
import { presenceView } from '../../kit/control/presenceView.ts';
import { termsOf, waitsForWords } from '../../kit/control/waitsFor.ts';
import { AddressMark } from '../../kit/Names.tsx';
import { useTitle } from '../../kit/title.ts';
import { useBackCloses } from '../../kit/useBackCloses.ts';
import { Commands } from './Commands.tsx';
import { centresOf } from './centre.ts';
import { handCards } from './hand/hand.ts';
import { isTyping, NeedsHand } from './hand/NeedsHand.tsx';
import { MselTable } from './msel/MselTable.tsx';
import { entriesOf, type Filter } from './msel/msel.ts';
import { Timeline } from './msel/Timeline.tsx';
import { Toolbar, type View } from './msel/Toolbar.tsx';
import type { TimeWindow } from './msel/timeWindow.ts';
import { CentreTabs, type Place, Places } from './Places.tsx';
import { SideColumn } from './SideColumn.tsx';
import { StreamPanel } from './stream/StreamPanel.tsx';

/** The controller's screen: what needs my hand, the MSEL as a timeline, what I selected, who is here, what happens. */
export function Control({ parts }: { readonly parts: readonly ControlPart[] }) {
  const view = useControlView(parts);
  const { world } = useSeat();
  if (!world.seats.exercise) return <Waiting />;
  return (
    <ControlPartsProvider value={parts}>
      <ControlProvider value={view}>
        <SeatFrame controls={parts.map(({ Bar, room }) => Bar && <Bar key={room} />)} who={<Who />} acts={<PaletteButton />}>
          <Desk />
        </SeatFrame>
      </ControlProvider>
    </ControlPartsProvider>
  );
}

/** The shared view of this screen, made anew when the world, the minute-hand or the language changes. */
function useControlView(parts: readonly ControlPart[]): ControlView {
  const { world, me, version, presence } = useSeat();
  const now = useNow(handMs(world.clock.reading?.rate ?? 1));
  const say = useWords('control');
  const pick = useText();
  const [selection, setSelection] = useState<Target>();
  const [side, setSide] = useState<Side>();
  const viewer = useMemo<Viewer>(() => ({ address: me.seat, party: me.party }), [me.seat, me.party]);
  const { exercise, directory } = world.seats;
  // biome-ignore lint/correctness/useExhaustiveDependencies: names change only with these two facts
  const names = useMemo(() => new Names(world.seats), [exercise, directory]);
  // Statuses move by events; the clock alone only decides what is past, so every ten seconds is enough.
  const beat = Math.floor(now / 10_000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world is one object; its version says when it changed
  const entries = useMemo(() => entriesOf(parts, world, viewer, names, now), [parts, world, version, viewer, names, beat]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const present = useMemo(
    () =>
      presenceView(
        world,
        names,
        presence,
        names.parties.filter((p) => viewer.party === undefined || p.id === viewer.party).map((p) => p.id),
      ),
    [world, version, names, presence, viewer],
  );
  const select = useCallback((target: Target | undefined) => {
    setSelection(target);
    setSide(target ? { kind: 'detail' } : undefined);
  }, []);
  const open = useCallback((next: Side | undefined) => {
    setSide(next);
    if (next === undefined) setSelection(undefined);
  }, []);
  return {
    world,
    viewer,
    lead: viewer.party === undefined,
    names,
    now,
    start: exercise?.start ?? '',
    duration: exercise?.duration ?? 0,
    ended: clockStatus(world) === 'ended',
    entries,
    present,
    selection,
    side,
    say,
    pick,
    select,
    open,
  };
}

/** Wall ms between two moves of the now-line: ten seconds of the scenario, but no longer than five of the wall. The clock ticks by itself. */
const handMs = (rate: number): number => Math.max(1_000, Math.min(5_000, 10_000 / rate));

/** What waits for this controller's hand: its cards, and the ids of what they are about. */
function useHand() {
  const { world, viewer, names, now } = useControl();
  const { version } = useSeat();
  const parts = useControlParts();
  const beat = Math.floor(now / 1000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world is one object; version and second say when to look again
  const items = useMemo(
    () => waiting(world, viewer.address, now).filter((w) => w.press !== 'aside'),
    [world, version, viewer.address, beat],
  );
  const cards = handCards(parts, world, viewer, names, now, items);
  const handIds = items
    .filter((i) => i.kind !== 'emergency')
    .map((i) => i.id)
    .join();
  const hands = useMemo(() => new Set(handIds === '' ? [] : handIds.split(',')), [handIds]);
  return { cards, hands };
}

/** The four parts of the screen. */
function Desk() {
  const { world, say, side, open, ended } = useControl();
  const { version } = useSeat();
  const parts = useControlParts();
  const [filter, setFilter] = useState<Filter>({ mine: false });
  const [view, setView] = useState<View>('timeline');
  const [place, setPlace] = useState<Place>('hand');
  const [centre, setCentre] = useState('msel');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  // A phone has no room for lanes: the same lines as a table.
  const phone = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false });
  useBackCloses(phone && place !== 'hand', () => setPlace('hand'));
  useBackCloses(phone && side !== undefined, () => open(undefined));
  const [window, setWindow] = useState<TimeWindow>({ span: 2 * 3_600_000 });
  const { cards, hands } = useHand();
  useTabTitle(cards.length);
  const waitsFor = useWaitsFor();
  useScreenKeys();
  const centres = centresOf(parts, world, cards, centre);
  const shown = centres.find((c) => c.name === centre) ?? centres[0];
  const Centre = shown?.Place;
  const go = (next: Place): void => {
    setPlace(next);
    if (next !== 'hand' && next !== 'stream') setCentre(next);
  };
  const goMsel = (next: View): void => {
    setView(next);
    go('msel');
  };
  const fold = (lane: string): void => {
    const next = new Set(folded);
    if (!next.delete(lane)) next.add(lane);
    setFolded(next);
  };
  return (
    <div className={`ct${side ? ' with-side' : ''}`}>
      {ended && <EndedBar />}
      <main className="ct-desk" data-place={place}>
        <h1 className="unseen">{say('who.control')}</h1>
        <NeedsHand cards={cards} />
        <section className="ct-panel ct-msel" aria-label={useWords(shown?.words ?? 'control')(`centre.${shown?.name}`)}>
          <header className="ct-head ct-toolbar">
            <CentreTabs centres={centres} centre={centre} go={go} />
            <span className="ct-grow" />
            {!Centre && (
              <Toolbar
                filter={filter}
                setFilter={setFilter}
                view={phone ? 'table' : view}
                setView={setView}
                window={window}
                setWindow={setWindow}
              />
            )}
          </header>
          {Centre ? (
            <Centre />
          ) : view === 'timeline' && !phone ? (
            <Timeline filter={filter} window={window} setWindow={setWindow} hands={hands} waitsFor={waitsFor} folded={folded} fold={fold} />
          ) : (
            <MselTable filter={filter} hands={hands} waitsFor={waitsFor} />
          )}
        </section>
        <SideColumn hands={hands} waitsFor={waitsFor} />
        <Below version={version} />
      </main>
      <Places centres={centres} place={place} hand={cards.length} go={go} />
      <Commands centres={centres} go={go} setView={goMsel} />
    </div>
  );
}

/** The browser's tab: how much needs whose hand in which exercise. */
function useTabTitle(cards: number): void {
  const { world, viewer, names, say, pick, lead } = useControl();
  const who = lead ? say('who.leadControl') : say('who.controlOf', { party: pick(names.party(viewer.party)?.name) });
  useTitle(cards, who, pick(world.seats.exercise?.title));
}

/** What a line waits for, in words. */
function useWaitsFor(): (entry: Entry) => string {
  const { world, viewer, names, start, say, pick } = useControl();
  const { version } = useSeat();
  const parts = useControlParts();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world is one object; its version says when it changed
  const terms = useMemo(
    () => termsOf(parts, world, names, start, viewer.party, pick, say),
    [parts, world, version, names, start, viewer, pick, say],
  );
  return useCallback((entry: Entry) => waitsForWords(entry, terms, say), [terms, say]);
}

/** Presence and stream side by side; on a narrow screen one at a time. */
function Below({ version }: { version: number }) {
  const { say } = useControl();
  const [tab, setTab] = useState<'presence' | 'stream'>('stream');
  return (
    <div className="ct-below" data-tab={tab}>
      <fieldset className="ct-below-tabs" aria-label={say('below.choose')}>
        {(['stream', 'presence'] as const).map((t) => (
          <button key={t} type="button" aria-pressed={t === tab} onClick={() => setTab(t)}>
            {say(`${t}.title`)}
          </button>
        ))}
      </fieldset>
      {useControlParts().map(({ Beside, room }) => Beside && <Beside key={room} />)}
      <StreamPanel version={version} />
    </div>
  );
}

function Who() {
  const { viewer, lead, say, names, pick } = useControl();
  return (
    <span className="ct-inline">
      <AddressMark address="control" />
      {lead ? (
        <strong className="ct-wide">{say('who.lead')}</strong>
      ) : (
        <>
          <AddressMark address={`party:${viewer.party}`} />
          <strong className="ct-wide">{pick(names.party(viewer.party)?.name)}</strong>
        </>
      )}
    </span>
  );
}

function PaletteButton() {
  const { say, lead, open } = useControl();
  return (
    <>
      {lead && (
        <Button size="small" kind="quiet" className="ct-xwide" onClick={() => open({ kind: 'state' })}>
          {say('state.short')}
        </Button>
      )}
      <Button size="small" icon="search" aria-label={`${say('palette.open')}, Ctrl K`} title={say('palette.open')} onClick={openSpotlight}>
        <kbd className="ct-wide ct-key">Ctrl K</kbd>
      </Button>
    </>
  );
}

function EndedBar() {
  const { say } = useControl();
  const { door } = useSeat();
  return (
    <div className="ct-ended" role="status">
      <strong>{say('end.ended')}</strong> <span>{say('end.endedHint')}</span>
      <a className="btn main small" href={`${door}/review`}>
        {say('palette.review')}
      </a>
    </div>
  );
}

/** n: a note; i: improvise. Never while somebody types. */
function useScreenKeys(): void {
  const { open, ended } = useControl();
  useEffect(() => {
    const onKey = (e: KeyboardEvent): void => {
      if (e.ctrlKey || e.metaKey || e.altKey || isTyping(e.target)) return;
      if (e.key === 'n' || (e.key === 'i' && !ended)) {
        e.preventDefault();
        open({ kind: e.key === 'n' ? 'note' : 'improvise' });
      } else if (e.key === 'Escape' && !document.querySelector('[role=dialog]')) open(undefined);
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, [open, ended]);
}

/** The world has not come yet: the layout stands, nothing jumps. */
function Waiting() {
  const say = useWords('control');
  return (
    <SeatFrame>
      <div className="ct" aria-busy="true">
        <main className="ct-desk">
          <section className="ct-panel ct-hand">
            <p className="ct-empty">{say('loading')}</p>
          </section>
          <section className="ct-panel ct-msel" />
          <div className="ct-below" />
        </main>
      </div>
    </SeatFrame>
  );
}
