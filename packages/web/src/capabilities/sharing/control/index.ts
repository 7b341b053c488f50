import { itemOfEvent, requestCard } from '@entente/engine';
import type { ControlPart } from '../../../kit/control/part.ts';
import { Brought } from './Brought.tsx';
import { sharingCards } from './cards.tsx';
import { NewItem } from './ItemActs.tsx';
import { ItemDetail } from './ItemDetail.tsx';
import { ItemsTable } from './ItemsTable.tsx';
import { itemNews, requestNews } from './news.ts';
import { RequestDetail } from './RequestDetail.tsx';

export const control: ControlPart = {
  room: 'sharing',
  *happenings(world) {
    yield* requestNews(world);
    yield* itemNews(world);
  },
  cards: sharingCards,
  details: { item: ItemDetail, request: RequestDetail },
  panels: { item: NewItem },
  Within: Brought,
  titled: (world, scenario) => [...world.sharing.items.values()].find(({ plan }) => plan?.scenario === scenario)?.plan?.card.title,
  centre: { name: 'items', shows: ({ sharing }) => sharing.items.size + sharing.requests.size > 0, Place: ItemsTable },
  palette: ({ say, open, lead, ended }, { act }) =>
    lead && !ended ? [{ ...act('item', say('items.newTitle'), () => open({ kind: 'item' })), order: 22 }] : [],
  made: (world, events) => {
    const id = itemOfEvent(world, events);
    return id === undefined ? undefined : { kind: 'item', id };
  },
  called: (world, id) => {
    const request = world.sharing.requests.get(id);
    return request && { number: '', title: requestCard(request)?.text ?? '', target: { kind: 'request', id } };
  },
};
