import type { World } from '@entente/engine';
import type { Viewer } from '../../kit/control/entry.ts';
import type { HandCard } from '../../kit/control/hand.ts';
import type { CentreGiven, ControlPart } from '../../kit/control/part.ts';
import { cardKind } from './hand/hand.ts';

/** What stands in the middle of control’s screen: the MSEL, or a place that a capability gave. */
export interface Centre extends Omit<CentreGiven, 'Place'> {
  readonly Place?: CentreGiven['Place'] | undefined;
  /** How many of the cards are worked here. */
  readonly waits: number;
}

/** The places that hold something now, and the open one, each with how many cards wait there. */
export function centresOf(
  parts: readonly ControlPart[],
  world: World,
  viewer: Viewer,
  cards: readonly HandCard[],
  open: string,
): readonly Centre[] {
  const given = parts.flatMap(({ centre }) =>
    centre && (centre.name === open || (centre.shows?.(world, viewer) ?? true)) ? [centre] : [],
  );
  return [{ name: 'msel' }, ...given].map((centre) => ({
    ...centre,
    waits: cards.filter((c) => cardKind(parts, c)?.place === centre.name).length,
  }));
}
