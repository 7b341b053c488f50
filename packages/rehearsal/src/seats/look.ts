import { type Address, type Id, type Recorded, type RoomName, type WaitsKind, type World, waitingRooms } from '@entente/engine';

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
  /** What is asked of it, and of what; made when the first seat is asked. */
  asked: Asked | undefined;
}
/** Kinds of what may wait, and a world in which only what was touched is walked through. */
export interface Asked {
  readonly kinds: readonly WaitsKind[];
  readonly world: World;
}

export function lookOf(groups: readonly Touched[]): Look {
  const [first] = groups as [Touched];
  const alone = groups.length === 1;
  const rooms = new Set<RoomName>();
  for (const g of groups) for (const room of g.rooms) if (waitingRooms.has(room)) rooms.add(room);
  const ids = alone ? first.ids : new Set<Id>();
  const events = alone ? first.events : groups.flatMap((g) => g.events);
  if (!alone) for (const g of groups) for (const id of g.ids) ids.add(id);
  return { ids, rooms, events, asked: undefined };
}

/** Who was told what of one turn: those who were told the same look at it together. */
export class Told {
  readonly #root: Branch = { groups: [], further: new Map(), look: undefined };
  readonly #of = new Map<Address, Branch>();

  /** Groups come in one order for all. */
  add(seat: Address, group: Touched): void {
    const at = this.#of.get(seat) ?? this.#root;
    let next = at.further.get(group);
    if (!next) {
      next = { groups: [...at.groups, group], further: new Map(), look: undefined };
      at.further.set(group, next);
    }
    this.#of.set(seat, next);
  }

  /** Undefined for a seat that was told nothing. */
  look(seat: Address): Look | undefined {
    const at = this.#of.get(seat);
    if (at) at.look ??= lookOf(at.groups);
    return at?.look;
  }
}
interface Branch {
  readonly groups: readonly Touched[];
  readonly further: Map<Touched, Branch>;
  look: Look | undefined;
}
