import { useEffect, useState } from 'react';
import { forgetWidths } from './textWidth.ts';

/**
 * How often fonts have arrived. A font of another script comes only when its first letter is drawn; labels that were
 * measured before it did would cover each other, and are measured anew.
 */
export function useFontArrivals(): number {
  const [arrivals, count] = useState(0);
  useEffect(() => {
    const arrived = (): void => {
      forgetWidths();
      count((n) => n + 1);
    };
    void document.fonts.ready.then(arrived);
    document.fonts.addEventListener('loadingdone', arrived);
    return () => document.fonts.removeEventListener('loadingdone', arrived);
  }, []);
  return arrivals;
}
