import {
  type Address,
  type AttachmentCard,
  acknowledges,
  type Delivery,
  type Hit,
  type Id,
  type Ms,
  rosterOfWorld,
  standing,
  type Text,
  type World,
} from '@entente/engine';
import { itemEntry, requestEntries } from '../../capabilities/sharing/seat/entries.ts';

/** One thing that a seat holds: a delivered inject, a message (received or sent), a note of its own, an item, a request for release or its answer. */
export interface Item {
  readonly id: Id;
  readonly kind: 'delivery' | 'message' | 'note' | 'item' | 'request' | 'answer';
  readonly at: Ms;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly channel: string;
  readonly label?: string | undefined;
  readonly purpose?: string | undefined;
  readonly title?: Text | undefined;
  readonly text: Text;
  readonly unread: boolean;
  readonly acknowledgedAt?: Ms | undefined;
  /** Written by this seat. */
  readonly mine: boolean;
  readonly attachments?: readonly AttachmentCard[] | undefined;
  /** Control put a new text in the place of what was delivered: the last time, why, and what stood there before, oldest first. */
  readonly corrected?:
    | { readonly at: Ms; readonly version: number; readonly reason?: string | undefined; readonly before: readonly Former[] }
    | undefined;
  /** Control took it back. */
  readonly withdrawn?: { readonly at: Ms; readonly reason?: string | undefined } | undefined;
  /** What it answers or is about. */
  readonly about?: Id | undefined;
  /** The item that it is, or that a delivery brought. */
  readonly held?: Id | undefined;
  /** Of an item: the delivery in which it is read, so that it is no news by itself. */
  readonly within?: Id | undefined;
  /** Of an item: another seat gave it and waits to hear that it came. */
  readonly given?: boolean | undefined;
  /** The request that it is or answers. */
  readonly request?: Id | undefined;
}

/** A text that no longer stands. */
export interface Former {
  /** 0 as delivered, 1 after the first correction … */
  readonly version: number;
  readonly at: Ms;
  readonly title: Text;
  readonly text: Text;
}

/** What stood before the last correction, oldest first. */
function formerTexts(d: Delivery): Former[] {
  return [d, ...d.corrections].slice(0, -1).map(({ at, title, text }, version) => ({ version, at, title, text }));
}

/**
 * Everything that `viewer` holds, newest first. Injects and messages are one stream to whoever reads them. `seen`: what
 * was opened here of that whose reading is not on the record.
 */
export function itemsOf(world: World, viewer: Address, seen: ReadonlySet<Id> = NOTHING): Item[] {
  // Only players' reading is on the record; for those who watch nothing is unread.
  const reads = viewer.startsWith('seat:');
  const items = [
    ...shared(world, viewer, reads, seen),
    ...delivered(world, viewer, reads),
    ...messages(world, viewer, reads),
    ...notes(world, viewer),
  ];
  // Within one kind, equal times keep the order of the record: later entries first.
  return items
    .map((item, i) => ({ item, i }))
    .sort((a, b) => b.item.at - a.item.at || b.i - a.i)
    .map(({ item }) => item);
}

/** Items, and requests for release with their answers. */
function shared(world: World, viewer: Address, reads: boolean, seen: ReadonlySet<Id>): Item[] {
  const items: Item[] = [];
  const roster = rosterOfWorld(world);
  for (const row of world.sharing.items.values()) {
    const entry = itemEntry(world, row, viewer, roster);
    if (!entry) continue;
    const { made, unread, ...rest } = entry;
    items.push({ ...rest, kind: 'item', channel: 'item', unread: reads && unread, mine: made, held: row.id });
  }
  for (const row of world.sharing.requests.values())
    for (const entry of requestEntries(row, viewer))
      items.push({ ...entry, channel: 'request', unread: reads && !entry.mine && !seen.has(entry.id) });
  return items;
}

function delivered(world: World, viewer: Address, reads: boolean): Item[] {
  const entities = new Set(world.seats.directory?.entities.map((e) => e.id));
  const brought = new Map<Id, Id>();
  for (const row of world.sharing.items.values())
    for (const { delivery } of row.copies.values()) if (delivery !== undefined) brought.set(delivery, row.id);
  return [...world.injects.deliveries.values()].map((d) => {
    const { id, at, to, channel, label, attachments } = d;
    const { title, text, version } = standing(d);
    const last = d.corrections.at(-1);
    return {
      id,
      kind: 'delivery',
      held: brought.get(id),
      attachments,
      corrected: last && { at: last.at, version, reason: last.reason, before: formerTexts(d) },
      withdrawn: d.withdrawn && { at: d.withdrawn.at, reason: d.withdrawn.reason },
      at,
      // Scenarios name entities by their bare id.
      from: entities.has(d.from) ? `entity:${d.from}` : d.from,
      to,
      channel,
      label,
      title,
      text,
      unread: reads && !d.read.has(viewer),
      // What was acknowledged before a correction is to be acknowledged anew.
      acknowledgedAt: acknowledges(d, viewer) ? d.acknowledged.get(viewer)?.at : undefined,
      mine: false,
    };
  });
}

function messages(world: World, viewer: Address, reads: boolean): Item[] {
  return [...world.messages.messages.values()].map((m) => {
    const { id, at, from, to, channel, label, purpose, subject, text, attachments } = m;
    const mine = from === viewer;
    return {
      id,
      kind: 'message',
      attachments,
      at,
      from,
      to,
      channel,
      label,
      purpose,
      title: subject,
      text,
      unread: reads && !mine && !m.read.has(viewer),
      acknowledgedAt: m.acknowledged.get(viewer)?.at,
      mine,
      about: m.about?.id,
    };
  });
}

function notes(world: World, viewer: Address): Item[] {
  return [...world.messages.notes.values()]
    .filter((n) => n.seat === viewer)
    .map((n) => ({
      id: n.id,
      kind: 'note',
      at: n.at,
      from: viewer,
      to: [viewer],
      channel: 'note',
      text: n.text,
      attachments: n.attachments,
      unread: false,
      mine: true,
      about: n.about?.id,
    }));
}

/** The filters, in order; a filter without items is not shown. */
export const FILTERS = [
  'all',
  'item',
  'email',
  'phone',
  'news',
  'social',
  'intelligence',
  'report',
  'order',
  'message',
  'request',
  'sent',
  'note',
] as const;
export type Filter = (typeof FILTERS)[number];
const NOTHING: ReadonlySet<Id> = new Set();

/** Notes and sent messages have places of their own; `all` is what came in. Items and requests are listed whole under their own names. */
export function passes(item: Item, filter: Filter): boolean {
  if (filter === 'item') return item.kind === 'item';
  if (filter === 'request') return item.request !== undefined;
  if (item.within !== undefined || (item.kind === 'item' && item.mine)) return false;
  if (filter === 'note' || item.kind === 'note') return filter === 'note' && item.kind === 'note';
  if (filter === 'sent' || item.mine) return filter === 'sent' && item.mine;
  return filter === 'all' || item.channel === filter;
}

/** True if every word of `search` stands in the item's words (`words`: its texts and names, as the person reads them). */
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
  items: readonly Item[],
  hits: readonly Hit[],
  search: string,
  named: (item: Item) => string,
): readonly { readonly item: Item; readonly excerpt?: string | undefined }[] {
  const places = new Map(hits.map((h) => [h.id, h.excerpt]));
  return items.flatMap((item) => {
    const excerpt = places.get(item.id);
    return excerpt !== undefined || found(named(item), search) ? [{ item, excerpt }] : [];
  });
}

/** The order in which the list stands while a person reads: nothing moves until they ask for what is new. */
export interface Arrangement {
  readonly unread: readonly Id[];
  readonly read: readonly Id[];
}

export function arrange(items: readonly Item[]): Arrangement {
  return { unread: items.filter((i) => i.unread).map((i) => i.id), read: items.filter((i) => !i.unread).map((i) => i.id) };
}

/** How many things came in since the list was arranged. What this seat wrote itself is not news to it. */
export function newSince(arrangement: Arrangement, items: readonly Item[]): number {
  const known = new Set([...arrangement.unread, ...arrangement.read]);
  return items.filter((i) => !i.mine && i.within === undefined && !known.has(i.id)).length;
}
