import type { Text } from '../fact.ts';
import type { Redaction } from './language.ts';

/** What stands where something was taken out. */
export const CUT_MARK = '[…]';
/** The key of cuts in a text without languages. */
export const PLAIN = 'text';

type Cuts = Readonly<Record<string, readonly (readonly [number, number])[]>>;

/**
 * The text with stretches taken out; undefined if a cut lies outside it or names a language that it does not have.
 * A language that was left whole beside a cut one is dropped: it would still say what was taken out.
 */
export function redact(text: Text, cuts: Cuts): Text | undefined {
  const named = Object.entries(cuts).filter(([, list]) => list.length > 0);
  if (typeof text === 'string') {
    if (named.length === 0) return text;
    const [only, ...others] = named;
    return only?.[0] === PLAIN && others.length === 0 ? cutOut(text, only[1]) : undefined;
  }
  if (named.length === 0) return text;
  const kept: Record<string, string> = {};
  for (const [language, list] of named) {
    const whole = Object.hasOwn(text, language) ? text[language] : undefined;
    const rest = whole === undefined ? undefined : cutOut(whole, list);
    if (rest === undefined) return undefined;
    kept[language] = rest;
  }
  return kept;
}

function cutOut(text: string, cuts: readonly (readonly [number, number])[]): string | undefined {
  const sorted = [...cuts].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const between = betweenCharacters(text);
  let out = '';
  let at = 0;
  for (const [from, to] of sorted) {
    if (from >= to || to > text.length || !between[from] || !between[to]) return undefined;
    // Stretches that touch or overlap are one.
    if (from > at || out === '') out += text.slice(at, Math.max(at, from)) + CUT_MARK;
    at = Math.max(at, to);
  }
  return out + text.slice(at);
}

/**
 * Marks the places, in UTF-16 steps, at which no character is torn apart: a letter keeps its marks, a syllable its jamo, an
 * emoji its parts, a line break both of its halves. What is left of a torn one tells what was taken out. The segmenter is
 * made when it is asked for: a browser too old to have one still shows everything else.
 */
export function betweenCharacters(text: string): Uint8Array {
  const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const places = new Uint8Array(text.length + 1);
  for (const { index } of characters.segment(text)) places[index] = 1;
  places[text.length] = 1;
  return places;
}

/** What was taken out of which portion, for those who hold both versions. */
export function redactions(
  whole: number,
  portions: readonly { readonly of: number; readonly text?: Text | undefined; readonly cuts?: Cuts | undefined }[],
): Redaction[] {
  const removed: Redaction[] = [];
  for (let portion = 0; portion < whole; portion++) {
    const kept = portions.filter((p) => p.of === portion);
    if (kept.length === 0) removed.push({ portion, how: 'left-out' });
    for (const p of kept) {
      if (p.text !== undefined) removed.push({ portion, how: 'reworded' });
      else if (Object.values(p.cuts ?? {}).some((list) => list.length > 0)) removed.push({ portion, how: 'cut', cuts: p.cuts });
    }
  }
  return removed;
}
