import { type Id, requestCard, standingCard, type World } from '@entente/engine';
import type { ControlLook } from '../../../kit/control/part.ts';
import { Brought } from '../control/Brought.tsx';
import { ItemDetail } from '../control/ItemDetail.tsx';
import { ItemsTable } from '../control/ItemsTable.tsx';
import { itemNews, requestNews } from '../control/news.ts';
import { phrases } from '../control/phrases.ts';
import { RequestDetail } from '../control/RequestDetail.tsx';

export const look = {
  room: 'sharing',
  phrases,
  *happenings(world: World, _viewer: unknown, touched?: ReadonlySet<Id>) {
    yield* requestNews(world, touched);
    yield* itemNews(world, touched);
  },
  details: { item: ItemDetail, request: RequestDetail },
  Within: Brought,
  titled: (world: World, scenario: string) =>
    [...world.sharing.items.values()].find(({ plan }) => plan?.scenario === scenario)?.plan?.card.title,
  centre: { name: 'items', shows: ({ sharing }: World) => sharing.items.size + sharing.requests.size > 0, Place: ItemsTable },
  called: (world: World, id: string) => {
    const request = world.sharing.requests.get(id);
    if (request) return { number: '', title: requestCard(request)?.text ?? '', target: { kind: 'request', id } };
    const item = world.sharing.items.get(id);
    const card = item && standingCard(item);
    return card && { number: '', title: card.title, target: { kind: 'item', id } };
  },
} satisfies ControlLook;
