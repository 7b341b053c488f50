import type { World } from '@entente/engine';
import { currentOption } from '@entente/engine/planning';
import { type Happening, happening } from '../../../kit/control/happening.ts';

/** What happened with options, as far as this world was told; what a side keeps for itself is no news. */
export function* planningNews({ planning }: World): Generator<Happening> {
  const { boards, options, criteria, told } = planning;
  for (const { src, at, name, by, needed, asked } of boards.values()) {
    const part = { texts: { title: name } };
    if (by !== undefined) yield happening(src, at, ['tables'], 'board.opened', { ...part, who: by });
    if (needed) yield happening(needed.src, needed.at, ['tables', 'decisions'], 'plan.needed', part);
    for (const a of asked) yield happening(a.src, a.at, ['tables'], 'assessment.asked', { ...part, who: a.by });
  }
  for (const { board, src, at, by } of told)
    yield happening(src, at, ['tables'], 'assessment.told', { who: by, texts: { title: boards.get(board)?.name ?? '' } });
  for (const { src, at, name, by } of criteria.values())
    if (by !== undefined) yield happening(src, at, ['tables'], 'criterion.proposed', { who: by, texts: { title: name } });
  for (const option of options.values()) {
    for (const { src, at, by, version, card } of option.versions)
      if (by !== undefined)
        yield happening(src, at, ['tables'], version === 1 ? 'option.tabled' : 'option.changed', { who: by, texts: { title: card.name } });
    const { dropped } = option;
    if (dropped)
      yield happening(dropped.src, dropped.at, ['tables'], 'option.dropped', {
        who: dropped.by,
        texts: { title: currentOption(option).card.name },
      });
  }
}
