import { Roster } from '@entente/engine';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { roomOf } from './limits.ts';
import { Pace } from './pace.ts';

const MB = 1024 * 1024;

/** So many parties of three seats each. */
function parties(count: number): Roster {
  const ids = Array.from({ length: count }, (_, i) => `p${i}`);
  return new Roster(
    ids.map((id) => ({ id, playedByControl: false })),
    ids.map((id) => ({ id: `${id}-c`, party: id })),
    ids.flatMap((id) => ['1', '2', '3'].map((n) => ({ id: `${id}-${n}`, cell: `${id}-c`, party: id, may: [] }))),
    [],
  );
}

describe('the room for files', () => {
  it('is a party’s own: no seat fills it alone, and it holds two whole files however many parties there are', () => {
    for (const [count, own, most] of [
      [1, 100, 250],
      [3, 100, 250],
      [10, 37.5, 75],
      [60, 20, 40],
    ] as const)
      expect(roomOf('seat:p0-1', parties(count))).toEqual({
        own: own * MB,
        party: { viewers: ['seat:p0-1', 'seat:p0-2', 'seat:p0-3'], most: most * MB },
      });
  });

  it('is kept free for control, for a party’s own controllers and for evaluators, each apart', () => {
    const roster = parties(2);
    expect(roomOf('control', roster)).toEqual({ own: 250 * MB });
    for (const viewer of ['control:p0', 'evaluators', 'evaluators:p1']) expect(roomOf(viewer, roster)).toEqual({ own: 100 * MB });
  });
});

it('who has sent much at once waits for as long as the rest needs, and a clock set back shortens nothing', () => {
  const clock = new VirtualClock(0);
  const pace = new Pace(clock, 60, 10);
  pace.spend('a', 60);
  expect([pace.wait('a', 0), pace.wait('a', 5), pace.wait('b', 60), pace.wait('b', 61)]).toEqual([0, 1, 0, 1]);
  clock.advance(2_500);
  expect([pace.wait('a', 25), pace.wait('a', 26)]).toEqual([0, 1]);
  pace.tidy();
  expect(pace.wait('a', 26)).toBe(1);
  clock.advance(60_000);
  pace.tidy();
  expect(pace.wait('a', 60)).toBe(0);
});
