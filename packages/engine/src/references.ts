import type { Address } from './audience.ts';
import type { Id } from './fact.ts';

/**
 * Fields of events with people’s own words; an id typed there is text, not a reference. A test holds it against what the
 * commands’ fields mean.
 */
export const WORDS: ReadonlySet<string> = new Set([
  'text',
  'texts',
  'title',
  'subject',
  'name',
  'function',
  'note',
  'brief',
  'what',
  'value',
  'reason',
  'conditions',
  'authority',
  'words',
  'paragraphs',
  'venue',
  'assumptions',
  'risks',
]);
/** What an id looks like. */
const ID_LENGTH = 21;
const LETTER_E = 101;

type Holders = ReadonlyMap<Id, ReadonlySet<Address>>;

/**
 * The first of the viewers that an event, or a part of one, would tell of something that it was not given; undefined if
 * there is none. `brought`: what the event itself brings them.
 */
export function stranger(part: object, viewers: ReadonlySet<Address>, given: Holders, brought: readonly Id[]): Address | undefined {
  // Asked of every event: arrays by index, objects by key, and a word is looked up only where an id could stand.
  if (Array.isArray(part)) {
    for (const item of part) {
      const found = mayRefer(item) ? strangerTo(item, viewers, given, brought) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }
  for (const key in part) {
    const item = (part as Record<string, unknown>)[key];
    const found = mayRefer(item) && !WORDS.has(key) ? strangerTo(item, viewers, given, brought) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function strangerTo(item: Id | object, viewers: ReadonlySet<Address>, given: Holders, brought: readonly Id[]): Address | undefined {
  if (typeof item === 'object') return stranger(item, viewers, given, brought);
  const holders = given.get(item);
  if (!holders || holders === viewers || brought.includes(item)) return undefined;
  for (const viewer of viewers) if (!holders.has(viewer)) return viewer;
  return undefined;
}

function mayRefer(item: unknown): item is Id | object {
  if (typeof item === 'string') return item.length === ID_LENGTH && item.charCodeAt(0) === LETTER_E;
  return typeof item === 'object' && item !== null;
}

/** The ids that an event, or a part of one, names, put to those that are there: what it may have changed. */
export function idsIn(part: object, into: Set<Id> = new Set()): Set<Id> {
  if (Array.isArray(part)) {
    for (const item of part) if (mayRefer(item)) put(item, into);
    return into;
  }
  for (const key in part) {
    const item = (part as Record<string, unknown>)[key];
    if (mayRefer(item) && !WORDS.has(key)) put(item, into);
  }
  return into;
}
function put(item: Id | object, into: Set<Id>): void {
  if (typeof item === 'string') into.add(item);
  else idsIn(item, into);
}

/** An event would have told a viewer of something that it was not given: a fault of a room, never of a user. */
export class AudienceError extends Error {
  constructor(type: string, viewer: Address) {
    super(`${type} refers to something that ${viewer} was not given`);
    this.name = 'AudienceError';
  }
}
