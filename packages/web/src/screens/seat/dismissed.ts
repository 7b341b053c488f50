import { useState } from 'react';

interface Dismissed {
  readonly seen: boolean;
  /** True if it was put away before and is looked at again. */
  readonly again: boolean;
  readonly dismiss: () => void;
  readonly show: () => void;
}

/** The card opens first; whether it was put away is kept in this tab, per door. */
export function useDismissed(door: string): Dismissed {
  const key = `entente.draft ${door} card`; // a draft's key, so that leaving the seat forgets it too
  const [seen, setSeen] = useState(() => {
    try {
      return sessionStorage.getItem(key) !== null;
    } catch {
      return false;
    }
  });
  const [again, setAgain] = useState(false);
  const dismiss = () => {
    setSeen(true);
    try {
      sessionStorage.setItem(key, 'seen');
    } catch {
      // No storage: the card opens again after a reload.
    }
  };
  const show = () => {
    setAgain(true);
    setSeen(false);
  };
  return { seen, again, dismiss, show };
}
