import type { Text } from '@entente/engine';
import { says } from '@entente/engine/statements';

const END = /(?<=[.!?。])\s+/u;

/** How many sentences use one of these names, in all languages. */
export function sentencesWith(text: Text, names: readonly Text[]): number {
  return parted(text).flatMap(([language, sentences]) => sentences.filter((s) => uses(language, s, names))).length;
}

/** The text without them. */
export function withoutSentences(text: Text, names: readonly Text[]): Text {
  const kept = parted(text).map(
    ([language, sentences]) => [language, sentences.filter((s) => !uses(language, s, names)).join(' ')] as const,
  );
  return typeof text === 'string' ? (kept[0]?.[1] ?? '') : Object.fromEntries(kept);
}

const parted = (text: Text): readonly (readonly [string, readonly string[]])[] =>
  (typeof text === 'string' ? [['', text] as const] : Object.entries(text)).map(([language, words]) => [language, words.split(END)]);

const uses = (language: string, sentence: string, names: readonly Text[]): boolean =>
  names.some((name) => says(language === '' ? sentence : { [language]: sentence }, name));
