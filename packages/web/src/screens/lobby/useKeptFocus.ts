import { type FocusEvent, useEffect, useRef } from 'react';

/**
 * Where the button pressed by somebody without a mouse goes, its successor has the focus: else they begin at the top of the page.
 * `next`: which that is, in the box, as soon as `state` has changed.
 */
export function useKeptFocus<E extends HTMLElement>(next: string, state: unknown) {
  const box = useRef<E>(null);
  const within = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the state that takes buttons away
  useEffect(() => {
    if (within.current && document.activeElement === document.body)
      box.current?.querySelector<HTMLElement>(next)?.focus({ preventScroll: true });
  }, [state]);
  return {
    ref: box,
    onFocus: () => {
      within.current = true;
    },
    onBlur: (e: FocusEvent) => {
      if (e.relatedTarget !== null) within.current = false;
    },
  };
}
