import { type Address, type Id, type Recorded, type RoomName, type World, waitingRooms } from '@entente/engine';

/** What was made for the same viewers. */
export interface Touched {
  readonly viewers: ReadonlySet<Address>;
  readonly ids: Set<Id>;
  readonly rooms: Set<RoomName>;
  readonly events: Recorded[];
}
/** What a seat was told of, and a look at it. */
export interface Look {
  readonly ids: ReadonlySet<Id>;
  readonly rooms: ReadonlySet<RoomName>;
  readonly events: readonly Recorded[];
  world: World | undefined;
}

export function lookOf(groups: readonly Touched[]): Look {
  const [first] = groups as [Touched];
  const alone = groups.length === 1;
  const rooms = new Set<RoomName>();
  for (const g of groups) for (const room of g.rooms) if (waitingRooms.has(room)) rooms.add(room);
  return {
    ids: alone ? first.ids : new Set(groups.flatMap((g) => [...g.ids])),
    rooms,
    events: alone ? first.events : groups.flatMap((g) => g.events),
    world: undefined,
  };
}
