import './control.css';
import './hand/hand.css';
import './msel/timeline.css';
import './side.css';
import './below.css';
import './narrow.css';
import './phone.css';
import { waiting } from '@entente/engine';
import { openSpotlight } from '@mantine/spotlight';
import { useMemo, useState } from 'react';
import { SeatFrame } from '../../connection/SeatFrame.tsx';
import { useSeat } from '../../connection/SeatProvider.tsx';
import { Button } from '../../kit/Button.tsx';
import { ControlProvider, useControl } from '../../kit/control/controlContext.ts';
import { type ControlPart, ControlPartsProvider, useControlParts } from '../../kit/control/part.ts';
import { speaking } from '../../kit/control/voice.ts';
import { AddressMark } from '../../kit/Names.tsx';
import { part } from '../../kit/Part.tsx';
import { useTitle } from '../../kit/title.ts';
import { Below } from './Below.tsx';
import { act, Commands } from './Commands.tsx';
import { type Centre, centresOf } from './centre.ts';
import { EndedBar } from './Ended.tsx';
import { handCards } from './hand/hand.ts';
import { NeedsHand } from './hand/NeedsHand.tsx';
import { Middle } from './Middle.tsx';
import { Places } from './Places.tsx';
import { SideColumn } from './SideColumn.tsx';
import { useControlView, useWaitsFor } from './useControlView.ts';
import { useDesk } from './useDesk.ts';
import { useGivenActs } from './useGivenActs.tsx';
import { useScreenKeys } from './useScreenKeys.ts';
import { Waiting } from './Waiting.tsx';

/** Few open it, and it brings its own words. */
const WORKBOOK: Centre = {
  name: 'workbook',
  Place: part(async () => (await import('./WorkbookPlace.tsx')).WorkbookPlace, 'workbook'),
  waits: 0,
};

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
  const { world, viewer, say, side, ended, open } = useControl();
  const parts = useControlParts();
  const desk = useDesk('hand');
  const { cards, hands } = useHand();
  // Put aside, a card is counted nowhere, until it is fetched back.
  const [aside, setAside] = useState<ReadonlySet<string>>(new Set());
  const counted = cards.filter((c) => !aside.has(c.key));
  useTabTitle(counted.length);
  const waitsFor = useWaitsFor();
  useScreenKeys({ n: () => open({ kind: 'note' }), i: ended ? undefined : () => open({ kind: 'improvise' }) });
  const { given, problem } = useGivenActs();
  const centres = [...centresOf(parts, world, viewer, counted, desk.centre), ...(desk.centre === WORKBOOK.name ? [WORKBOOK] : [])];
  return (
    <div className={`ct${side ? ' with-side' : ''}`}>
      {ended && <EndedBar />}
      <main className="ct-desk" data-place={desk.place}>
        <h1 className="unseen">{say('who.control')}</h1>
        <NeedsHand cards={cards} aside={aside} setAside={setAside} />
        <Middle
          desk={desk}
          centres={centres}
          hands={hands}
          waitsFor={waitsFor}
          tools={
            <Button
              size="small"
              icon="swap"
              title={say('workbook.open')}
              aria-label={say('workbook.open')}
              onClick={() => desk.go(WORKBOOK.name)}
            >
              {say('workbook.short')}
            </Button>
          }
        />
        <SideColumn hands={hands} waitsFor={waitsFor} />
        <Below acts={<StreamActs />} />
      </main>
      <Places centres={centres} place={desk.place} first={say('hand.title')} count={counted.length} go={desk.go} />
      <Commands centres={centres} desk={desk} given={[...given, act('workbook', say('workbook.open'), () => desk.go(WORKBOOK.name))]} />
      {problem}
    </div>
  );
}

/** What a controller adds to what happens. */
function StreamActs() {
  const { world, say, open, ended } = useControl();
  return (
    <>
      {!ended && (
        <>
          <Button size="small" icon="plus" onClick={() => open({ kind: 'improvise' })}>
            {say('act.improvise')}
          </Button>
          <Button size="small" icon="speak" onClick={() => open(speaking(world))}>
            {say('act.speakAs')}
          </Button>
        </>
      )}
      <Button size="small" icon="note" onClick={() => open({ kind: 'note' })}>
        {say('act.note')} <kbd>N</kbd>
      </Button>
    </>
  );
}

/** The browser's tab: how much needs whose hand in which exercise. */
function useTabTitle(cards: number): void {
  const { world, viewer, names, say, pick, lead } = useControl();
  const who = lead ? say('who.leadControl') : say('who.controlOf', { party: pick(names.party(viewer.party)?.name) });
  useTitle(cards, who, pick(world.seats.exercise?.title));
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
