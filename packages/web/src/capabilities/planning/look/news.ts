import type { Id, Text, World } from '@entente/engine';
import { currentOption } from '@entente/engine/planning';
import { type Happening, type HappeningPart, happening } from '../../../kit/control/happening.ts';

/** What happened with options, as far as this world was told; what a side keeps for itself is no news. Each opens its board. */
export function* planningNews({ planning }: World): Generator<Happening> {
  const { boards, options, criteria, told } = planning;
  for (const { id, src, at, name, by, needed, asked } of boards.values()) {
    const part = on(id, name);
    if (by !== undefined) yield happening(src, at, ['tables'], 'board.opened', { ...part, who: by });
    if (needed) yield happening(needed.src, needed.at, ['tables', 'decisions'], 'plan.needed', part);
    for (const a of asked) yield happening(a.src, a.at, ['tables'], 'assessment.asked', { ...part, who: a.by });
  }
  for (const { board, src, at, by } of told)
    yield happening(src, at, ['tables'], 'assessment.told', { ...on(board, boards.get(board)?.name ?? ''), who: by });
  for (const { board, src, at, name, by } of criteria.values())
    if (by !== undefined) yield happening(src, at, ['tables'], 'criterion.proposed', { ...on(board, name), who: by });
  for (const option of options.values()) {
    for (const { src, at, by, version, card } of option.versions)
      if (by !== undefined)
        yield happening(src, at, ['tables'], version === 1 ? 'option.tabled' : 'option.changed', {
          ...on(option.board, card.name),
          who: by,
        });
    const { dropped } = option;
    if (dropped)
      yield happening(dropped.src, dropped.at, ['tables'], 'option.dropped', {
        ...on(option.board, currentOption(option).card.name),
        who: dropped.by,
      });
  }
}

const on = (board: Id, title: Text): HappeningPart => ({ texts: { title }, target: { kind: 'board', id: board } });
