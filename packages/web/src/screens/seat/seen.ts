import type { Id } from '@entente/engine';
import { useState } from 'react';

/** Things whose reading is not on the record, opened in this tab: kept until the seat is left. */
export function useSeen(door: string): readonly [seen: ReadonlySet<Id>, see: (id: Id) => void] {
  const key = `entente.draft ${door} seen`; // a draft's key, so that leaving the seat forgets it too
  const [seen, set] = useState<ReadonlySet<Id>>(() => {
    try {
      return new Set(JSON.parse(sessionStorage.getItem(key) ?? '[]') as Id[]);
    } catch {
      return new Set();
    }
  });
  const see = (id: Id) => {
    if (seen.has(id)) return;
    const next = new Set([...seen, id]);
    set(next);
    try {
      sessionStorage.setItem(key, JSON.stringify([...next]));
    } catch {
      // No storage: it counts as unread again after a reload.
    }
  };
  return [seen, see];
}
