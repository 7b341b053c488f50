import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, editionDifference } from './ask.ts';
import { Browser } from './browser.ts';
import { someEditionPair, somePair } from './pair.ts';
import { Asking, fieldsOf, stockOf } from './questions.ts';

const RUNS = Number(process.env.ENTENTE_RUNS ?? 50);
const seed = Number(process.env.ENTENTE_SEED ?? Math.floor(Math.random() * 2 ** 31));
const tapes = fc.array(fc.nat({ max: 5039 }), { minLength: 60, maxLength: 300 });
console.log(`leak property: seed ${seed}, ${RUNS} pairs of exercises (ENTENTE_SEED, ENTENTE_RUNS)`);

describe('no side channel', () => {
  it('a viewer whose events are the same gets the same bytes on every route, whatever is hidden from it', async () => {
    let hidden = 0;
    let pairs = 0;
    let sharing = 0;
    await fc.assert(
      fc.asyncProperty(tapes, async (numbers) => {
        const pair = somePair(numbers, 30);
        hidden += pair.hidden;
        pairs++;
        sharing += pair.hiddenSharing;
        expect(await difference(pair)).toBeUndefined();
      }),
      { numRuns: RUNS, seed, endOnFailure: true },
    );
    console.log(`leak property: ${hidden} hidden events in ${pairs} exercises, ${sharing} of them of sharing`);
    expect(hidden / pairs).toBeGreaterThan(20);
    expect(sharing / pairs).toBeGreaterThan(3);
  }, 3_600_000);

  it('of every field of every route it is known what may stand there', async () => {
    const [numbers] = fc.sample(tapes, { seed, numRuns: 1 }) as [number[]];
    const pair = somePair(numbers, 30);
    const { server } = await Browser.at(pair, pair.one);
    for (const route of server.routes) {
      const questions = [...new Asking(route, pair, stockOf(pair), 'the-door').closer(() => true)];
      for (const { place } of fieldsOf(route)) expect(questions.map((q) => q.place)).toContain(place);
    }
    await server.close();
  });

  it('an edition of the review, and so the report, is the same bytes whatever its audience does not hold, whoever opens it', async () => {
    let hidden = 0;
    let pairs = 0;
    await fc.assert(
      fc.asyncProperty(tapes, async (numbers) => {
        const pair = someEditionPair(numbers, 30);
        hidden += pair.hidden;
        pairs++;
        expect(await editionDifference(pair)).toBeUndefined();
      }),
      { numRuns: RUNS, seed, endOnFailure: true },
    );
    console.log(`leak property: ${hidden} events outside of their edition in ${pairs} exercises`);
    expect(hidden / pairs).toBeGreaterThan(20);
  }, 3_600_000);
});
