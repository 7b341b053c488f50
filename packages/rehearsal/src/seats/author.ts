import type { Address, AnyEvent } from '@entente/engine';

/** Who made an event, as it says itself; undefined for what time or the exercise does. */
export function authorOf(event: AnyEvent): Address | undefined {
  const { by, seat, from, card } = event as { by?: unknown; seat?: unknown; from?: unknown; card?: { by?: unknown } };
  return [by, seat, from, card?.by].find((who): who is Address => typeof who === 'string' && /^(seat:|control)/.test(who));
}
