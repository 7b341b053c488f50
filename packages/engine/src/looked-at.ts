/**
 * A map that shows another: it has what a map is asked for, and no table of its own, which costs more to make than most of what
 * is asked. To whoever asks it is a map.
 */
export abstract class LookedAt<K, V> {
  abstract get(key: K): V | undefined;
  abstract has(key: K): boolean;
  abstract get size(): number;
  abstract keys(): MapIterator<K>;
  abstract values(): MapIterator<V>;
  abstract entries(): MapIterator<[K, V]>;
  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }
  forEach(each: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) each(value, key, this as unknown as ReadonlyMap<K, V>);
  }
}
Object.setPrototypeOf(LookedAt.prototype, Map.prototype);
