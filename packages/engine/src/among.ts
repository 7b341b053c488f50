import type { Id } from './fact.ts';
import type { RoomName, World } from './world.ts';

/**
 * The world, of whose things in these rooms only those named are walked through; whatever is asked for by its id is there as ever.
 * Whoever asks again and again what waits for somebody asks so of what has just been touched, and a question costs what it is about.
 */
export function among(world: World, ids: ReadonlySet<Id>, rooms: Iterable<RoomName>): World {
  const cut: Record<string, unknown> = { ...world };
  // Who sits where is walked through to find whose hand something is.
  for (const room of rooms) if (room !== 'seats') cut[room] = ofRoom(world[room] as object, ids);
  return cut as unknown as World;
}

function ofRoom(own: object, ids: ReadonlySet<Id>): object {
  let copy: Record<string, unknown> | undefined;
  for (const key in own) {
    const value = (own as Record<string, unknown>)[key];
    if (!(value instanceof Map) || value.size === 0) continue;
    copy ??= { ...own };
    copy[key] = new Among(value, ids);
  }
  return copy ?? own;
}

class Among<V> extends Map<Id, V> {
  readonly #all: ReadonlyMap<Id, V>;
  readonly #ids: ReadonlySet<Id>;

  constructor(all: ReadonlyMap<Id, V>, ids: ReadonlySet<Id>) {
    super();
    this.#all = all;
    this.#ids = ids;
  }
  override get(key: Id): V | undefined {
    return this.#all.get(key);
  }
  override has(key: Id): boolean {
    return this.#all.has(key);
  }
  /** As large as the whole: whoever asks it wants to know whether there is anything at all. */
  override get size(): number {
    return this.#all.size;
  }
  override *keys(): MapIterator<Id> {
    for (const id of this.#ids) if (this.#all.has(id)) yield id;
  }
  override *values(): MapIterator<V> {
    for (const id of this.keys()) yield this.#all.get(id) as V;
  }
  override *entries(): MapIterator<[Id, V]> {
    for (const id of this.keys()) yield [id, this.#all.get(id) as V];
  }
  override [Symbol.iterator](): MapIterator<[Id, V]> {
    return this.entries();
  }
  override forEach(each: (value: V, key: Id, map: Map<Id, V>) => void): void {
    for (const [id, value] of this.entries()) each(value, id, this);
  }
}
