import type { SeatPart } from '../../../kit/seat/part.ts';
import { toTranslate } from '../waits.ts';
import { Below, Beneath } from './Below.tsx';
import { List } from './List.tsx';

export const seat: SeatPart = {
  room: 'translations',
  Below,
  Beneath,
  places: [
    { name: 'translations', order: 60, icon: 'write', holds: ({ world, seat: viewer }) => toTranslate(world, viewer).length > 0, List },
  ],
};
