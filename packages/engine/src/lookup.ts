import type { Fact, Id } from './fact.ts';

/**
 * Things by what they hang on, so that nobody goes through all of them for each event. By event, since the same may be told to
 * different holders at different times: a slice of a world cuts its lookups with it.
 */
export type Lookup = Map<string, { readonly by: Map<Id, Fact & { readonly id: Id }> }>;

/** Notes that the thing `id` hangs on `key`, as the event `src` says. */
export function note(lookup: Lookup, key: string, id: Id, src: Id): void {
  let found = lookup.get(key);
  if (!found) {
    found = { by: new Map() };
    lookup.set(key, found);
  }
  found.by.set(src, { src, id });
}

/**
 * The same of what is known when an exercise opens and hardly ever after: what a name means, what comes after what. Few hang on one
 * key, so what hangs on it is made anew and never changed, and worlds that begin alike share it.
 */
export function noteLasting(lookup: Lookup, key: string, id: Id, src: Id): void {
  lookup.set(key, { by: new Map(lookup.get(key)?.by).set(src, { src, id }) });
}

/** The things that hang on `key`, each once, as they were told. */
export function hangingOn(lookup: Lookup, key: string): ReadonlySet<Id> {
  const found = lookup.get(key);
  if (!found) return NONE;
  const ids = new Set<Id>();
  for (const { id } of found.by.values()) ids.add(id);
  return ids;
}
const NONE: ReadonlySet<Id> = new Set();

/** The first thing that hangs on `key`; undefined if this world knows of none. */
export function firstOn(lookup: Lookup, key: string): Id | undefined {
  return lookup.get(key)?.by.values().next().value?.id;
}
