import type { Text } from '@entente/engine';

interface Both {
  readonly title: Text;
  readonly text: Text;
}

const inLanguage = ({ title, text }: Both, language: string): string => JSON.stringify([of(title, language), of(text, language)]);
const of = (text: Text, language: string): string => (typeof text === 'string' ? text : (text[language] ?? '')).trim();

/** Languages in which a correction changed nothing, while it changed others: what stands there may be outdated. */
export function untouched(before: Both, after: Both): string[] {
  const languages = [
    ...new Set([before, after].flatMap(({ title, text }) => [title, text]).flatMap((t) => (typeof t === 'object' ? Object.keys(t) : []))),
  ];
  const same = languages.filter((language) => inLanguage(before, language) === inLanguage(after, language));
  return same.length === languages.length ? [] : same;
}

/** The text without those languages. */
export function without(text: Text, languages: readonly string[]): Text {
  if (typeof text === 'string') return text;
  return Object.fromEntries(Object.entries(text).filter(([language]) => !languages.includes(language)));
}
