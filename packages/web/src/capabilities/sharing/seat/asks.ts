import { asksForWord, itemNamed, requestCard, rosterOfWorld, standingCard, type World } from '@entente/engine';
import type { Line } from '../../../kit/seat/line.ts';
import type { SeatPart } from '../../../kit/seat/part.ts';

/** Requests to decide, items to destroy, items to acknowledge. */
export const asks: NonNullable<SeatPart['asks']> = {
  decide: ({ id }, world) => {
    const request = world.sharing.requests.get(id);
    const card = request && requestCard(request);
    const item = request && world.sharing.items.get(itemNamed(request) ?? '');
    const about = item && standingCard(item)?.title;
    const roster = rosterOfWorld(world);
    if (!card) return undefined;
    const asksWord = about !== undefined && roster !== undefined && asksForWord(roster, request);
    return {
      from: card.from,
      title: about === undefined ? undefined : ['sharing', asksWord ? 'request.passOn' : 'request.askFor'],
      about: about ?? card.text,
      ifNot: ['sharing', 'request.ifNot'],
      verb: ['sharing', 'request.decide'],
    };
  },
  destroy: ({ id }, _, line) =>
    line && {
      from: line.from,
      verb: ['sharing', 'destroy.ask'],
      settle: { command: { type: 'ConfirmDestroyed', item: id }, says: ['sharing', 'destroy.now'] },
    },
  acknowledge: ({ id }, _, line) =>
    line && {
      from: line.from,
      verb: ['seat', 'ask.acknowledge'],
      folds: true,
      settle: { command: { type: 'AcknowledgeItem', item: id }, says: ['seat', 'ask.acknowledgeNow'] },
    },
};

/** What a request asks for stands in the answer’s line only as the answer: a search finds it by both. */
export function requestText(world: World, { of }: Line): string {
  const request = of === undefined ? undefined : world.sharing.requests.get(of);
  const text = (request && requestCard(request)?.text) ?? '';
  return typeof text === 'string' ? text : Object.values(text).join(' ');
}
