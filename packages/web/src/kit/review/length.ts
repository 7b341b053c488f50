import type { Ms } from '@entente/engine';
import type { Words } from '../../i18n/words.ts';
import { spanWords } from '../relative.ts';

/** Below this a half minute is much. */
const SECONDS_COUNT_S = 600;

/** How long something took, or by how much it was late: to the second below ten minutes. What ticks says whole minutes (`spanWords`). */
export function lengthWords(t: Words, ms: Ms): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60 || seconds >= SECONDS_COUNT_S || seconds % 60 === 0) return spanWords(t, ms);
  return t('span.minutesSeconds', { m: Math.floor(seconds / 60), s: seconds % 60 });
}
