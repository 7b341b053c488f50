import type { Text } from '@entente/engine';
import { useCallback } from 'react';
import { usePreferences } from './preferences.ts';

/** A scenario's text in that language; else in the first language it has; empty if there is none. */
export function pick(text: Text | undefined, language: string): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  return text[language] ?? Object.values(text)[0] ?? '';
}

/** Picks scenario texts in the person's language: `const text = useText(); text(card.title)`. */
export function useText(): (text: Text | undefined) => string {
  const { language } = usePreferences();
  return useCallback((text) => pick(text, language), [language]);
}
