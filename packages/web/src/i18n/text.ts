import type { Text } from '@entente/engine';
import { useCallback } from 'react';
import { usePreferences } from './preferences.ts';

/** A text as one reader gets it. */
export interface Reading {
  readonly words: string;
  /** The language of the words; undefined if nobody has said it. */
  readonly language?: string | undefined;
  /** True if they are in another language than the reader's. */
  readonly lacks: boolean;
}

/** A text in the reader's language; where that is missing, in the first that it has. What does not say its language lacks none. */
export function reading(text: Text | undefined, language: string): Reading {
  if (text === undefined || typeof text === 'string') return { words: text ?? '', lacks: false };
  const own = text[language];
  if (own !== undefined) return { words: own, language, lacks: false };
  const [other] = Object.entries(text);
  return other ? { words: other[1], language: other[0], lacks: true } : { words: '', lacks: false };
}

/** The words of the same, for sentences and lists in which they stand among others. */
export function pick(text: Text | undefined, language: string): string {
  return reading(text, language).words;
}

/** Two texts in one language, the reader's if both have it; both empty if they have none in common. */
export function compared(before: Text | undefined, after: Text | undefined, language: string): readonly [string, string] {
  if (typeof before !== 'object' || typeof after !== 'object') return [pick(before, language), pick(after, language)];
  const common = [language, ...Object.keys(after)].find((key) => before[key] !== undefined && after[key] !== undefined);
  return common === undefined ? ['', ''] : [before[common] ?? '', after[common] ?? ''];
}

/** Picks texts in the person's language: `const text = useText(); text(card.title)`. */
export function useText(): (text: Text | undefined) => string {
  const { language } = usePreferences();
  return useCallback((text) => pick(text, language), [language]);
}
