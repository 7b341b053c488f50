import type { ControlLook } from '../../../kit/control/part.ts';
import { part } from '../../../kit/Part.tsx';
import { peopleNews } from '../control/news.ts';
import { PresencePanel } from '../control/PresencePanel.tsx';
import { RoomTable } from '../control/RoomTable.tsx';

const RollAsked = part(async () => (await import('./RollAsked.tsx')).RollAsked);
const Hands = part(async () => (await import('../seat/Hands.tsx')).Hands);

export const look: ControlLook = {
  room: 'seats',
  happenings: peopleNews,
  centre: { name: 'room', shows: (_, { address, party }) => address === 'control' || party !== undefined, Place: RoomTable },
  Beside: PresencePanel,
  own: { Asked: RollAsked, Hands },
};
