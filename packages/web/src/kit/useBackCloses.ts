import { useEffect, useRef } from 'react';

/** What stands open over the screen, in the order in which it was opened: each by what closes it. */
const opened: (() => void)[] = [];
/** True while the browser goes back because we asked it to: only then may anything be put into its history again. */
let leaving = false;
let settling = false;
let listening = false;

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
    if (!listening) addEventListener('popstate', onBack);
    listening = true;
    const own = (): void => latest.current();
    opened.push(own);
    settle();
    return () => {
      const at = opened.indexOf(own);
      if (at < 0) return;
      opened.splice(at, 1);
      settle();
    };
  }, [open]);
}

/** Where one thing closes and another opens at once, as by a tab tapped in a letter, the entry of the one serves the other. */
function settle(): void {
  if (settling || leaving) return;
  settling = true;
  queueMicrotask(() => {
    settling = false;
    for (let next = depth() + 1; next <= opened.length; next++) history.pushState({ depth: next }, '');
    if (opened.length === depth()) return;
    leaving = true;
    history.go(opened.length - depth());
  });
}

function onBack(): void {
  if (leaving) {
    leaving = false;
    settle();
    return;
  }
  while (opened.length > depth()) opened.pop()?.();
}
