import { nameKey } from './names.ts';

/** How a name was mistyped: two letters turned round, or one too many or too few within it. */

/** Only what is plainly a word: “USFK” beside “USKF”, “Team 1” beside “Team 11” may both be meant. */
const isWords = (name: string): boolean => /[a-z]/.test(name) && /^\p{L}+$/u.test(nameKey(name));
const words = (name: string): number => name.trim().split(/\s+/).length;

export function mayBeSlipFor(name: string, other: string): boolean {
  if (!isWords(name) || !isWords(other) || words(name) !== words(other)) return false;
  const [short = '', long = ''] = [nameKey(name), nameKey(other)].sort((a, b) => a.length - b.length);
  const at = [...long].findIndex((letter, i) => letter !== short[i]);
  if (at < 0) return false;
  if (short.length === long.length)
    return long.length >= 4 && long[at] === short[at + 1] && long[at + 1] === short[at] && long.slice(at + 2) === short.slice(at + 2);
  // At its end a letter makes another word of it, as in “Operations”.
  return long.length >= 6 && at > 0 && at < long.length - 1 && long.slice(at + 1) === short.slice(at);
}
