import type { Id, World } from '@entente/engine';
import type { Viewer } from '../../../kit/control/entry.ts';
import { among, type Happening, happening } from '../../../kit/control/happening.ts';

/** What sides have put into another language for themselves. */
export function* translationNews(world: World, _viewer: Viewer, touched?: ReadonlySet<Id>): Generator<Happening> {
  for (const [of, own] of among(world.translations.own, touched))
    yield happening(own.src, own.at, ['people'], 'translation.own', {
      of,
      who: own.by,
      texts: { title: { [own.language]: own.title ?? own.texts[0] ?? '' } },
    });
}
