import { itemOfEvent } from '@entente/engine';
import type { ControlPart } from '../../../kit/control/part.ts';
import { look } from '../look/index.ts';
import { sharingCards } from './cards.tsx';
import { ItemsDesk } from './ItemsDesk.tsx';
import { ItemDesk, NewItem, RequestDesk } from './parts.ts';

export const control: ControlPart = {
  ...look,
  cards: sharingCards,
  details: { item: ItemDesk, request: RequestDesk },
  panels: { item: NewItem },
  centre: { ...look.centre, Place: ItemsDesk },
  palette: ({ say, open, lead, ended }, { act }) =>
    lead && !ended ? [{ ...act('item', say('items.newTitle'), () => open({ kind: 'item' })), order: 22 }] : [],
  made: (world, events) => {
    const id = itemOfEvent(world, events);
    return id === undefined ? undefined : { kind: 'item', id };
  },
};
