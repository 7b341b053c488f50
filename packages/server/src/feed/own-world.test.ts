import { Exercise, type Recorded } from '@entente/engine';
import { describe, expect, it, vi } from 'vitest';
import { VirtualClock } from '../clock.ts';
import type { Steps } from '../exercises/turns.ts';
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

function whole<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The worlds of a feed that stands at the opening of an exercise, and how many events were folded for the last question. */
function worlds(most?: number) {
  const { exercise, events } = Exercise.open(tiny, { secret: 'a secret of at least sixteen letters', wall });
  const feed = new Feed(exercise.roster, new VirtualClock(wall), () => ({ now: 0, wall }));
  feed.append(events);
  const own = new OwnWorlds(feed, most);
  const read = vi.spyOn(feed, 'read');
  const folded = (viewer: string): number => {
    read.mockClear();
    whole(own.folding(viewer));
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
    expect(whole(own.folding('control')).seats.people.size).toBe(1);
  });

  it('say of each room which event was its last, so that an answer stands until something on which it rests is told', () => {
    const { exercise, own, folded, goOn } = worlds();
    const opening = folded('control');
    const { events } = exercise.take({ by: { seat: 'control' }, commandId: 'c1', command: { type: 'TakeSeat', name: 'Lead' }, wall });
    const before = own.last('control', ['sharing', 'expected']);
    goOn(events);
    folded('control');
    expect(own.last('control', ['seats'])).toBe(opening + events.length);
    expect(own.last('control', ['sharing', 'expected'])).toBe(before);
    expect(before).toBeLessThanOrEqual(opening);
    expect(own.last('control', ['takings'])).toBe(0);
  });

  it('are folded in steps, and may give way in between without losing count', () => {
    const { exercise, own, folded, goOn } = worlds(1);
    whole(own.folding('control'));
    const take = (by: object, commandId: string, command: object) => {
      const { events } = exercise.take({ by, commandId, command, wall } as Parameters<typeof exercise.take>[0]);
      goOn(events);
      return events[0]?.id;
    };
    const person = take({ seat: 'control' }, 'c1', { type: 'TakeSeat', name: 'Lead' });
    for (let i = 0; i < 450; i++) take({ seat: 'control', person }, `n${i}`, { type: 'WriteNote', text: `note ${i}`, attachments: [] });
    const folding = own.folding('control');
    let steps = 1;
    for (; !folding.next().done; steps++) whole(own.folding('seat:a-one'));
    expect(steps).toBeGreaterThanOrEqual(3);
    expect(folded('control')).toBe(0);
    expect(whole(own.folding('control')).messages.notes.size).toBe(450);
    // Two worlds are too many for the bound: only the last asked stays.
    expect(folded('seat:a-one')).toBeGreaterThan(0);
    expect(folded('control')).toBeGreaterThan(450);
  });

  it('give way, the one asked longest ago first, when the events behind them grow too long; the last asked stays', () => {
    const { own, folded } = worlds(1);
    const first = folded('seat:a-one');
    expect(folded('seat:a-one')).toBe(0);
    expect(folded('seat:b-one')).toBeGreaterThan(0);
    expect(folded('seat:a-one')).toBe(first);
    expect(whole(own.folding('seat:a-one')).seats.exercise?.scenario).toBe('tiny');
  });
});
