import { useEffect, useRef } from 'react';

/** What we put into the browser's history: how many things stand open over the screen. */
const depth = (): number => Number((history.state as { depth?: number } | null)?.depth ?? 0);

/**
 * While something stands open over a screen (a reading pane on a phone, a card), the browser's Back closes it instead of
 * leaving Entente. Closed in another way, it takes its entry out of the history again.
 */
export function useBackCloses(open: boolean, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!open) return;
    const own = depth() + 1;
    history.pushState({ depth: own }, '');
    let gone = false;
    const onBack = (): void => {
      // Another that stood above this one may have gone.
      if (gone || depth() >= own) return;
      gone = true;
      latest.current();
    };
    addEventListener('popstate', onBack);
    return () => {
      removeEventListener('popstate', onBack);
      if (!gone && depth() >= own) history.back();
    };
  }, [open]);
}
