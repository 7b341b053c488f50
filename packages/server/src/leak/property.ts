import fc from 'fast-check';
import { expect } from 'vitest';
import { difference, editionDifference } from './ask.ts';
import { someEditionPair, somePair } from './pair.ts';

/** So many files share the pairs, so that they are asked about side by side. */
const PARTS = 3;
/** A pair takes three to five seconds of a core: one for fifty runs of others, three here and forty in the long run. */
const RUNS = Math.ceil(Number(process.env.ENTENTE_RUNS ?? 150) / 50 / PARTS);
/** Few pairs say only that something was hidden; a mean of four once was 2.75. */
const ENOUGH_FOR_A_MEAN = 10;
export const seed = Number(process.env.ENTENTE_SEED);
export const PATIENCE_MS = 3_600_000;
export const tapes = fc.array(fc.nat({ max: 5039 }), { minLength: 60, maxLength: 300 });

/** A part of the pairs: no viewer can tell one record of a pair from the other. */
export async function sameBytesForViewers(part: number): Promise<void> {
  console.log(`leak property: seed ${seed}, ${RUNS} pairs of exercises in part ${part} (ENTENTE_SEED, ENTENTE_RUNS)`);
  const sum = { hidden: 0, pairs: 0, sharing: 0 };
  await fc.assert(
    fc.asyncProperty(tapes, async (numbers) => {
      const pair = somePair(numbers, 30);
      sum.hidden += pair.hidden;
      sum.pairs++;
      sum.sharing += pair.hiddenSharing;
      expect(await difference(pair)).toBeUndefined();
    }),
    { numRuns: RUNS, seed: seed + part, endOnFailure: true },
  );
  console.log(`leak property: ${sum.hidden} hidden events in ${sum.pairs} exercises, ${sum.sharing} of them of sharing`);
  expect(sum.hidden / sum.pairs).toBeGreaterThan(RUNS < ENOUGH_FOR_A_MEAN ? 0 : 20);
  if (RUNS >= ENOUGH_FOR_A_MEAN) expect(sum.sharing / sum.pairs).toBeGreaterThan(3);
}

/** A part of the pairs: no edition tells one record of a pair from the other. */
export async function sameBytesForEditions(part: number): Promise<void> {
  const sum = { hidden: 0, pairs: 0 };
  await fc.assert(
    fc.asyncProperty(tapes, async (numbers) => {
      const pair = someEditionPair(numbers, 30);
      sum.hidden += pair.hidden;
      sum.pairs++;
      expect(await editionDifference(pair)).toBeUndefined();
    }),
    { numRuns: RUNS, seed: seed + part, endOnFailure: true },
  );
  console.log(`leak property: ${sum.hidden} events outside of their edition in ${sum.pairs} exercises`);
  expect(sum.hidden / sum.pairs).toBeGreaterThan(RUNS < ENOUGH_FOR_A_MEAN ? 0 : 20);
}
