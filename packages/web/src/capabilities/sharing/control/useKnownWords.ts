import type { Known } from '@entente/engine';
import { useWords } from '../../../i18n/words.ts';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { spanWords } from '../../../kit/relative.ts';
import { laneWords } from '../review/knownWords.ts';

/** One party and one item in words, as the review says it. */
export function useKnownWords(): (k: Known['parties'][number]) => string {
  const review = useWords('review');
  const kit = useWords('kit');
  const { names, pick, say, start } = useControl();
  const wording = {
    say: review,
    pick,
    who: (address: string) => names.say(address, pick, say, true),
    time: (at: number) => clockWords(at, start),
    span: (ms: number) => spanWords(kit, ms),
    parts: [],
  };
  return (k) => laneWords(k, wording, false);
}
