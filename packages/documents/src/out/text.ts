import type { Text } from '@entente/engine';

/** A text in a language; where that is missing, in the first that it has. */
export const pick = (text: Text | undefined, language: string): string =>
  text === undefined ? '' : typeof text === 'string' ? text : (text[language] ?? Object.values(text)[0] ?? '');
