import { isToAll } from '@entente/engine';
import { count, type Figure, medianFigure, type Sentence } from '../../../kit/review/figures.ts';
import type { InjectLine } from './injectLines.ts';

/** “27 of 31 injects released; acknowledged by 40 of 52 seats, 2 more before a correction; in 4 min at the median.” */
export function injectSentences(lines: readonly InjectLine[], held: boolean): Sentence[] {
  if (lines.length === 0) return [];
  const released = lines.filter((l) => l.released !== undefined);
  const sentences: Sentence[] = [
    held
      ? { key: 'injectsReleased', figures: { n: count(released), all: count(lines) } }
      : { key: 'injectsReceived', figures: { n: count(released) } },
  ];
  // News for all asks nobody to acknowledge.
  const reached = released.filter((l) => l.reach.seats > 0 && !l.to.some(isToAll));
  const sum = (of: 'seats' | 'acknowledged' | 'before'): Figure => ({
    ...count(reached),
    value: reached.reduce((n, l) => n + l.reach[of], 0),
  });
  if (reached.length > 0) sentences.push({ key: 'acknowledged', figures: { n: sum('acknowledged'), all: sum('seats') } });
  // Those who acknowledged a text that was corrected after have acknowledged too, only not what stands.
  if (sum('before').value > 0) sentences.push({ key: 'acknowledgedBefore', figures: { n: sum('before') } });
  const answered = reached.filter((l) => l.waits.length > 0);
  const middle = medianFigure(
    answered.flatMap((l) => l.waits),
    answered,
  );
  if (middle) sentences.push({ key: 'acknowledgedAfter', figures: { time: middle } });
  const skipped = lines.filter((l) => l.status === 'skipped' || l.status === 'lapsed');
  if (skipped.length > 0) sentences.push({ key: 'injectsSkipped', figures: { n: count(skipped) } });
  return sentences;
}
