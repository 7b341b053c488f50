import { injectOfDelivery } from '@entente/engine';
import type { ControlLook } from '../../../kit/control/part.ts';
import { DeliveryDetail } from '../control/DeliveryDetail.tsx';
import { deliveryEntries, injectEntries } from '../control/entries.ts';
import { InjectDetail } from '../control/InjectDetail.tsx';
import { injectMark } from '../control/InjectMark.tsx';
import { injectNews } from '../control/news.ts';
import { phrases } from '../control/phrases.ts';

export const look: ControlLook = {
  room: 'injects',
  phrases,
  happenings: injectNews,
  *entries(given) {
    yield* injectEntries(given);
    yield* deliveryEntries(given);
  },
  marks: { inject: injectMark },
  legend: [
    { name: 'kind.inject', order: 10, kind: 'inject', happened: true, status: 'released' },
    { name: 'kind.contingency', order: 30, kind: 'inject', contingency: true },
    { name: 'kind.waits', order: 50, kind: 'inject', waits: true, status: 'waiting' },
  ],
  called: (world, id) => {
    const delivery = world.injects.deliveries.get(id);
    const inject = injectOfDelivery(world.injects, id);
    return delivery && { number: '', title: delivery.title, target: inject ? { kind: 'inject', id: inject } : { kind: 'delivery', id } };
  },
  details: { inject: InjectDetail, delivery: DeliveryDetail },
};
