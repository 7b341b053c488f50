import { emptyWorld, evolve } from '@entente/engine';
import { expect, test, vi } from 'vitest';
import { flood, recordOf } from '../../../kit/review/record.fixture.ts';
import { Replay } from './replay.ts';

const folding = { empty: emptyWorld, evolve };

function foldedAfresh(count: number) {
  const world = emptyWorld();
  for (const e of flood.slice(0, count)) evolve(world, e.event, e);
  return world;
}

test('the world after any number of events is the same whichever way one comes to it', () => {
  const replay = new Replay(flood, folding, 4);
  for (const count of [7, 23, 3, 0, 12, 11, 13, 23, 8, 4, 5]) expect(replay.worldAfter(count)).toEqual(foldedAfresh(count));
});

test('a moment before the first event and one after the last are the ends of the record', () => {
  const replay = new Replay(flood, folding, 4);
  expect(replay.worldAfter(-5)).toEqual(emptyWorld());
  expect(replay.worldAfter(1000)).toEqual(foldedAfresh(flood.length));
});

test('of a long record sixteen copies are kept, and going back folds at most the stretch between two of them', () => {
  const long = recordOf(...Array.from({ length: 10_000 }, (_, i) => [i, { type: 'EmergencyRaised' }] as const));
  let folded = 0;
  const copies = vi.spyOn(globalThis, 'structuredClone');
  const replay = new Replay(long, {
    empty: () => ({ n: 0 }),
    evolve: (w) => {
      w.n++;
      folded++;
    },
  });
  expect(replay.worldAfter(10_000).n).toBe(10_000);
  expect(copies).toHaveBeenCalledTimes(16);
  folded = 0;
  expect(replay.worldAfter(9_123).n).toBe(9_123);
  expect(folded).toBeLessThan(625);
  copies.mockRestore();
});
