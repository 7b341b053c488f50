import type { SeatPart } from '../../../kit/seat/part.ts';
import { acknowledgeDelivery, deliveryLines, toAcknowledge } from './deliveries.ts';
import { DeliveryView } from './parts.ts';

export const seat: SeatPart = {
  room: 'injects',
  inbox: deliveryLines,
  asks: { acknowledge: toAcknowledge },
  kinds: {
    delivery: {
      View: DeliveryView,
      opened: (_, { id, unread }) => (unread ? { type: 'ReadInject', delivery: id } : undefined),
      acknowledge: acknowledgeDelivery,
    },
  },
};
