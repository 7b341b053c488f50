import { type Address, actOfMessage, answersOf, isQuestion, type Ms, questionState, type Waiting, type World } from '@entente/engine';
import type { Line } from '../../../kit/seat/line.ts';
import type { Asked, Mine, SeatLook } from '../../../kit/seat/part.ts';

/** Messages received and sent, then the seat’s own notes. */
export function messageLines({ world, seat, reads }: SeatLook): Line[] {
  const messages = [...world.messages.messages.values()].map((m): Line => {
    const { id, at, from, to, channel, label, subject, text, attachments } = m;
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
      purpose: actOfMessage(m),
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

/** What I asked in words, and whether anybody has answered. */
export function myQuestions({ world, seat }: SeatLook, now: Ms): Mine[] {
  const answers = answersOf(world);
  return [...world.messages.messages.values()]
    .filter((m) => m.from === seat && isQuestion(m))
    .map((m) => {
      const given = answers.get(m.id) ?? [];
      const { id, to, subject, text } = m;
      const state = questionState(m, given, now);
      return { id, of: to, says: subject ?? text, state, waits: state !== 'answered', at: given[0]?.at ?? m.at };
    });
}
