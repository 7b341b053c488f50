import type { World } from '@entente/engine';
import { type Happening, happening } from '../../../kit/control/happening.ts';

/** What sides have put into another language for themselves. */
export function* translationNews(world: World): Generator<Happening> {
  for (const own of world.translations.own.values())
    yield happening(own.src, own.at, ['people'], 'translation.own', {
      who: own.by,
      texts: { title: { [own.language]: own.title ?? own.texts[0] ?? '' } },
    });
}
