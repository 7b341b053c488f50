import { requestCard, type World } from '@entente/engine';
import type { Line } from '../../../kit/seat/line.ts';
import type { SeatPart } from '../../../kit/seat/part.ts';
import { DecideRow } from './DecideLine.tsx';

/** Requests to decide, items to destroy, items to acknowledge. */
export const asks: NonNullable<SeatPart['asks']> = {
  decide: ({ id }, world) => {
    const request = world.sharing.requests.get(id);
    const card = request && requestCard(request);
    return card && { from: card.from, chip: { says: ['sharing', 'request.decide'], icon: 'request' }, Row: DecideRow };
  },
  destroy: ({ id }, _, line) =>
    line && {
      from: line.from,
      chip: { says: ['sharing', 'destroy.ask'], icon: 'undo', late: true },
      settle: { command: { type: 'ConfirmDestroyed', item: id }, says: ['sharing', 'destroy.now'] },
    },
  acknowledge: ({ id }, _, line) =>
    line && {
      from: line.from,
      chip: { says: ['seat', 'ask.acknowledge'], icon: 'check' },
      settle: { command: { type: 'AcknowledgeItem', item: id }, says: ['seat', 'ask.acknowledgeNow'] },
    },
};

/** What a request asks for stands in the answer’s line only as the answer: a search finds it by both. */
export function requestText(world: World, { of }: Line): string {
  const request = of === undefined ? undefined : world.sharing.requests.get(of);
  return (request && requestCard(request)?.text) ?? '';
}
