import { expect, it } from 'vitest';
import { type LaneWords, layLane } from './laneLayout.ts';
import type { Mark } from './mark.ts';

const MINUTE = 60_000;
const words: LaneWords = {
  title: () => '',
  suffix: () => undefined,
  together: (count, burst) => (burst ? `burst ${count}` : `people ${count}`),
  fitted: (text) => text,
};
const message = (key: string, at: number): Mark => ({ key, lane: 'a', kind: 'message', form: 'ask', at, wordless: 'far' });

it('draws a burst of messages as one mark with its number, one row high', () => {
  const many = Array.from({ length: 252 }, (_, i) => message(`m${i}`, 30 * MINUTE + i));
  const lane = layLane('a', many, 1000, 120 * MINUTE, words);
  expect(lane.placed).toHaveLength(1);
  expect(lane.placed[0]).toMatchObject({ label: { title: 'burst 252' } });
  expect(lane.placed[0]?.more).toHaveLength(251);
});

it('leaves a few messages, and such as stand apart, marks of their own', () => {
  const few = [1, 2, 3, 4].map((i) => message(`m${i}`, 30 * MINUTE + i));
  expect(layLane('a', few, 1000, 120 * MINUTE, words).placed).toHaveLength(4);
  const apart = [0, 20, 40, 60, 80, 100].map((at) => message(`m${at}`, at * MINUTE));
  expect(layLane('a', apart, 1000, 120 * MINUTE, words).placed).toHaveLength(6);
});
