import { type Address, split } from '../audience.ts';
import type { Id, Text } from '../fact.ts';
import type { Look, Writing, Written } from '../room.ts';
import type { World } from '../world.ts';
import { seatsOf } from './matters.ts';

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

function writing(
  of: (world: World) => ReadonlyMap<Id, Said>,
  over: (world: World, id: Id) => boolean,
  given: (look: Pick<Look, 'world' | 'roster'>, id: Id, seat: Address) => boolean,
): Writing {
  return {
    one(world, id) {
      const said = of(world).get(id);
      return said && written(said, over(world, id));
    },
    *all(look, viewer) {
      for (const said of of(look.world).values())
        if (split(viewer)[0] !== 'seat' || given(look, said.id, viewer)) yield written(said, over(look.world, said.id));
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
  ({ world: { consultation } }, id, seat) => {
    const forum = consultation.forums.get(consultation.matters.get(id)?.forum ?? '');
    return forum !== undefined && seatsOf(forum).includes(seat);
  },
);
export const decisionWriting = writing(
  (world) => world.consultation.decisions,
  () => false,
  ({ world, roster }, id, seat) => {
    const decision = world.consultation.decisions.get(id);
    return decision !== undefined && (decision.card.by === seat || roster.reaches(decision.to, seat));
  },
);
