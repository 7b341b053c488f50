import { describe, expect, it } from 'vitest';
import { tapped, withClaim } from './taps.ts';

const TOPICS = [
  { id: 'sharing', name: 'Sharing', stances: ['affirmed', 'denied', 'open'] },
  { id: 'dates', name: 'Dates', stances: ['affirmed', 'open'] },
] as const;

describe('two taps code what was said', () => {
  it('takes the first digit for the topic and the second for what is said of it', () => {
    expect(tapped('2', TOPICS, undefined)).toEqual({ topic: 'dates' });
    expect(tapped('2', TOPICS, 'dates')).toEqual({ topic: 'dates', stance: 'open' });
  });

  it('knows no topic and no stance that there is not', () => {
    expect(tapped('3', TOPICS, undefined)).toBeUndefined();
    expect(tapped('3', TOPICS, 'dates')).toBeUndefined();
    expect(tapped('j', TOPICS, 'dates')).toBeUndefined();
  });

  it('lets a topic go, and nothing where none is chosen', () => {
    expect(tapped('Escape', TOPICS, 'dates')).toEqual({ topic: undefined });
    expect(tapped('Escape', TOPICS, undefined)).toBeUndefined();
  });

  it('puts one stance in the place of another of the same topic', () => {
    const first = withClaim(undefined, 'sharing', 'affirmed');
    expect(withClaim(withClaim(first, 'dates', 'open'), 'sharing', 'denied')).toEqual([
      { topic: 'dates', stance: 'open' },
      { topic: 'sharing', stance: 'denied' },
    ]);
  });
});
