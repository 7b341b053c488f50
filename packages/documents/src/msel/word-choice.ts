import { type Said, said } from '../error.ts';
import type { Guesses } from '../guesses.ts';

/** A word of a recipient cell that may mean one thing or another. */
export interface DoubtfulWord {
  readonly word: string;
  readonly code: string;
  readonly what: Said;
  readonly because: Said;
  /** What is done until somebody says: in doubt nobody receives. */
  readonly value: 'itself' | 'nobody';
  /** Names that it may mean, each list a possibility; the first is suggested, or the word itself where there is none. */
  readonly means: readonly (readonly string[])[];
  readonly confidence: number;
  readonly rows: readonly number[];
}

/** Asks what a word of the recipient cells means, so that one answer settles every row that says it. */
export function askWord({ word, code, what, because, value, means, confidence, rows }: DoubtfulWord, guesses: Guesses): void {
  const lists = means.map((names) => ({ value: names.join('\n'), label: said(names.join(', '), names.join(', ')) }));
  guesses.decide({
    key: `recipient:${word}`,
    code,
    kind: 'recipient',
    what,
    because,
    value,
    suggestion: lists[0]?.value ?? 'itself',
    confidence,
    alternatives: [
      ...lists,
      { value: 'itself', label: said(`“${word}” as it stands`, `적힌 그대로 “${word}”`) },
      { value: 'nobody', label: said('nobody: it waits', '아무에게도 전달하지 않고 대기') },
    ],
    sets: ['recipients', word],
    rows,
  });
}

const SMALL = /^(?:of|the|and|for|de|la|le|du|des|und|der|die)$/i;

/**
 * True if one name may be the other written short: its beginning (“Pol”, “Ops” for Operations), its initials (“MOD”), or, in
 * capitals, letters of it in their order (“HQ”). Nobody but the planner knows whether it is.
 */
export function mayBeShortFor(short: string, long: string): boolean {
  const small = short.replace(/\.$/, '');
  if (!/^[A-Za-z]{2,6}$/.test(small)) return false;
  const words = long.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = ''] = words;
  const key = small.toLowerCase();
  if (words.length > 1) {
    const initials = (own: readonly string[]): string => own.map((w) => w.charAt(0).toLowerCase()).join('');
    if ([initials(words), initials(words.filter((w) => !SMALL.test(w)))].includes(key)) return true;
  }
  const whole = first.toLowerCase();
  if (whole.length < key.length + 2 || !/^[a-z]+$/.test(whole)) return false;
  if (key.length > 2 && (whole.startsWith(key) || (key.endsWith('s') && whole.startsWith(key.slice(0, -1))))) return true;
  return words.length === 1 && small === small.toUpperCase() && whole.charAt(0) === key.charAt(0) && inOrder(key, whole);
}

function inOrder(letters: string, word: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
