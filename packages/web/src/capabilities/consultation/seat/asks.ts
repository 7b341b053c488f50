import type { Text, World } from '@entente/engine';
import { procedureOf, proceeding } from '@entente/engine/consultation';
import type { Asked, SeatPart, Words } from '../../../kit/seat/part.ts';

type Asks = NonNullable<SeatPart['asks']>;

function asked(world: World, id: string, verb: string, ifNot?: string): Asked | undefined {
  const matter = world.consultation.matters.get(id);
  if (!matter) return undefined;
  const about: Text = matter.card.title;
  const words = (key: string): Words => ['consultation', key];
  return { from: matter.card.by, about, verb: words(`ask.${verb}`), ifNot: ifNot === undefined ? undefined : words(`ifNot.${ifNot}`) };
}

/** What matters ask of a seat: a position, silence, a signature, a chair’s conclusion, a look at what was said since. */
export const asks: Asks = {
  position({ id, since }, world) {
    const matter = world.consultation.matters.get(id);
    const m = matter && proceeding(world, matter);
    return m && asked(world, id, procedureOf(matter).needs(m, since).what);
  },
  silence: ({ id }, world) => asked(world, id, 'silence'),
  signature: ({ id, due }, world) => asked(world, id, 'signature', due === undefined ? 'open' : 'unsigned'),
  conclusion: ({ id }, world) => asked(world, id, 'conclusion', 'open'),
  statements: ({ id }, world) => asked(world, id, 'statements', 'unread'),
};
