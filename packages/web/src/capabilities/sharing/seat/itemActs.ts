import { actsOn, type ItemAct, rosterOfWorld } from '@entente/engine';
import type { Line } from '../../../kit/seat/line.ts';
import type { LineAct, SeatLook } from '../../../kit/seat/part.ts';

const ICONS = { share: 'share', ask: 'request', sanitise: 'scissors', revise: 'write', recall: 'undo', why: 'question' } as const;
/** Beside what one does with most items. */
const SELDOM: ReadonlySet<ItemAct> = new Set(['sanitise', 'revise', 'recall', 'why']);

/** What can be begun with an item. */
export function itemActs({ world, seat, now }: SeatLook & { readonly now: number }, { id }: Line): LineAct[] {
  const roster = rosterOfWorld(world);
  const item = world.sharing.items.get(id);
  if (!roster || !item) return [];
  return actsOn({ world, roster, now, seat }, item).map((act) => ({
    act,
    says: `act.${act}`,
    icon: ICONS[act],
    seldom: SELDOM.has(act),
  }));
}
