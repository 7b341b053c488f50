import type { World } from './exercise.ts';
import { standing } from './injects/status.ts';
import type { Id, Ms, Text } from './room.ts';
import { standingCard } from './sharing/items.ts';

/** What was found, and where in it. */
export interface Hit {
  readonly kind: 'item' | 'delivery' | 'message' | 'note' | 'briefing';
  /** The thing’s own id; a briefing’s is its scope. */
  readonly id: Id;
  /** Scenario ms; a briefing stands before STARTEX. */
  readonly at: Ms;
  readonly title: Text;
  /** The words around the first place found, in the language in which it was found. */
  readonly excerpt: string;
}
const MOST_HITS = 200;
const AROUND = 40;

/**
 * Search over one world: what its owner was given, and nothing else; there is no index over all. Every word of the query
 * must stand in the thing, in any of its languages; case, width and composition do not matter. Newest first.
 */
export function search(world: World, query: string): Hit[] {
  const words = folded(query).split(/\s+/u).filter(Boolean).slice(0, 10);
  if (words.length === 0) return [];
  const hits: Hit[] = [];
  const look = (found: Omit<Hit, 'excerpt'>, ...texts: readonly (Text | undefined)[]): void => {
    const all = texts.flatMap((t) => (t === undefined ? [] : typeof t === 'string' ? [t] : Object.values(t)));
    const whole = folded(all.join('\n'));
    if (!words.every((w) => whole.includes(w))) return;
    const first = words[0] as string;
    hits.push({ ...found, excerpt: excerptOf(all.find((t) => folded(t).includes(first)) ?? '', first) });
  };
  for (const item of world.sharing.items.values()) {
    const card = standingCard(item);
    const copy = item.copies.values().next().value;
    if (card && copy)
      look({ kind: 'item', id: item.id, at: copy.at, title: card.title }, card.title, ...card.portions.map((p) => p.text), copy.note);
  }
  for (const d of world.injects.deliveries.values()) {
    const { title, text } = standing(d);
    look({ kind: 'delivery', id: d.id, at: d.at, title }, title, text);
  }
  for (const m of world.messages.messages.values())
    look({ kind: 'message', id: m.id, at: m.at, title: m.subject ?? '' }, m.subject, m.text);
  for (const n of world.messages.notes.values()) look({ kind: 'note', id: n.id, at: n.at, title: '' }, n.text);
  for (const [scope, { text }] of world.seats.briefings) look({ kind: 'briefing', id: scope, at: 0, title: '' }, text);
  return hits.sort((a, b) => b.at - a.at).slice(0, MOST_HITS);
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function excerptOf(text: string, word: string): string {
  const plain = text.replace(/\s+/gu, ' ');
  const at = Math.max(0, folded(plain).indexOf(word));
  const from = Math.max(0, at - AROUND);
  const to = Math.min(plain.length, at + word.length + AROUND);
  return `${from > 0 ? '…' : ''}${plain.slice(from, to)}${to < plain.length ? '…' : ''}`;
}
