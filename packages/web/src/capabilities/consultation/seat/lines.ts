import type { Text, World } from '@entente/engine';
import type { Matter } from '@entente/engine/consultation';
import type { Line } from '../../../kit/seat/line.ts';
import type { SeatLook } from '../../../kit/seat/part.ts';

/** Matters, their outcomes, texts and decisions as lines of the inbox. */
export function* consultationLines({ world, seat, reads, seen }: SeatLook): Iterable<Line> {
  const { matters, texts, decisions } = world.consultation;
  for (const matter of matters.values()) {
    const { id, at, card } = matter;
    const mine = card.by === seat;
    const line: Line = {
      id,
      of: id,
      kind: 'matter',
      at,
      from: card.by,
      to: toOf(world, matter.forum),
      channel: 'matter',
      label: card.label,
      title: card.title,
      text: card.text,
      unread: reads && !mine && !seen.has(id),
      replies: false,
      mine,
      filter: 'matter',
    };
    yield line;
    if (matter.closed) yield outcome(line, matter, { seat, reads, seen });
  }
  for (const { id, at, card, forum } of texts.values()) {
    const mine = card.by === seat;
    yield {
      id,
      of: id,
      kind: 'text',
      at,
      from: card.by,
      to: toOf(world, forum),
      channel: 'text',
      label: card.label,
      title: card.title,
      text: card.paragraphs[0]?.text ?? '',
      unread: reads && !mine && !seen.has(id),
      replies: false,
      mine,
      filter: 'text',
    };
  }
  for (const { id, at, card, to } of decisions.values()) {
    const mine = card.by === seat;
    yield {
      id,
      of: id,
      kind: 'decision',
      at,
      from: card.by,
      to,
      channel: 'decision',
      title: card.title,
      text: card.text,
      unread: reads && !mine && !seen.has(id),
      replies: false,
      mine,
      filter: 'decision',
    };
  }
}

/** That a matter ended is news to all who did not end it themselves. */
function outcome(line: Line, { closed }: Matter, { seat, reads, seen }: Pick<SeatLook, 'seat' | 'reads' | 'seen'>): Line {
  const { src, at, by, text } = closed as NonNullable<Matter['closed']>;
  const mine = by === seat;
  return {
    ...line,
    id: src,
    kind: 'outcome',
    at,
    from: by ?? line.from,
    text: text ?? ('' as Text),
    unread: reads && !mine && !seen.has(src),
    mine,
    filter: undefined,
  };
}

const toOf = (world: World, forum: string) =>
  (world.consultation.forums.get(forum)?.card.members ?? []).map((m) => `party:${m.party}` as const);
