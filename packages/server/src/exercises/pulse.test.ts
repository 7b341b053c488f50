import { expect, it } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { memoryStore } from '../store/memory.ts';
import { DiskFault } from '../store/store.ts';
import { Pulse } from './pulse.ts';

const START = 1_800_000_000_000;

function beating() {
  const clock = new VirtualClock(START);
  const store = memoryStore();
  const beats: [readonly string[], number][] = [];
  store.beat = (ids, wall) => void beats.push([ids, wall - START]);
  const exercises = ['x1', 'x2', 'x3'].map((id) => ({ id, running: false, store }));
  const warnings: unknown[] = [];
  const pulse = new Pulse(clock, { warn: (facts: unknown) => void warnings.push(facts) } as never, () => exercises);
  pulse.start();
  return { clock, store, beats, exercises, pulse, warnings };
}

it('notes every five seconds which exercises run, all in one write, and writes nothing while none does', () => {
  const { clock, beats, exercises, pulse } = beating();
  clock.advance(12_000);
  for (const e of exercises.slice(0, 2)) e.running = true;
  clock.advance(8_000);
  expect(beats).toEqual([
    [['x1', 'x2'], 15_000],
    [['x1', 'x2'], 20_000],
  ]);
  pulse.stop();
  clock.advance(60_000);
  expect(beats).toHaveLength(2);
});

it('goes on when the disk is full: the exercise itself finds that out', () => {
  const { clock, store, exercises, warnings } = beating();
  for (const e of exercises) e.running = true;
  store.beat = () => {
    throw new DiskFault('full');
  };
  clock.advance(10_000);
  expect(warnings).toHaveLength(2);
});
