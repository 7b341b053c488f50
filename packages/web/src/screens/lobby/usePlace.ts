import { useCallback } from 'react';
import { useShown } from './held.ts';
import { hashOf, type Place, placeFrom } from './place.ts';

/** Where in the lobby one is, and how to go elsewhere; Back and Forward work. */
export function usePlace(): { place: Place; go: (place: Place) => void } {
  const hash = useShown();
  const go = useCallback((to: Place) => {
    location.hash = hashOf(to);
    window.scrollTo(0, 0);
  }, []);
  return { place: placeFrom(hash), go };
}
