import type { Text } from '@entente/engine';
import type { Item } from './inbox.ts';

const LONGEST = 120;

/** An item's title; of a message without a subject, its first words. */
export function titleOf(item: Item, text: (t: Text | undefined) => string): string {
  const title = text(item.title).trim();
  if (title) return title;
  const line = text(item.text).trim().split('\n')[0] ?? '';
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
}

/** The words that follow the title in a list: the text, or nothing if the title is already its beginning. */
export function previewOf(item: Item, text: (t: Text | undefined) => string): string {
  return text(item.title).trim() ? text(item.text).replace(/\s+/g, ' ').trim() : '';
}

/** The subject of an answer, at most 300 characters; an answer to an answer says so once. `re` puts the word before a title. */
export function subjectOfReply(title: string, re: (title: string) => string): string {
  return (title.startsWith(re('').trim()) ? title : re(title)).slice(0, 300);
}
