import type { ControlPart } from '../../../kit/control/part.ts';
import { look } from '../look/index.ts';
import { seatCards } from './cards.tsx';
import { PresenceDesk } from './PresenceDesk.tsx';
import { LinksPanel, RoomDesk } from './parts.ts';

export const control: ControlPart = {
  ...look,
  cards: seatCards,
  panels: { links: LinksPanel },
  centre: { name: 'room', Place: RoomDesk },
  Beside: PresenceDesk,
  palette: ({ say, open }, { act }) => [{ ...act('links', say('links.title'), () => open({ kind: 'links' })), order: 24 }],
};
