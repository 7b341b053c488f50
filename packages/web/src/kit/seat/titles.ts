import type { Text } from '@entente/engine';
import type { Line } from './line.ts';

const LONGEST = 120;

/** An item's title; of a message without a subject, its first words. */
export function titleOf(line: Line, text: (t: Text | undefined) => string): string {
  return text(line.title).trim() || firstWords(text(line.text));
}

function firstWords(words: string): string {
  const first = words.trim().split('\n')[0] ?? '';
  return first.length > LONGEST ? `${first.slice(0, LONGEST).trimEnd()}…` : first;
}

/** The words that follow the title in a list: the text, or nothing if the title is already its beginning. */
export function previewOf(line: Line, text: (t: Text | undefined) => string): string {
  return text(line.title).trim() ? text(line.text).replace(/\s+/g, ' ').trim() : '';
}

/** A subject that was begun in several languages and is written anew in some: those others say it no more. */
export function rewritten(begun: Text, now: Text): Text {
  if (typeof begun !== 'object' || typeof now !== 'object') return now;
  const mine = Object.entries(now).filter(([language, words]) => words !== begun[language]);
  return mine.length === 0 ? now : Object.fromEntries(mine);
}

/** The word before the subject of an answer, in the language of the subject, which need not be the reader's. */
const RE: Readonly<Record<string, string>> = { en: 'Re: ', ko: '회신: ' };

/**
 * The subject of an answer, in the languages in which that is written which it answers; at most 300 characters. An answer to
 * an answer says so once. `reader`: what says no language takes the word of this one.
 */
export function subjectOfReply(line: Line, reader: string): Text {
  const said = (words: string, language: string): string => {
    const again = Object.values(RE).some((re) => words.startsWith(re.trim()));
    return `${again ? '' : (RE[language] ?? RE.en)}${words}`.slice(0, 300);
  };
  const title = typeof line.title === 'object' || line.title?.trim() ? line.title : undefined;
  const words = title ?? line.text;
  const one = (t: string, language: string): string => said(title ? t : firstWords(t), language);
  if (typeof words !== 'object') return one(words, reader);
  return Object.fromEntries(Object.entries(words).map(([language, t]) => [language, one(t, language)]));
}
