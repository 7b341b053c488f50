import type { Ms } from '@entente/engine';
import { createContext, useContext } from 'react';
import type { Words } from '../i18n/words.ts';
import { spanWords } from './relative.ts';

/** How many scenario seconds pass in one of the wall's; 1 where it does not matter. */
const Speed = createContext(1);
export const SpeedProvider = Speed.Provider;

/** The words for what is left of a deadline by the wall: “2 min real time”; none at the wall’s own speed, and when it has passed. */
export function wallLeft(t: Words, left: Ms, speed: number): string {
  return speed === 1 || left <= 0 ? '' : t('relative.wall', { span: spanWords(t, left / speed) });
}

/** The same, at the speed at which the clock runs. */
export function useWallLeft(): (t: Words, left: Ms) => string {
  const speed = useContext(Speed);
  return (t, left) => wallLeft(t, left, speed);
}
