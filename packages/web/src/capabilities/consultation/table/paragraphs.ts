import type { Text } from '@entente/engine';

const lines = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A text by paragraphs, one a line; undefined where its languages have not the same number of them. */
export function paragraphsOf(text: Text): Text[] | undefined {
  if (typeof text === 'string') return lines(text);
  const all = Object.entries(text).map(([language, words]) => [language, lines(words)] as const);
  const [first] = all;
  if (!first || all.some(([, each]) => each.length !== first[1].length)) return undefined;
  return first[1].map((_, i) => Object.fromEntries(all.map(([language, each]) => [language, each[i] ?? ''])));
}
