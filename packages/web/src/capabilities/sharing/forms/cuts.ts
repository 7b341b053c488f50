import { betweenCharacters, PLAIN, type Text } from '@entente/engine';

/** A stretch of a text, in UTF-16 steps from its beginning: [from, to). */
export type Cut = readonly [number, number];
/** By language; `text` for a text without languages. */
export type Cuts = Readonly<Record<string, readonly Cut[]>>;

/** The texts of a portion that can be cut, each by itself. */
export function versionsOf(text: Text): readonly (readonly [language: string, text: string])[] {
  return typeof text === 'string' ? [[PLAIN, text]] : Object.entries(text);
}

/** Takes a marked stretch out too: stretches that touch become one; blanks at its ends stay; nothing is cut inside a character. */
export function cutAlso(text: string, cuts: readonly Cut[], from: number, to: number): readonly Cut[] {
  const marked = text.slice(from, to);
  let a = from + (marked.length - marked.trimStart().length);
  let b = to - (marked.length - marked.trimEnd().length);
  if (a >= b) return cuts;
  const between = betweenCharacters(text);
  while (!between[a]) a--;
  while (!between[b]) b++;
  const joined: Cut[] = [];
  for (const next of [...cuts, [a, b] as const].sort((x, y) => x[0] - y[0])) {
    const last = joined.at(-1);
    // Only a blank between two stretches would stand alone between two marks.
    if (last && (next[0] <= last[1] || text.slice(last[1], next[0]).trim() === ''))
      joined[joined.length - 1] = [last[0], Math.max(last[1], next[1])];
    else joined.push(next);
  }
  return joined;
}

/** Puts a stretch back. */
export function putBack(cuts: readonly Cut[], cut: Cut): readonly Cut[] {
  return cuts.filter(([from, to]) => from !== cut[0] || to !== cut[1]);
}

/** The text as it will stand: what is kept, and each stretch that is taken out. */
export interface Piece {
  readonly text: string;
  readonly cut?: Cut | undefined;
}
export function piecesOf(text: string, cuts: readonly Cut[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const cut of cuts) {
    if (cut[0] > at) pieces.push({ text: text.slice(at, cut[0]) });
    pieces.push({ text: text.slice(cut[0], cut[1]), cut });
    at = cut[1];
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

/** The languages that fall away: left whole beside one that is cut, they would still say what was taken out. */
export function dropped(text: Text, cuts: Cuts): string[] {
  const isCut = (language: string): boolean => (cuts[language]?.length ?? 0) > 0;
  const languages = versionsOf(text).map(([language]) => language);
  return languages.some(isCut) ? languages.filter((l) => !isCut(l)) : [];
}
