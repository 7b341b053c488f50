import { Exercise, type Recorded } from '@entente/engine';
import { describe, expect, it, vi } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { tiny } from '../test/tiny.ts';
import { Feed } from './feed.ts';
import { OwnWorlds } from './own-world.ts';

const wall = Date.parse(tiny.start);
const VIEWERS = [
  'control',
  'control:a',
  'control:b',
  'evaluators',
  'seat:a-one',
  'seat:a-two',
  'seat:b-one',
  'seat:c-one',
  'observers',
  'public',
];

/** The worlds of a feed that stands at the opening of an exercise, and how many events were folded for the last question. */
function worlds(most?: number) {
  const { exercise, events } = Exercise.open(tiny, { secret: 'a secret of at least sixteen letters', wall });
  const feed = new Feed(exercise.roster, new VirtualClock(wall), () => ({ now: 0, wall }));
  feed.append(events);
  const own = new OwnWorlds(feed, most);
  const read = vi.spyOn(feed, 'read');
  const folded = (viewer: string): number => {
    read.mockClear();
    own.of(viewer);
    return read.mock.results.reduce((sum, r) => sum + (r.value as { events: unknown[] }).events.length, 0);
  };
  const goOn = (more: readonly Recorded[]): void => feed.append(more);
  return { exercise, own, folded, goOn };
}

describe('worlds kept for questions', () => {
  it('are folded once and then only continued, however many ask in turn', () => {
    const { exercise, own, folded, goOn } = worlds();
    for (const viewer of VIEWERS) expect(folded(viewer)).toBeGreaterThan(0);
    for (const viewer of VIEWERS) expect(folded(viewer)).toBe(0);
    const { events } = exercise.take({ by: { seat: 'control' }, commandId: 'c1', command: { type: 'TakeSeat', name: 'Lead' }, wall });
    goOn(events);
    expect(folded('control')).toBe(events.length);
    expect(own.of('control').seats.people.size).toBe(1);
  });

  it('give way, the one asked longest ago first, when the events behind them grow too long; the last asked stays', () => {
    const { own, folded } = worlds(1);
    const first = folded('seat:a-one');
    expect(folded('seat:a-one')).toBe(0);
    expect(folded('seat:b-one')).toBeGreaterThan(0);
    expect(folded('seat:a-one')).toBe(first);
    expect(own.of('seat:a-one').seats.exercise?.scenario).toBe('tiny');
  });
});
