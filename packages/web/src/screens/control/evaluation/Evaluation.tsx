import '../control.css';
import '../hand/hand.css';
import '../msel/timeline.css';
import '../side.css';
import '../below.css';
import '../narrow.css';
import '../phone.css';
import './evaluation.css';
import { openSpotlight } from '@mantine/spotlight';
import { useEffect, useRef, useState } from 'react';
import { SeatFrame } from '../../../connection/SeatFrame.tsx';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { Button } from '../../../kit/Button.tsx';
import { ControlProvider, useControl } from '../../../kit/control/controlContext.ts';
import type { Target } from '../../../kit/control/happening.ts';
import { type ControlLook, ControlPartsProvider, useControlParts } from '../../../kit/control/part.ts';
import { AddressMark } from '../../../kit/Names.tsx';
import { useTitle } from '../../../kit/title.ts';
import { Below } from '../Below.tsx';
import { act, Commands } from '../Commands.tsx';
import { type Centre, centresOf } from '../centre.ts';
import { EndedBar } from '../Ended.tsx';
import { Middle } from '../Middle.tsx';
import { Places } from '../Places.tsx';
import { SideColumn } from '../SideColumn.tsx';
import { useControlView, useWaitsFor } from '../useControlView.ts';
import { useDesk } from '../useDesk.ts';
import { useScreenKeys } from '../useScreenKeys.ts';
import { Waiting } from '../Waiting.tsx';
import { Told } from './Told.tsx';

/**
 * The evaluators’ screen: control’s desk, of which it is given the looks alone. So nothing here acts on the exercise; what
 * evaluators send stands in the left column: their notes, and their answer when the roll is called.
 */
export function Evaluation({ parts }: { readonly parts: readonly ControlLook[] }) {
  const view = useControlView(parts);
  const { world } = useSeat();
  if (!world.seats.exercise) return <Waiting />;
  return (
    <ControlPartsProvider value={parts}>
      <ControlProvider value={view}>
        <SeatFrame who={<Who />} acts={<PaletteButton />}>
          <Desk />
        </SeatFrame>
      </ControlProvider>
    </ControlPartsProvider>
  );
}

/** Nothing here waits for a hand. */
const NOTHING: ReadonlySet<string> = new Set();
const TOLD: Centre = { name: 'told', Place: Told, waits: 0 };

function Desk() {
  const { world, viewer, say, side, ended, select, selection } = useControl();
  const parts = useControlParts();
  const desk = useDesk('msel');
  const waitsFor = useWaitsFor();
  const [about, setAbout] = useState<Target>();
  const column = useRef<HTMLElement>(null);
  const [wanted, want] = useState(0);
  const note = (target: Target | undefined): void => {
    setAbout(target);
    desk.go('hand');
    if (desk.phone) select(undefined);
    want((n) => n + 1);
  };
  // Once it stands: on a phone it comes into sight by this very press.
  useEffect(() => {
    if (wanted > 0) column.current?.querySelector('textarea')?.focus();
  }, [wanted]);
  useScreenKeys({ n: () => note(selection ?? about) });
  useTabTitle();
  const centres = [...centresOf(parts, world, viewer, [], desk.centre), TOLD];
  return (
    <div className={`ct evaluation${side ? ' with-side' : ''}`}>
      {ended && <EndedBar />}
      <main className="ct-desk" data-place={desk.place}>
        <h1 className="unseen">{say('evaluation.screen')}</h1>
        <section ref={column} className="ct-panel ct-hand" aria-label={say('note.title')}>
          <header className="ct-head">
            <h2>{say('note.title')}</h2>
            <span className="ct-grow" />
            <kbd>N</kbd>
          </header>
          <div className="ct-notes scroll">
            {parts.map(({ own, room }) => own?.Asked && <own.Asked key={room} />)}
            {parts.map(({ own, room }) => own?.Notes && <own.Notes key={room} about={about} aboutNothing={() => setAbout(undefined)} />)}
          </div>
        </section>
        <Middle desk={desk} centres={centres} hands={NOTHING} waitsFor={waitsFor} />
        <SideColumn
          hands={NOTHING}
          waitsFor={waitsFor}
          nothing={say('evaluation.pick')}
          foot={
            selection && (
              <Button icon="note" onClick={() => note(selection)}>
                {say('evaluation.noteOn')}
              </Button>
            )
          }
        />
        <Below />
      </main>
      <Places centres={centres} place={desk.place} first={say('note.title')} count={0} go={desk.go} />
      <Commands centres={centres} desk={desk} given={[act('note', say('evaluation.write'), () => note(about))]} />
    </div>
  );
}

function useTabTitle(): void {
  const { world, viewer, names, say, pick } = useControl();
  useTitle(0, names.say(viewer.address, pick, say), pick(world.seats.exercise?.title));
}

function Who() {
  const { viewer, say, names, pick } = useControl();
  return (
    <span className="ct-inline">
      <AddressMark address="evaluators" />
      {viewer.party && <AddressMark address={`party:${viewer.party}`} />}
      <strong className="ct-wide">{names.say(viewer.address, pick, say)}</strong>
    </span>
  );
}

function PaletteButton() {
  const { say } = useControl();
  return (
    <Button size="small" icon="search" aria-label={`${say('palette.open')}, Ctrl K`} title={say('palette.open')} onClick={openSpotlight}>
      <kbd className="ct-wide">Ctrl K</kbd>
    </Button>
  );
}
