import type { World } from '@entente/engine';
import { knownRedLine, knownWeight, type Told, toldScore } from '@entente/engine/planning';

/** No side: whoever asks so has what was told alone, of the own side too. */
const OTHERS = '';

/** What of a side’s score the others were told; undefined: nothing. */
export const scoreTold = (world: World, party: string, option: string, criterion: string): number | undefined =>
  toldScore(world, party, option, criterion).score;

export const weightTold = (world: World, party: string, criterion: string) => knownWeight(world, party, criterion, OTHERS);

export const redLineTold = (world: World, party: string, option: string) => knownRedLine(world, party, option, OTHERS);

/** True if the others have all of it already, as it stands. */
export function isTold(world: World, party: string, { scores, reasons, weights, redLines }: Told): boolean {
  return (
    scores.every((s) => scoreTold(world, party, s.option, s.criterion) === s.score) &&
    reasons.every((r) => same(toldScore(world, party, r.option, r.criterion).reason, r.text)) &&
    weights.every((w) => weightTold(world, party, w.criterion) === w.weight) &&
    redLines.every((r) => same(redLineTold(world, party, r.option), r.text))
  );
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
