import type { World } from '@entente/engine';
import { type Happening, happening } from '../../../kit/control/happening.ts';

export function* emergencyNews(world: World): Generator<Happening> {
  const banner = world.emergency.banner;
  if (banner)
    yield happening(
      banner.src,
      banner.at,
      ['control', 'late'],
      banner.raised ? 'emergency.raised' : 'emergency.stoodDown',
      banner.raised ? { tone: 'late' } : {},
    );
}
