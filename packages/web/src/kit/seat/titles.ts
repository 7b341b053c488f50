import type { Text } from '@entente/engine';
import type { Line } from './line.ts';

const LONGEST = 120;

/** An item's title; of a message without a subject, its first words. */
export function titleOf(line: Line, text: (t: Text | undefined) => string): string {
  const title = text(line.title).trim();
  if (title) return title;
  const first = text(line.text).trim().split('\n')[0] ?? '';
  return first.length > LONGEST ? `${first.slice(0, LONGEST).trimEnd()}…` : first;
}

/** The words that follow the title in a list: the text, or nothing if the title is already its beginning. */
export function previewOf(line: Line, text: (t: Text | undefined) => string): string {
  return text(line.title).trim() ? text(line.text).replace(/\s+/g, ' ').trim() : '';
}

/** The subject of an answer, at most 300 characters; an answer to an answer says so once. `re` puts the word before a title. */
export function subjectOfReply(title: string, re: (title: string) => string): string {
  return (title.startsWith(re('').trim()) ? title : re(title)).slice(0, 300);
}
