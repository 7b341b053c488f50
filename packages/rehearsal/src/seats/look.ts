import type { Address, Id, Recorded, RoomName, WaitsKind, World } from '@entente/engine';

/** What was made for the same viewers. */
export interface Touched {
  readonly viewers: ReadonlySet<Address>;
  readonly ids: Set<Id>;
  /** Rooms in which something may wait, each once. */
  rooms: readonly RoomName[];
  deliveries: readonly Recorded[];
  /** What came of it for those who were told of it, the last first. */
  told: Told | undefined;
}
/** What a seat was told of, and a look at it. */
export interface Look {
  readonly ids: ReadonlySet<Id>;
  /** The same, to go through. */
  readonly each: readonly Id[];
  readonly rooms: readonly RoomName[];
  readonly deliveries: readonly Recorded[];
  /** What is asked of it, and of what; made when the first seat is asked. */
  asked: Asked | undefined;
}
/** Kinds of what may wait, and a world in which only what was touched is walked through. */
export interface Asked {
  readonly kinds: readonly WaitsKind[];
  readonly world: World;
}

const NONE: readonly never[] = [];
// Here lists begin with their first, not empty: then they take a fraction of the room, and they are made at every turn.
const groupFor = (viewers: ReadonlySet<Address>): Touched => ({ viewers, ids: new Set(), rooms: NONE, deliveries: NONE, told: undefined });

/** Those that were made for the same viewers together: there are few such groups in a turn. */
export class Groups {
  readonly all: Touched[];
  constructor(viewers: ReadonlySet<Address>) {
    this.all = [groupFor(viewers)];
  }
  of(viewers: ReadonlySet<Address>): Touched {
    for (const group of this.all) if (group.viewers === viewers) return group;
    const group = groupFor(viewers);
    this.all.push(group);
    return group;
  }
}

/** One more in the list. */
export const withOne = <T>(list: readonly T[], one: T): readonly T[] => (list.length === 0 ? [one] : [...list, one]);
/** The same, each room once. */
export const withRoom = (rooms: readonly RoomName[], room: RoomName): readonly RoomName[] =>
  rooms.includes(room) ? rooms : withOne(rooms, room);

/** The groups of which a seat was told, the last first. Those who were told the same look at it together. */
export interface Told {
  readonly before: Told | undefined;
  readonly group: Touched;
  readonly beside: Told | undefined;
  look: Look | undefined;
}

/** Told of one group more. */
export function toldOf(before: Told | undefined, group: Touched): Told {
  for (let told = group.told; told; told = told.beside) if (told.before === before) return told;
  group.told = { before, group, beside: group.told, look: undefined };
  return group.told;
}

export function lookOf(told: Told): Look {
  told.look ??= looked(told);
  return told.look;
}

function looked({ before, group }: Told): Look {
  if (!before) return { ids: group.ids, each: [...group.ids], rooms: group.rooms, deliveries: group.deliveries, asked: undefined };
  const first = lookOf(before);
  const ids = new Set(first.ids);
  for (const id of group.ids) ids.add(id);
  const rooms = group.rooms.reduce(withRoom, first.rooms);
  const deliveries = group.deliveries.reduce(withOne<Recorded>, first.deliveries);
  return { ids, each: [...ids], rooms, deliveries, asked: undefined };
}
