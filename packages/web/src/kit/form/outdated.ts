import type { Text } from '@entente/engine';

/** Languages of one text in which nothing was changed, while it was changed in another: what stands there may be outdated. */
export function outdated(before: Text, after: Text): string[] {
  const [was, is] = [byLanguage(before), byLanguage(after)];
  const both = Object.keys(was).filter((l) => l in is);
  const same = both.filter((l) => was[l] === is[l]);
  return same.length === both.length ? [] : same;
}

/** The text without those languages. */
export function without(text: Text, languages: readonly string[]): Text {
  if (typeof text === 'string') return text;
  return Object.fromEntries(Object.entries(text).filter(([language]) => !languages.includes(language)));
}

const byLanguage = (text: Text): Readonly<Record<string, string>> =>
  typeof text === 'string'
    ? { '': text.trim() }
    : Object.fromEntries(Object.entries(text).flatMap(([l, words]) => (words.trim() ? [[l, words.trim()]] : [])));
