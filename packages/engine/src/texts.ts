import type { Text } from './fact.ts';

/** Texts by their languages. A text that is one string does not say its language, and lacks none. */

/** True if a text says its languages and that one is not among them. */
export function lacks(text: Text | undefined, language: string): boolean {
  return typeof text === 'object' && text[language] === undefined;
}

/** The text with that language beside the others, which stay before it: the first is the one that it was written in. */
export function withLanguage(text: Text, language: string, words: string | undefined): Text {
  return words === undefined || !lacks(text, language) ? text : { ...(text as object), [language]: words };
}
