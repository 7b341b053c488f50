import type { Id, Ms, Text } from '@entente/engine';

/** What the pieces of a matrix agree on. */

/** Row heights, px: wires are drawn over rows, so every row has its height. */
export const HEIGHTS = { lane: 26, decide: 20, row: 42 } as const;

/** Something that happened beside the plan. */
export interface LaneEvent {
  readonly id: Id;
  readonly at: Ms;
  readonly title: Text;
}

/** Beside its place, to the side where there is room. */
export function labelAt(percent: number, gap: number): React.CSSProperties {
  return percent > 55
    ? { right: `calc(${100 - percent}% + ${gap}px)`, maxWidth: `${percent}%`, textAlign: 'right' }
    : { left: `calc(${percent}% + ${gap}px)`, maxWidth: `calc(${100 - percent}% - ${gap}px)` };
}

/** The colour of a party, by its place in the exercise’s order. */
export function partyNumber(order: readonly string[], party: string): number | undefined {
  const at = order.indexOf(party);
  return at < 0 ? undefined : (at % 4) + 1;
}
