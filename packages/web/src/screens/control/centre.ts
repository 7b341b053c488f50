import type { World } from '@entente/engine';
import type { HandCard, HandKind } from './hand/hand.ts';

/** What stands in the middle of control’s screen. A place appears when it holds something. */
export const CENTRES = ['msel', 'items', 'room'] as const;
export type Centre = (typeof CENTRES)[number];

/** The cards that are worked in each place. */
const SHARE: Readonly<Record<Centre, readonly HandKind[]>> = {
  msel: ['release', 'address', 'judge', 'missed'],
  items: ['decide', 'overdue'],
  room: ['rollcall'],
};

/** The places that hold something now, each with how many cards wait there. */
export function centresOf(world: World, cards: readonly HandCard[]): readonly { readonly centre: Centre; readonly waits: number }[] {
  return CENTRES.filter((c) => c !== 'items' || world.sharing.items.size + world.sharing.requests.size > 0).map((centre) => ({
    centre,
    waits: cards.filter((c) => SHARE[centre].includes(c.kind)).length,
  }));
}
