import { useState } from 'react';

/** The card opens first; whether it was put away is kept in this tab, per door. */
export function useDismissed(door: string): [boolean, () => void] {
  const key = `entente.draft ${door} card`; // a draft's key, so that leaving the seat forgets it too
  const [seen, setSeen] = useState(() => {
    try {
      return sessionStorage.getItem(key) !== null;
    } catch {
      return false;
    }
  });
  const dismiss = () => {
    setSeen(true);
    try {
      sessionStorage.setItem(key, 'seen');
    } catch {
      // No storage: the card opens again after a reload.
    }
  };
  return [seen, dismiss];
}
