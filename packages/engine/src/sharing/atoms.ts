import type { Address } from '../audience.ts';
import { narrower } from '../conditions.ts';
import type { Id } from '../fact.ts';
import { hangingOn } from '../lookup.ts';
import type { Atom, Look } from '../room.ts';
import type { ItemAsk, RequestAsk } from './asks.ts';
import { familyOf, heldSince, itemOfScenario, meets, recalledFrom, requestCard } from './items.ts';
import type { Item, Request } from './state.ts';

/** What conditions may ask of items and requests; what was made of an item counts as the item. */
export const itemAtom: Atom<ItemAsk> = {
  holds(look, { id, is, by }) {
    const { sharing } = look.world;
    const root = itemOfScenario(sharing, id);
    if (!root) return false;
    const family = familyOf(sharing, root.id);
    if (is === 'requested' || is === 'refused') {
      return family.some((item) => [...hangingOn(sharing.asked, item.id)].some((request) => asked(look, request, is, by)));
    }
    return family.some((item) => ITEM[is](look, item, by));
  },
  keys: ({ id }) => [`item:${id}`],
  names: ({ id, by }) => [
    { kind: 'item', id, at: 'id' },
    { kind: 'post', id: by, at: 'by' },
  ],
  implies(a, b) {
    if (a.id !== b.id || (a.is !== b.is && FOLLOWS[a.is] !== b.is)) return false;
    if (b.by === undefined) return true;
    // A recall is asked of a whole party: it says nothing of the seat that was named.
    return a.by === b.by && (a.is !== 'recalled' || b.is === 'recalled' || b.by.startsWith('party:'));
  },
};

/** What was released to somebody, or acknowledged by them, they hold; what was refused was asked for; what is asked back somebody holds. */
const FOLLOWS: Partial<Record<ItemAsk['is'], ItemAsk['is']>> = {
  released: 'held',
  acknowledged: 'held',
  recalled: 'held',
  refused: 'requested',
};

type Test = (look: Look, item: Item, by: Address | undefined) => boolean;
const within = (look: Look, seat: Address, by: Address | undefined): boolean => by === undefined || look.roster.within(seat, by);

const ITEM: Record<Exclude<ItemAsk['is'], 'requested' | 'refused'>, Test> = {
  held: ({ roster }, item, by) => (by === undefined ? item.copies.size > 0 : heldSince(roster, item, by) !== undefined),
  released: ({ roster }, item, by) =>
    [...item.copies.values()].some((c) => c.by !== undefined && (by === undefined || c.to?.some((a) => meets(roster, a, by)) === true)),
  acknowledged: (look, item, by) => {
    for (const { seat } of item.acknowledged.values()) if (within(look, seat, by)) return true;
    return false;
  },
  recalled: ({ roster }, item, by) => (by === undefined ? item.recalled.size > 0 : recalledFrom(item, roster.partyOf(by)) !== undefined),
};

function asked(look: Look, id: Id, is: 'requested' | 'refused', by: Address | undefined): boolean {
  const request = look.world.sharing.requests.get(id);
  const card = request && requestCard(request);
  if (!card || !within(look, card.from, by)) return false;
  return is === 'requested' || request.decided?.decision === 'refuse';
}

function answers(look: Look, request: Request, { from, to, is }: RequestAsk): boolean {
  const card = requestCard(request);
  if (!card || !within(look, card.from, from) || (to !== undefined && card.of !== to)) return false;
  if (is === 'made' || (is === 'overdue' && request.overdue)) return true;
  const decision = request.decided?.decision;
  return decision !== undefined && (is === 'refused' ? decision === 'refuse' : is === 'granted' && decision !== 'refuse');
}

export const requestAtom: Atom<RequestAsk> = {
  holds(look, args) {
    for (const request of look.world.sharing.requests.values()) if (answers(look, request, args)) return true;
    return false;
  },
  // What was asked stays asked, and what was decided stays decided: only the request of the event can change the answer.
  fires(look, args, event) {
    const request = 'request' in event ? look.world.sharing.requests.get(event.request) : undefined;
    return request !== undefined && answers(look, request, args);
  },
  keys: () => ['request'],
  names: ({ from, to }) => [
    { kind: 'post', id: from, at: 'from' },
    { kind: 'originator', id: to, at: 'to' },
  ],
  // Whatever became of a request, it was made.
  implies: (a, b) => narrower({ ...a, is: b.is === 'made' ? 'made' : a.is }, b),
};
