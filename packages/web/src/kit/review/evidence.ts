import type { EditionEvent } from './edition.ts';

/**
 * The events behind facts: every fact of a world names the event that put it there (`src`).
 * Goes through everything handed in, maps included, and gives each event once.
 */
export function evidenceOf(...facts: readonly unknown[]): string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (value instanceof Map || Array.isArray(value)) {
      for (const inner of value.values()) walk(inner);
      return;
    }
    const src = (value as { src?: unknown }).src;
    if (typeof src === 'string') found.add(src);
    for (const inner of Object.values(value)) walk(inner);
  };
  for (const fact of facts) walk(fact);
  return [...found];
}

/** The events named, in the order of the record. */
export function eventsOf(events: readonly EditionEvent[], ids: readonly string[]): EditionEvent[] {
  const wanted = new Set(ids);
  return events.filter((e) => wanted.has(e.id));
}
