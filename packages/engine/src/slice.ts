import type { Id } from './fact.ts';
import { LookedAt } from './looked-at.ts';
import type { World } from './world.ts';

const DROP = Symbol('not held');
type Holds = (event: Id) => boolean;

/**
 * A viewer's slice of a full world: every fact whose event it does not hold is left out, and what is left empty by that.
 * The property behind rule 4: a seat's own fold equals its slice of the full fold, at every prefix of the record.
 */
export function slice(world: World, holds: Holds): World {
  return Object.fromEntries(Object.entries(world).map(([room, own]) => [room, fields(own as object, holds).copy])) as unknown as World;
}

function sliced(value: unknown, holds: Holds): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Map) {
    const kept = new Map<unknown, unknown>();
    for (const [key, item] of value) {
      const s = sliced(item, holds);
      if (s !== DROP) kept.set(key, s);
    }
    return kept;
  }
  if (Array.isArray(value)) return value.map((v) => sliced(v, holds)).filter((v) => v !== DROP);
  if ('src' in value) return holds(value.src as Id) ? fields(value, holds).copy : DROP;
  const { copy, facts, held } = fields(value, holds);
  return facts && !held ? DROP : copy;
}

/** Copies an object field by field; `facts`: it can hold facts; `held`: at least one is held. */
function fields(value: object, holds: Holds): { copy: Record<string, unknown>; facts: boolean; held: boolean } {
  const copy: Record<string, unknown> = {};
  let facts = false;
  let held = false;
  for (const [key, item] of Object.entries(value)) {
    const s = sliced(item, holds);
    const mayHold = item instanceof Map || (typeof item === 'object' && item !== null && 'src' in item);
    facts ||= mayHold;
    if (s === DROP) continue;
    copy[key] = s;
    held ||= mayHold && !(s instanceof Map && s.size === 0);
  }
  return { copy, facts, held };
}

/**
 * The same slice, looked at and not copied: each fact is cut when somebody asks for it, so that a question costs what it asks.
 * It stays true as the world grows. Nothing of it can be changed.
 */
export function seen(world: World, holds: Holds): World {
  const facts = { get: (own: object, key: string | symbol): unknown => kept(look(Reflect.get(own, key), holds)) };
  const rooms = new Map<object, object>();
  return new Proxy(world, {
    get(whole, name) {
      // A room that had shared its state has one of its own from its first event on.
      const own = Reflect.get(whole, name) as object;
      let room = rooms.get(own);
      if (!room) {
        room = new Proxy(own, facts);
        rooms.set(own, room);
      }
      return room;
    },
  });
}

const kept = (looked: unknown): unknown => (looked === DROP ? undefined : looked);

/** What is left of a value; the value itself where nothing of it is left out. */
function look(value: unknown, holds: Holds): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Map) return value.size === 0 ? NOTHING : new Seen(value, holds);
  if (Array.isArray(value)) return lookAll(value, holds);
  const { src } = value as { readonly src?: Id };
  const isFact = src !== undefined;
  if (isFact && !holds(src)) return DROP;
  let copy: Record<string, unknown> | undefined;
  let empty = !isFact;
  let facts = false;
  for (const key in value) {
    const item = (value as Readonly<Record<string, unknown>>)[key];
    if (item === null || typeof item !== 'object') continue;
    const left = look(item, holds);
    if (item instanceof Map || (item as { readonly src?: Id }).src !== undefined) {
      facts = true;
      if (empty) empty = left === DROP || (left instanceof Seen && left.isEmpty());
    }
    if (left === item) continue;
    copy ??= { ...value };
    copy[key] = kept(left);
  }
  return facts && empty ? DROP : (copy ?? value);
}

/** What is left of a list; the list itself, unless something of it is left out. */
function lookAll(values: readonly unknown[], holds: Holds): readonly unknown[] {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value === 'object' && look(value, holds) !== value) return values.map((v) => look(v, holds)).filter((v) => v !== DROP);
  }
  return values;
}

/** True if something of a value is left. */
function isLeft(value: unknown, holds: Holds): boolean {
  if (typeof value === 'object' && value !== null && 'src' in value) return holds(value.src as Id);
  return look(value, holds) !== DROP;
}

class Seen<K, V> extends LookedAt<K, V> {
  readonly #all: ReadonlyMap<K, V>;
  readonly #holds: Holds;

  constructor(all: ReadonlyMap<K, V>, holds: Holds) {
    super();
    this.#all = all;
    this.#holds = holds;
  }
  get(key: K): V | undefined {
    return kept(look(this.#all.get(key), this.#holds)) as V | undefined;
  }
  has(key: K): boolean {
    return this.#all.has(key) && isLeft(this.#all.get(key), this.#holds);
  }
  get size(): number {
    let size = 0;
    for (const item of this.#all.values()) if (isLeft(item, this.#holds)) size++;
    return size;
  }
  *entries(): MapIterator<[K, V]> {
    for (const [key, item] of this.#all) {
      const left = look(item, this.#holds);
      if (left !== DROP) yield [key, left as V];
    }
  }
  *keys(): MapIterator<K> {
    for (const [key, item] of this.#all) if (isLeft(item, this.#holds)) yield key;
  }
  *values(): MapIterator<V> {
    for (const item of this.#all.values()) {
      const left = look(item, this.#holds);
      if (left !== DROP) yield left as V;
    }
  }
  isEmpty(): boolean {
    for (const item of this.#all.values()) if (isLeft(item, this.#holds)) return false;
    return true;
  }
}

const NOTHING = new Seen(new Map<unknown, unknown>(), () => false);
