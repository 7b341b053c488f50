import { useCallback, useEffect, useState } from 'react';

/** Unsent words survive a reload and a lost network: kept per door in this tab's own storage, gone when the seat is left. */
const prefix = (door: string): string => `entente.draft ${door} `;

export function useDraft<T>(door: string, name: string, empty: T): [T, (value: T) => void, () => void] {
  const key = prefix(door) + name;
  const [value, setValue] = useState<T>(() => read(key) ?? empty);
  const set = useCallback(
    (next: T) => {
      setValue(next);
      try {
        sessionStorage.setItem(key, JSON.stringify(next));
      } catch {
        // No storage here: the draft lives as long as the page.
      }
    },
    [key],
  );
  const clear = useCallback(() => {
    setValue(empty);
    try {
      sessionStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  }, [key, empty]);
  return [value, set, clear];
}

export function forgetDrafts(door: string): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix(door))) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** Where a draft keeps what somebody wrote, beside what they chose. */
const WORDS = new Set(['text', 'title', 'subject', 'reason', 'conditions', 'note', 'own', 'other', 'en', 'ko']);

/** The words of every draft of a door, so that they can be taken along when its session has ended. */
export function keptWords(door: string): string[] {
  try {
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(prefix(door)) && !key.startsWith(`${prefix(door)}files of `));
    return keys.map((key) => wordsIn(JSON.parse(sessionStorage.getItem(key) ?? '""')).join('\n')).filter((words) => words !== '');
  } catch {
    return [];
  }
}

/** Whose session was ended from elsewhere takes along what was being written; this tab keeps nothing of it. */
export function useTakenAlong(ended: boolean, door: string): readonly string[] {
  const [taken, take] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!ended) return;
    take(keptWords(door));
    forgetDrafts(door);
  }, [ended, door]);
  return taken;
}

function wordsIn(draft: unknown): string[] {
  if (typeof draft === 'string') return draft.trim() === '' ? [] : [draft.trim()];
  if (Array.isArray(draft)) return draft.flatMap((d) => (typeof d === 'object' ? wordsIn(d) : []));
  if (typeof draft !== 'object' || draft === null) return [];
  return Object.entries(draft).flatMap(([key, value]) => (WORDS.has(key) || Array.isArray(value) ? wordsIn(value) : []));
}

function read<T>(key: string): T | undefined {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? undefined : (JSON.parse(kept) as T);
  } catch {
    return undefined;
  }
}
