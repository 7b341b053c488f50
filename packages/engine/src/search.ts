import { findables } from './exercise.ts';
import type { Findable } from './room.ts';
import type { World } from './world.ts';

/** What was found, and where in it. */
export interface Hit extends Omit<Findable, 'texts'> {
  /** The words around the first place found, in the language in which it was found. */
  readonly excerpt: string;
}
const MOST_HITS = 200;
/** Two long texts: a few milliseconds. */
const LETTERS_AT_ONCE = 40_000;
/** Characters on each side of what was found. */
const AROUND = 40;

/**
 * Search over one world: what its owner was given, and nothing else; there is no index over all. Every word of the query
 * must stand in the thing, in any of its languages; case, width and composition do not matter. Newest first.
 */
export function search(world: World, query: string): Hit[] {
  const steps = searching(world, query);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps: it stops after so many letters were looked through, for whoever has others to serve meanwhile. */
export function* searching(world: World, query: string): Generator<undefined, Hit[]> {
  const words = folded(query).split(/\s+/u).filter(Boolean).slice(0, 10);
  if (words.length === 0) return [];
  const hits: Hit[] = [];
  let letters = 0;
  const look = (found: Omit<Hit, 'excerpt'>, texts: Findable['texts']): void => {
    const all = texts.flatMap((t) => (t === undefined ? [] : typeof t === 'string' ? [t] : Object.values(t)));
    const whole = folded(all.join('\n'));
    letters += whole.length;
    if (!words.every((w) => whole.includes(w))) return;
    const first = words[0] as string;
    // To find the place costs as much again, and more.
    letters += 3 * whole.length;
    hits.push({ ...found, excerpt: excerptOf(all.find((t) => folded(t).includes(first)) ?? '', first) });
  };
  for (const { texts, ...found } of findables(world)) {
    if (letters >= LETTERS_AT_ONCE) letters = yield* rest();
    look(found, texts);
  }
  return hits.sort((a, b) => b.at - a.at).slice(0, MOST_HITS);
}

/** Lets others have their turn; nothing has been looked through since. */
function* rest(): Generator<undefined, number> {
  yield;
  return 0;
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** A character as folding sees it: with all that may melt into it, such as marks, jamo and voicing. */
const CHARACTER = /.[\p{M}\u1160-\u11FF\u3131-\u318E\uFF9E-\uFFDC]*/gsu;

/**
 * The words around the first place of `word`. Folding makes texts longer and shorter, so the place is counted in characters
 * of the text as it is: in long strides first, since a text may have twenty thousand.
 */
function excerptOf(text: string, word: string): string {
  const plain = text.replace(/\s+/gu, ' ');
  const characters = plain.match(CHARACTER) ?? [];
  const place = Math.max(0, folded(plain).indexOf(word));
  let first = 0;
  let past = 0;
  for (const stride of [1_024, 32, 1]) {
    const next = (): number => past + folded(characters.slice(first, first + stride).join('')).length;
    for (let end = next(); end <= place && end > past; end = next()) {
      first += stride;
      past = end;
    }
  }
  let last = first;
  for (; past < place + word.length && last < characters.length; last++) past += folded(characters[last] as string).length;
  const from = Math.max(0, first - AROUND);
  const to = last + AROUND;
  return `${from > 0 ? '…' : ''}${characters.slice(from, to).join('')}${to < characters.length ? '…' : ''}`;
}
