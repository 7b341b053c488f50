import { type Id, itemOfEvent, requestCard, type World } from '@entente/engine';
import type { SeatPart } from '../../../kit/seat/part.ts';
import { asks, requestText } from './asks.ts';
import { Chips } from './Chips.tsx';
import { itemLines, requestLines, whatCameWith } from './entries.ts';
import { foundAs } from './foundAs.ts';
import { itemActs } from './itemActs.ts';
import { myRequests } from './myRequests.ts';
import { AskWriting, ItemDoing, ItemReading, ItemWriting, RequestReading } from './Reading.tsx';

/** The request that an act’s events have made. */
function requestOf({ sharing }: World, events: readonly Id[]): Id | undefined {
  return [...sharing.requests.values()].find((request) => events.includes(requestCard(request)?.src ?? ''))?.id;
}

export const seat: SeatPart = {
  room: 'sharing',
  inbox: (look) => [...itemLines(look), ...requestLines(look)],
  brought: whatCameWith,
  asks,
  mine: myRequests,
  Chips,
  filters: [
    { name: 'item', order: 10 },
    { name: 'request', order: 30 },
  ],
  writes: [
    { name: 'item', order: 20, Form: ItemWriting },
    { name: 'request', order: 30, Form: AskWriting },
  ],
  // What was asked for opens, so that one sees that it has gone out and until when it may be decided.
  made: (world, events) => itemOfEvent(world, events) ?? requestOf(world, events),
  named: requestText,
  foundAs,
  kinds: {
    item: {
      View: ItemReading,
      opened: ({ world, seat }, { id }) => (world.sharing.items.get(id)?.read.has(seat) ? undefined : { type: 'ReadItem', item: id }),
      acknowledge: ({ id }) => ({ type: 'AcknowledgeItem', item: id }),
      acts: itemActs,
      Doing: ItemDoing,
    },
    request: { View: RequestReading, sent: true },
    answer: { View: RequestReading, called: 'answer' },
  },
};
