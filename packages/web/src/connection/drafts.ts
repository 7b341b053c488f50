import { useCallback, useState } from 'react';

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

function read<T>(key: string): T | undefined {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? undefined : (JSON.parse(kept) as T);
  } catch {
    return undefined;
  }
}
