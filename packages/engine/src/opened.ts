import type { Recorded } from './record.ts';

/** A room’s state, to be changed apart from the one that it is copied from. What lasts stands in both. */
export function copied<T>(value: T, lasting: ReadonlySet<object>): T {
  if (typeof value !== 'object' || value === null || lasting.has(value)) return value;
  if (value instanceof Map) {
    const copy = new Map<unknown, unknown>();
    for (const [key, item] of value) copy.set(key, copied(item, lasting));
    return copy as T;
  }
  if (Array.isArray(value)) return value.map((item) => copied(item, lasting)) as T;
  const copy: T = { ...value };
  for (const key in copy) {
    const item = copy[key];
    if (typeof item === 'object') copy[key] = copied(item, lasting);
  }
  return copy;
}

/** All objects and lists that events say: nobody changes them. */
export function said(events: readonly Recorded[]): ReadonlySet<object> {
  const found = new Set<object>();
  const take = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || found.has(value)) return;
    found.add(value);
    for (const item of Object.values(value)) take(item);
  };
  for (const { event } of events) take(event);
  return found;
}
