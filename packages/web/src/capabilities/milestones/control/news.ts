import type { World } from '@entente/engine';
import { type Happening, happening } from '../../../kit/control/happening.ts';

export function* milestoneNews(world: World): Generator<Happening> {
  for (const [id, milestone] of world.milestones.milestones)
    if (milestone.reached)
      yield happening(milestone.reached.src, milestone.reached.at, ['decisions'], 'milestone', { texts: { title: milestone.name ?? id } });
  for (const [id, variable] of world.milestones.variables)
    if (variable.by)
      yield happening(variable.src, variable.at, ['control'], 'variable', {
        who: variable.by,
        values: { value: String(variable.value) },
        texts: { title: variable.name ?? id },
      });
}
