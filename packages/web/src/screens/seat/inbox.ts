import { type Address, clockStatus, type Hit, type Id, isToAll, type World } from '@entente/engine';
import type { Line } from '../../kit/seat/line.ts';
import type { SeatLook, SeatPart } from '../../kit/seat/part.ts';

const NOTHING: ReadonlySet<Id> = new Set();

/** Whose screen this is and what it holds; after ENDEX nothing is read on the record. `seen`: what was opened here of that whose reading is not on it. */
export function lookOf(world: World, seat: Address, seen: ReadonlySet<Id> = NOTHING): SeatLook {
  return { world, seat, seen, reads: seat.startsWith('seat:') && clockStatus(world) !== 'ended' };
}

/** Everything that a seat holds, newest first: one stream, whatever capability it comes from. */
export function linesOf(parts: readonly SeatPart[], look: SeatLook): Line[] {
  const brought = new Map(parts.flatMap((part) => [...(part.brought?.(look.world) ?? [])]));
  // Of the same moment, what the first capability in the list gives stands first; within one kind, later entries.
  const lines = parts.toReversed().flatMap((part) => [...(part.inbox?.(look) ?? [])]);
  return lines
    .map((line, i) => ({ line: brought.has(line.id) ? { ...line, brought: brought.get(line.id) } : line, i }))
    .sort((a, b) => b.line.at - a.line.at || b.i - a.i)
    .map(({ line }) => line);
}

export interface Filter {
  readonly name: string;
  /** The catalogue of its name. */
  readonly words: string;
}
const own = (name: string): Filter => ({ name, words: 'seat' });

/** The four of the inbox; those who only watch need two. */
export function inboxFilters(listener: boolean): readonly Filter[] {
  return (listener ? ['all', 'news'] : ['all', 'me', 'news', 'sent']).map(own);
}

/** Those of all that is held: everything, then what capabilities hold under names of their own. */
export function heldFilters(parts: readonly SeatPart[]): readonly Filter[] {
  const given = parts.flatMap(({ filters = [], room }) => filters.map((f) => ({ ...f, words: room })));
  return [own('held'), ...given.sort((a, b) => a.order - b.order)];
}

/** “To me”: to this seat, or to a cell or party by name; not what goes to all the world. */
const PAPERS: ReadonlySet<string> = new Set(['news', 'social']);

/** `held` is everything; `all` is what came in, of which `me` and `news` are parts; `sent` is what went out. */
export function passes(line: Line, filter: string): boolean {
  if (filter === 'held') return line.within === undefined;
  if (line.filter === filter) return true;
  if (line.within !== undefined || line.apart) return false;
  if (filter === 'sent' || line.mine) return filter === 'sent' && line.mine;
  if (filter === 'news') return PAPERS.has(line.channel);
  if (filter === 'me') return !PAPERS.has(line.channel) && !line.to.some(isToAll);
  return filter === 'all';
}

/** True if every word of `search` stands in the line's words (`words`: its texts and names, as the person reads them). */
export function found(words: string, search: string): boolean {
  const haystack = words.normalize('NFC').toLowerCase();
  return search
    .normalize('NFC')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

/**
 * What a search finds among everything that is held: whatever the engine’s search over this world gives, and lines whose
 * names, label or request answer it. Newest first, each with the words around the place.
 */
export function searched(
  lines: readonly Line[],
  hits: readonly Hit[],
  search: string,
  named: (line: Line) => string,
): readonly { readonly line: Line; readonly excerpt?: string | undefined }[] {
  const places = new Map(hits.map((h) => [h.id, h.excerpt]));
  return lines.flatMap((line) => {
    const excerpt = places.get(line.id);
    return excerpt !== undefined || found(named(line), search) ? [{ line, excerpt }] : [];
  });
}

/** The order in which the list stands while a person reads: nothing moves until they ask for what is new. */
export interface Arrangement {
  readonly unread: readonly Id[];
  readonly read: readonly Id[];
}

export function arrange(lines: readonly Line[]): Arrangement {
  return { unread: lines.filter((l) => l.unread).map((l) => l.id), read: lines.filter((l) => !l.unread).map((l) => l.id) };
}

/** How many things came in since the list was arranged. What this seat wrote itself is not news to it. */
export function newSince(arrangement: Arrangement, lines: readonly Line[]): number {
  const known = new Set([...arrangement.unread, ...arrangement.read]);
  return lines.filter((l) => !l.mine && l.within === undefined && !known.has(l.id)).length;
}
