import { expect, it } from 'vitest';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';

const MINUTE = 60_000;
const inject = (id: string, at: string): object => ({ id, title: id, text: `text of ${id}`, to: ['party:a'], at });
const scenario = smallScenario({ injects: [inject('i1', 'PT2M'), inject('i2', 'PT9M')] });

it('an exercise begins at a later time by a jump that everybody is told of, and what lies before has happened', () => {
  const t = new Table(scenario);
  t.ok('control', { type: 'StartClock', to: 2 * MINUTE });
  expect(t.exercise.world.clock.reading).toMatchObject({ status: 'running', at: 2 * MINUTE });
  expect(t.seen('public').world.clock.jumps).toMatchObject([{ from: 0, to: 2 * MINUTE }]);
  expect(t.exercise.world.injects.deliveries.size).toBe(1);
});

it('only where nothing was played yet: a clock that stands is resumed where it stands', () => {
  const t = new Table(scenario).start().wait(1);
  t.ok('control', { type: 'PauseClock' });
  expect(t.refused('control', { type: 'StartClock', to: 5 * MINUTE })).toBe('begun');
  t.ok('control', { type: 'StartClock' });
});
