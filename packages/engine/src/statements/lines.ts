import type { Text } from '../fact.ts';
import type { Line } from './language.ts';

/** What texts have in common with lines. */
export const languagesOf = (text: Text): string[] => (typeof text === 'string' ? [] : Object.keys(text));

/** True if a text is a line word for word, in each of its languages. */
export function saysLine(line: Line | undefined, text: Text): boolean {
  if (!line) return false;
  const whole = line.card.text;
  if (typeof text === 'string') return typeof whole === 'string' ? text === whole : Object.values(whole).includes(text);
  return Object.entries(text).every(([l, words]) => (typeof whole === 'string' ? whole : whole[l]) === words);
}
