import { useEffect, useSyncExternalStore } from 'react';
import { hashOf, type Place, placeFrom } from './place.ts';

/**
 * Where in the lobby one is. A place may hold its reader: whoever goes elsewhere from there, by a link or by Back, is asked first,
 * and stays until the answer. One browser tab has one address, so there is one of this.
 */
let shown = typeof location === 'undefined' ? '' : location.hash;
let holds = false;
/** Where the reader wants to go from a place that holds. */
let wanted: string | undefined;
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

function moved(): void {
  if (holds && location.hash !== shown) {
    wanted = location.hash;
    // The address goes back to what is shown; what was typed or pressed is kept as a wish.
    history.pushState(null, '', shown || '#/');
  } else {
    shown = location.hash;
  }
  tell();
}
if (typeof window !== 'undefined') window.addEventListener('hashchange', moved);

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The address’s fragment of the place that is shown. */
export function useShown(): string {
  return useSyncExternalStore(listen, () => shown);
}

/** Holds the reader here while `on`: the page asks before it is closed. Gives where the reader wants to go, if anywhere. */
export function useHold(on: boolean): { readonly wants: Place | undefined; readonly stay: () => void; readonly leave: () => void } {
  useEffect(() => {
    if (!on) return;
    holds = true;
    const ask = (e: BeforeUnloadEvent): void => {
      if (holds) e.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      holds = false;
      wanted = undefined;
      window.removeEventListener('beforeunload', ask);
    };
  }, [on]);
  const hash = useSyncExternalStore(listen, () => wanted);
  return {
    wants: hash === undefined ? undefined : placeFrom(hash),
    stay() {
      wanted = undefined;
      tell();
    },
    leave() {
      const to = wanted;
      holds = false;
      wanted = undefined;
      if (to !== undefined) location.hash = hashOf(placeFrom(to));
      tell();
    },
  };
}
