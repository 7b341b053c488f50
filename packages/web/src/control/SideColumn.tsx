import { useOpenMade } from '../sharing/useSharing.ts';
import { EmergencyPanel } from './clock/EmergencyPanel.tsx';
import { EndPanel } from './clock/EndPanel.tsx';
import { JumpPanel } from './clock/JumpPanel.tsx';
import { StatePanel } from './clock/StatePanel.tsx';
import { useControl } from './controlContext.ts';
import { AmendPanel } from './injects/AmendPanel.tsx';
import { ExpectedDetail } from './injects/ExpectedDetail.tsx';
import { ImprovisePanel } from './injects/ImprovisePanel.tsx';
import { InjectDetail } from './injects/InjectDetail.tsx';
import { type Made, NewItem } from './items/ItemActs.tsx';
import { ItemDetail } from './items/ItemDetail.tsx';
import { RequestDetail } from './items/RequestDetail.tsx';
import type { Entry } from './msel/msel.ts';
import { LinksPanel } from './presence/LinksPanel.tsx';
import { MessageDetail } from './stream/MessageDetail.tsx';
import { NotePanel } from './stream/NotePanel.tsx';
import { WritePanel } from './write/WritePanel.tsx';

/** One thing at a time beside the timeline: the detail of what is selected, or what I am doing. */
export function SideColumn({ hands, waitsFor }: { hands: ReadonlySet<string>; waitsFor: (entry: Entry) => string }) {
  const { side, say, select } = useControl();
  // Here, since a form is gone by the time its event comes.
  const made = useOpenMade((id) => select({ kind: 'item', id }));
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
