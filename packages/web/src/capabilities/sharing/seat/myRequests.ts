import { requestCard, requestStatus, requestsOf } from '@entente/engine';
import type { Mine, SeatLook } from '../../../kit/seat/part.ts';

/** What I asked for release of. */
export function myRequests({ world, seat }: SeatLook): Mine[] {
  return requestsOf(world, seat).flatMap((r) => {
    const card = requestCard(r);
    if (!card) return [];
    const over = r.decided ?? r.withdrawn;
    const { of, text: says, due, since } = card;
    return [{ id: r.id, of: [of], says, state: requestStatus(r), waits: !over, due, at: over?.at ?? since }];
  });
}
