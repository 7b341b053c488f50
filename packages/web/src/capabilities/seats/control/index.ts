import type { ControlPart } from '../../../kit/control/part.ts';
import { seatCards } from './cards.tsx';
import { LinksPanel } from './LinksPanel.tsx';
import { peopleNews } from './news.ts';
import { PresencePanel } from './PresencePanel.tsx';
import { RoomTable } from './RoomTable.tsx';

export const control: ControlPart = {
  room: 'seats',
  happenings: peopleNews,
  cards: seatCards,
  panels: { links: LinksPanel },
  centre: { name: 'room', Place: RoomTable },
  Beside: PresencePanel,
  palette: ({ say, open }, { act }) => [{ ...act('links', say('links.title'), () => open({ kind: 'links' })), order: 24 }],
};
