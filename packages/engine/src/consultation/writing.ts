import { split } from '../audience.ts';
import type { Id, Text } from '../fact.ts';
import type { Writing, Written } from '../room.ts';
import type { World } from '../world.ts';

/** What people write here for others, so that it can be given in one language more: what a matter asks, and what was decided. */

interface Said {
  readonly id: Id;
  readonly at: number;
  readonly card: { readonly title: Text; readonly text: Text; readonly by: string };
}
const written = ({ id, at, card }: Said, over: boolean): Written => ({
  id,
  since: at,
  version: 0,
  title: card.title,
  texts: [card.text],
  over,
});

function writing(of: (world: World) => ReadonlyMap<Id, Said>, over: (world: World, id: Id) => boolean): Writing {
  return {
    one(world, id) {
      const said = of(world).get(id);
      return said && written(said, over(world, id));
    },
    *all({ world }) {
      for (const said of of(world).values()) yield written(said, over(world, said.id));
    },
    // Where control acts for a seat, that seat’s words are control’s.
    author({ world, roster }, id) {
      const by = of(world).get(id)?.card.by ?? 'control';
      const hand = world.consultation.actedFor.get(id)?.by;
      return hand ?? (split(by)[0] === 'seat' && !roster.isPlayed(by) ? by : 'control');
    },
    translate: (ctx, id, { language, title = '', texts: [text = ''] }) => [
      { event: { type: 'ConsultationTranslated', of: id, language, title, text }, to: ctx.holdersAmong(['everyone'], id) },
    ],
  };
}

export const matterWriting = writing(
  (world) => world.consultation.matters,
  (world, id) => world.consultation.matters.get(id)?.closed?.outcome === 'withdrawn',
);
export const decisionWriting = writing(
  (world) => world.consultation.decisions,
  () => false,
);
