import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Browser } from './browser.ts';
import { somePair } from './pair.ts';
import { PATIENCE_MS, sameBytesForEditions, sameBytesForViewers, seed, tapes } from './property.ts';
import { Asking, fieldsOf, stockOf } from './questions.ts';

describe('no side channel', { timeout: PATIENCE_MS }, () => {
  it('a viewer whose events are the same gets the same bytes on every route, whatever is hidden from it', () => sameBytesForViewers(0));

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

  it('an edition of the review, and so the report, is the same bytes whatever its audience does not hold, whoever opens it', () =>
    sameBytesForEditions(0));
});
