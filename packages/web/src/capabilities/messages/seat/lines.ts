import type { Address, Waiting, World } from '@entente/engine';
import type { Line } from '../../../kit/seat/line.ts';
import type { Asked, SeatLook } from '../../../kit/seat/part.ts';

/** Messages received and sent, then the seat’s own notes. */
export function messageLines({ world, seat, reads }: SeatLook): Line[] {
  const messages = [...world.messages.messages.values()].map((m): Line => {
    const { id, at, from, to, channel, label, purpose, subject, text, attachments } = m;
    const mine = from === seat;
    return {
      id,
      kind: 'message',
      attachments,
      at,
      from,
      to,
      channel,
      label,
      purpose,
      title: subject,
      text,
      unread: reads && !mine && !m.read.has(seat),
      acknowledge: 'may',
      acknowledgedAt: m.acknowledged.get(seat)?.at,
      replies: true,
      mine,
      about: m.about?.id,
    };
  });
  return [...messages, ...notes(world, seat)];
}

function notes(world: World, seat: Address): Line[] {
  return [...world.messages.notes.values()]
    .filter((n) => n.seat === seat)
    .map((n) => ({
      id: n.id,
      kind: 'note',
      at: n.at,
      from: seat,
      to: [seat],
      channel: 'note',
      text: n.text,
      attachments: n.attachments,
      unread: false,
      replies: false,
      mine: true,
      about: n.about?.id,
      filter: 'note',
      apart: true,
    }));
}

/** A question that waits for our answer. */
export function toAnswer(_: Waiting, __: World, line: Line | undefined): Asked | undefined {
  if (!line) return undefined;
  return {
    from: line.from,
    verb: ['messages', 'ask.answer'],
    byWriting: true,
  };
}
