import { acknowledges, type Command, type Delivery, isToAll, standing, type Waiting, type World } from '@entente/engine';
import type { Former, Line } from '../../../kit/seat/line.ts';
import type { Asked, SeatLook } from '../../../kit/seat/part.ts';

/** What injects delivered. News to all the world need no acknowledgement; what was sent to us does. */
export function deliveryLines({ world, seat, reads }: SeatLook): Line[] {
  const entities = new Set(world.seats.directory?.entities.map((e) => e.id));
  return [...world.injects.deliveries.values()].map((d) => {
    const { id, at, to, channel, label, attachments } = d;
    const { title, text, version } = standing(d);
    const last = d.corrections.at(-1);
    return {
      id,
      kind: 'delivery',
      attachments,
      corrected: last && { at: last.at, version, reason: last.reason, before: formerTexts(d) },
      withdrawn: d.withdrawn && { at: d.withdrawn.at, reason: d.withdrawn.reason },
      at,
      // Scenarios name entities by their bare id.
      from: entities.has(d.from) ? `entity:${d.from}` : d.from,
      to,
      channel,
      label,
      title,
      text,
      unread: reads && !d.read.has(seat),
      acknowledge: d.withdrawn ? undefined : to.some(isToAll) ? 'may' : 'asked',
      // What was acknowledged before a correction is to be acknowledged anew.
      acknowledgedAt: acknowledges(d, seat) ? d.acknowledged.get(seat)?.at : undefined,
      replies: true,
      mine: false,
    };
  });
}

/** What stood before the last correction, oldest first. */
function formerTexts(d: Delivery): Former[] {
  return [d, ...d.corrections].slice(0, -1).map(({ at, title, text }, version) => ({ version, at, title, text }));
}

/** Says that the text that stands came: whoever acknowledges has read that one. */
export function acknowledgeDelivery({ id, corrected }: Line): Command {
  return { type: 'AcknowledgeInject', delivery: id, version: corrected?.version ?? 0 };
}

/** What was delivered to this seat and waits for its word. */
export function toAcknowledge(_: Waiting, __: World, line: Line | undefined): Asked | undefined {
  if (!line) return undefined;
  const { from, corrected } = line;
  return {
    from,
    folds: !corrected,
    verb: corrected ? ['injects', 'ask.corrected'] : ['seat', 'ask.acknowledge'],
    settle: {
      command: acknowledgeDelivery(line),
      says: ['seat', 'ask.acknowledgeNow'],
    },
  };
}
