import type { Id } from './fact.ts';
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
