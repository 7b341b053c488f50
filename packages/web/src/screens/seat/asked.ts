import { type Address, type Ms, type World, waiting } from '@entente/engine';
import type { Line } from '../../kit/seat/line.ts';
import type { Ask, SeatPart } from '../../kit/seat/part.ts';

/** What is asked of a seat, as the rooms tell and in their order, in the words of their capabilities. */
export function askedOf(parts: readonly SeatPart[], world: World, seat: Address, now: Ms, lines: readonly Line[]): Ask[] {
  const held = new Map(lines.map((line) => [line.id, line]));
  return waiting(world, seat, now).flatMap((waits) => {
    const line = held.get(waits.id);
    const asked = parts.find((part) => part.room === waits.room)?.asks?.[waits.kind]?.(waits, world, line);
    return asked ? [{ ...asked, waits, line }] : [];
  });
}
