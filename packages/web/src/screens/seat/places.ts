import type { IconName } from '../../kit/icons.tsx';
import type { Ask, SeatLook, SeatPart, SeatPlace } from '../../kit/seat/part.ts';

/** A place of the seat as the rail shows it. */
export interface Place {
  readonly name: string;
  /** The catalogue of its name. */
  readonly words: string;
  readonly icon: IconName;
  /** How much of what waits is its share. */
  readonly count: number;
  readonly List?: SeatPlace['List'] | undefined;
  readonly Beside?: SeatPlace['Beside'] | undefined;
  readonly wide?: true | undefined;
}

/** The places that hold something for this seat: now, those of capabilities, and all that it holds. */
export function placesOf(parts: readonly SeatPart[], look: SeatLook, asks: readonly Ask[], held: boolean): readonly Place[] {
  const given = parts
    .flatMap(({ places = [], room }) => places.map((place) => ({ ...place, room })))
    .filter((place) => place.holds(look))
    .sort((a, b) => a.order - b.order)
    .map(
      ({ name, icon, List, Beside, beside, room, wide, counts = [] }): Place => ({
        ...{ name, icon, List, wide, words: room },
        Beside: (beside?.(look) ?? true) ? Beside : undefined,
        count: asks.filter(({ waits }) => waits.room === room || counts.includes(waits.room)).length,
      }),
    );
  return [
    { name: 'now', words: 'seat', icon: 'hand', count: asks.length },
    ...given,
    ...(held ? [{ name: 'held', words: 'seat', icon: 'folder', count: 0 } as const] : []),
  ];
}
