import type { SeatPart } from '../../../kit/seat/part.ts';
import { deliveryLines, toAcknowledge } from './deliveries.ts';
import { DeliveryView } from './parts.ts';

export const seat: SeatPart = {
  room: 'injects',
  inbox: deliveryLines,
  asks: { acknowledge: toAcknowledge },
  kinds: {
    delivery: {
      View: DeliveryView,
      opened: (_, { id, unread }) => (unread ? { type: 'ReadInject', delivery: id } : undefined),
      acknowledge: ({ id, corrected }) => ({ type: 'AcknowledgeInject', delivery: id, version: corrected?.version ?? 0 }),
    },
  },
};
