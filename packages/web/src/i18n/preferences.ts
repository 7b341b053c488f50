import { useSyncExternalStore } from 'react';

/** Language and theme are the person's own: kept in this browser where it allows that, and nowhere else. */
export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Theme = 'light' | 'dark';
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  /** The language in which this person writes, where that is not the screen's. */
  readonly writes?: Language | undefined;
}

const KEY = 'entente.preferences';
const listeners = new Set<() => void>();
let current: Preferences = { ...fromBrowser(), ...fromStorage() };

/** The preferences now; the same object until one changes. */
export function preferences(): Preferences {
  return current;
}

/** Changes some of them, tells every screen, and keeps them if storage is allowed. Who reads in another language writes in it, too. */
export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...(change.language ? { writes: undefined } : {}), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // Storage is forbidden here (private window, policy): the choice lasts until the page is left.
  }
  for (const listener of listeners) listener();
}

export function onPreferences(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(onPreferences, preferences);
}

function fromBrowser(): Preferences {
  const language = typeof navigator !== 'undefined' && navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
  const dark = typeof matchMedia !== 'undefined' && matchMedia('(prefers-color-scheme: dark)').matches;
  return { language, theme: dark ? 'dark' : 'light' };
}

function fromStorage(): Partial<Preferences> {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
    return {
      ...(LANGUAGES.some((l) => l === kept.language) ? { language: kept.language as Language } : {}),
      ...(LANGUAGES.some((l) => l === kept.writes) ? { writes: kept.writes as Language } : {}),
      ...(kept.theme === 'light' || kept.theme === 'dark' ? { theme: kept.theme } : {}),
    };
  } catch {
    return {};
  }
}
