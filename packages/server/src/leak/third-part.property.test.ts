import { describe, it } from 'vitest';
import { PATIENCE_MS, sameBytesForEditions, sameBytesForViewers } from './property.ts';

/** What `leak.property.test.ts` asks, about other pairs. */
describe('no side channel, third part', { timeout: PATIENCE_MS }, () => {
  it('on every route', () => sameBytesForViewers(2));
  it('in every edition', () => sameBytesForEditions(2));
});
