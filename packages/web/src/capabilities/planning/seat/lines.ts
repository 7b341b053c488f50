import type { Address, World } from '@entente/engine';
import { currentOption } from '@entente/engine/planning';
import type { Line } from '../../../kit/seat/line.ts';
import type { SeatLook } from '../../../kit/seat/part.ts';

/** Options that are compared, what others told of them, and plans as they are drafted, as lines of the inbox. */
export function* planningLines({ world, seat, reads, seen }: SeatLook): Iterable<Line> {
  const { boards, told, drafted } = world.planning;
  const plain = { channel: 'plan', replies: false, filter: 'board' } as const;
  for (const { id, at, name, by, forum } of boards.values()) {
    const mine = by === seat;
    const unread = reads && !mine && !seen.has(id);
    yield { ...plain, id, at, mine, unread, kind: 'board', from: by ?? 'control', to: sidesOf(world, forum), title: name, text: '' };
  }
  for (const { src, at, by, board } of told) {
    const on = boards.get(board);
    if (!on || by === seat) continue;
    const unread = reads && !seen.has(src);
    yield {
      ...plain,
      id: src,
      of: board,
      at,
      mine: false,
      unread,
      kind: 'told',
      from: by,
      to: sidesOf(world, on.forum),
      title: on.name,
      text: '',
    };
  }
  for (const [of, { src, option }] of drafted) {
    const text = world.consultation.texts.get(of);
    if (!text) continue;
    const from = world.planning.options.get(option);
    yield {
      ...plain,
      ...{ id: src, of, at: text.at, from: text.card.by, mine: text.card.by === seat },
      kind: 'draft-plan',
      to: sidesOf(world, text.forum),
      title: text.card.title,
      text: from ? currentOption(from).card.name : '',
      unread: false,
      apart: true,
    };
  }
}

const sidesOf = (world: World, forum: string): readonly Address[] =>
  (world.consultation.forums.get(forum)?.card.members ?? []).map((m) => `party:${m.party}` as const);
