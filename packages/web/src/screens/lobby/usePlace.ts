import { useCallback, useSyncExternalStore } from 'react';
import { hashOf, type Place, placeFrom } from './place.ts';

function onHash(tell: () => void): () => void {
  window.addEventListener('hashchange', tell);
  return () => window.removeEventListener('hashchange', tell);
}

/** Where in the lobby one is, and how to go elsewhere; Back and Forward work. */
export function usePlace(): { place: Place; go: (place: Place) => void } {
  const hash = useSyncExternalStore(onHash, () => location.hash);
  const go = useCallback((to: Place) => {
    location.hash = hashOf(to);
    window.scrollTo(0, 0);
  }, []);
  return { place: placeFrom(hash), go };
}
