import { EndPanel } from '../../capabilities/clock/control/EndPanel.tsx';
import { JumpPanel } from '../../capabilities/clock/control/JumpPanel.tsx';
import { EmergencyPanel } from '../../capabilities/emergency/control/EmergencyPanel.tsx';
import { ExpectedDetail } from '../../capabilities/expected/control/ExpectedDetail.tsx';
import { AmendPanel } from '../../capabilities/injects/control/AmendPanel.tsx';
import { ImprovisePanel } from '../../capabilities/injects/control/ImprovisePanel.tsx';
import { InjectDetail } from '../../capabilities/injects/control/InjectDetail.tsx';
import { MessageDetail } from '../../capabilities/messages/control/MessageDetail.tsx';
import { NotePanel } from '../../capabilities/messages/control/NotePanel.tsx';
import { WritePanel } from '../../capabilities/messages/control/WritePanel.tsx';
import { StatePanel } from '../../capabilities/milestones/control/StatePanel.tsx';
import { LinksPanel } from '../../capabilities/seats/control/LinksPanel.tsx';
import { type Made, NewItem } from '../../capabilities/sharing/control/ItemActs.tsx';
import { ItemDetail } from '../../capabilities/sharing/control/ItemDetail.tsx';
import { RequestDetail } from '../../capabilities/sharing/control/RequestDetail.tsx';
import { itemOfEvent } from '../../capabilities/sharing/rights.ts';
import { useOpenMade } from '../../connection/index.ts';
import { useControl } from '../../kit/control/controlContext.ts';
import type { Entry } from './msel/msel.ts';

/** One thing at a time beside the timeline: the detail of what is selected, or what I am doing. */
export function SideColumn({ hands, waitsFor }: { hands: ReadonlySet<string>; waitsFor: (entry: Entry) => string }) {
  const { side, say, select } = useControl();
  // Here, since a form is gone by the time its event comes.
  const made = useOpenMade(itemOfEvent, (id) => select({ kind: 'item', id }));
  switch (side?.kind) {
    case undefined:
      return (
        <aside className="ct-panel ct-side ct-side-empty" aria-label={say('detail.title')}>
          <p className="ct-empty">{say('detail.nothing')}</p>
        </aside>
      );
    case 'improvise':
      return <ImprovisePanel />;
    case 'write':
      return <WritePanel key={`${side.about ?? side.to?.join() ?? ''} ${side.speaker ?? ''}`} side={side} />;
    case 'note':
      return <NotePanel about={side.about} />;
    case 'correct':
    case 'withdraw':
      return <AmendPanel key={`${side.kind} ${side.inject}`} side={side} />;
    case 'item':
      return <NewItem made={made} />;
    case 'links':
      return <LinksPanel key={side.seats?.join() ?? ''} seats={side.seats} />;
    case 'state':
      return <StatePanel />;
    case 'jump':
      return <JumpPanel />;
    case 'end':
      return <EndPanel />;
    case 'emergency':
      return <EmergencyPanel />;
    case 'detail':
      return <Selected hands={hands} waitsFor={waitsFor} made={made} />;
  }
}

function Selected({ hands, waitsFor, made }: { hands: ReadonlySet<string>; waitsFor: (entry: Entry) => string; made: Made }) {
  const { selection, world } = useControl();
  if (!selection) return null;
  const { id } = selection;
  const hand = hands.has(id);
  const inject = selection.kind === 'inject' ? world.injects.rows.get(id) : undefined;
  if (inject) return <InjectDetail key={id} id={id} row={inject} waitsFor={waitsFor} hand={hand} />;
  const expected = selection.kind === 'expected' ? world.expected.rows.get(id) : undefined;
  if (expected) return <ExpectedDetail key={id} id={id} row={expected} waitsFor={waitsFor} hand={hand} />;
  const item = selection.kind === 'item' ? world.sharing.items.get(id) : undefined;
  if (item) return <ItemDetail key={id} item={item} made={made} />;
  const request = selection.kind === 'request' ? world.sharing.requests.get(id) : undefined;
  if (request) return <RequestDetail key={id} request={request} />;
  const message = selection.kind === 'message' ? world.messages.messages.get(id) : undefined;
  return message ? <MessageDetail key={id} message={message} hand={hand} /> : null;
}
