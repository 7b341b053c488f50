import type { Id } from './fact.ts';
import { LookedAt } from './looked-at.ts';
import type { RoomName, World } from './world.ts';

/**
 * The world, of whose things in these rooms only those named are walked through; whatever is asked for by its id is there as ever.
 * Whoever asks again and again what waits for somebody asks so of what has just been touched, and a question costs what it is about.
 * It is for one question: what comes afterwards is not walked through.
 */
export function among(world: World, ids: ReadonlySet<Id>, rooms: Iterable<RoomName>): World {
  const cut: Record<string, unknown> = { ...world };
  // Who sits where is walked through to find whose hand something is.
  for (const room of rooms) if (room !== 'seats') cut[room] = new (cutOf(room, world[room] as object))(world[room] as object, ids);
  return cut as unknown as World;
}

type Cut = new (own: object, ids: ReadonlySet<Id>) => object;
/** By room: its lookups are cut when somebody asks for them. */
const cuts = new Map<RoomName, Cut>();

function cutOf(room: RoomName, like: object): Cut {
  const known = cuts.get(room);
  if (known) return known;
  class RoomCut {
    readonly own: Record<string, unknown>;
    readonly ids: ReadonlySet<Id>;
    readonly made: Record<string, unknown> = {};
    constructor(own: object, ids: ReadonlySet<Id>) {
      this.own = own as Record<string, unknown>;
      this.ids = ids;
    }
  }
  for (const key of Object.keys(like))
    Object.defineProperty(RoomCut.prototype, key, {
      get(this: RoomCut): unknown {
        const value = this.own[key];
        if (!(value instanceof Map) || value.size === 0) return value;
        this.made[key] ??= new Among(value, this.ids);
        return this.made[key];
      },
    });
  cuts.set(room, RoomCut);
  return RoomCut;
}

class Among<V> extends LookedAt<Id, V> {
  readonly #all: ReadonlyMap<Id, V>;
  readonly #ids: readonly Id[];

  constructor(all: ReadonlyMap<Id, V>, ids: ReadonlySet<Id>) {
    super();
    this.#all = all;
    const there: Id[] = [];
    for (const id of ids) if (all.has(id)) there.push(id);
    this.#ids = there;
  }
  get(key: Id): V | undefined {
    return this.#all.get(key);
  }
  has(key: Id): boolean {
    return this.#all.has(key);
  }
  /** As large as the whole: whoever asks it wants to know whether there is anything at all. */
  get size(): number {
    return this.#all.size;
  }
  keys(): MapIterator<Id> {
    return this.#ids.values() as MapIterator<Id>;
  }
  values(): MapIterator<V> {
    return this.#ids.map((id) => this.#all.get(id) as V).values() as MapIterator<V>;
  }
  entries(): MapIterator<[Id, V]> {
    return this.#ids.map((id): [Id, V] => [id, this.#all.get(id) as V]).values() as MapIterator<[Id, V]>;
  }
}
