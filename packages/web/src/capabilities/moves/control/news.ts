import type { World } from '@entente/engine';
import { type Happening, happening } from '../../../kit/control/happening.ts';

export function* moveNews(world: World): Generator<Happening> {
  for (const move of world.moves.began)
    yield happening(move.src, move.at, ['control'], 'move', { values: { number: move.number, of: move.of }, texts: { title: move.name } });
}
